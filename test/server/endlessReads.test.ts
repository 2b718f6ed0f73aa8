import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { LIMITS } from "../../src/graphql/limits/LIMITS.js";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";
import { EmbeddedReader } from "../../src/store/embedded/EmbeddedReader.js";
import { eventually } from "../eventually.js";

/** Operations that read from the store in each way: a node, several lists of nodes, and without a loader. */
const READING: Readonly<Record<string, string>> = {
  node: '{ node(id: "role:staff-ml-engineer") { id } dataset { name } }',
  lists:
    '{ role(ref: "Staff MLE") { skills { skill { name } } transitions { to { title } } } roles { nodes { title } } }',
  unbatched: "{ phases { name } a: phases { name } }",
};

describe("A store read that never ends", () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }));
    const never = () => new Promise<never>(() => {});
    jest.spyOn(EmbeddedReader.prototype, "peekNode").mockReturnValue(undefined);
    jest.spyOn(EmbeddedReader.prototype, "nodes").mockImplementation(never);
    jest.spyOn(EmbeddedReader.prototype, "every").mockImplementation(never);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await service.close();
  });

  const metrics = async () => (await fetch(new URL("/metrics", service.url))).text();
  const ask = (query: string, options: RequestInit = {}) =>
    fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      ...options,
    });

  test.each(Object.entries(READING))("ends the operation at its deadline: %s", async (_, query) => {
    jest.replaceProperty(LIMITS, "milliseconds", 200 as never);
    // The third and later answers come from compiled code.
    for (let time = 0; time < 4; time++) {
      const answer = await ask(query);
      expect(answer.status).toBe(400);
      const { data, errors } = (await answer.json()) as { data: unknown; errors: readonly unknown[] };
      expect([data, errors.length]).toEqual([null, 1]);
      expect(errors[0]).toEqual({
        message: expect.stringContaining("The operation took more than 0.2 seconds."),
        extensions: { code: "QUERY_TOO_COMPLEX", reason: "DEADLINE", limit: 200 },
      });
    }
    expect(await metrics()).toContain('operations_in_flight{state="running"} 0');
  });

  test("ends the operation when its client disconnects", async () => {
    jest.replaceProperty(LIMITS, "milliseconds", 60_000 as never);
    const ended = async () =>
      Number(
        /operation_seconds_count\{field="phases",outcome="QUERY_TOO_COMPLEX"\} (\d+)/.exec(await metrics())?.[1] ?? 0,
      );
    const before = await ended();
    const client = new AbortController();
    const answer = ask("{ phases { name } }", { signal: client.signal });
    await eventually(async () => expect(await metrics()).toContain('operations_in_flight{state="running"} 1'), {
      timeout: 5_000,
    });
    client.abort();
    await expect(answer).rejects.toThrow();
    await eventually(
      async () =>
        expect([await ended(), await metrics()]).toEqual([
          before + 1,
          expect.stringContaining('operations_in_flight{state="running"} 0'),
        ]),
      { timeout: 5_000 },
    );
  });
});
