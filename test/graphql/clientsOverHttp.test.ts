import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { Client, fetchExchange, cacheExchange as documentCache } from "@urql/core";
import { introspectionFromSchema, parse, print } from "graphql";
import { createOperationDescriptor, fetchQuery } from "relay-runtime";
import { careerClient as urqlClient } from "../../docs/clients/urqlClient.js";
import { careerEnvironment } from "../../docs/clients/relayEnvironment.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { readConfig } from "../../src/server/Config.js";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { serve, type Service } from "../../src/server/serve.js";
import { compileForRelay } from "./compileForRelay.js";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { operation } from "./seedService.js";

const RUNS = Object.entries(OPERATION_VARIABLES).flatMap(([name, sets]) =>
  sets.map((variables) => ({ name, variables, query: operation(name) })),
);

jest.setTimeout(120_000);

describe("Every operation of the contract, over HTTP", () => {
  let service: Service;
  /** The answer of the service to each run. */
  const answers: { readonly data: object; readonly errors?: unknown }[] = [];
  let complaints: unknown[][];
  /** The methods of the requests that a client sent. */
  let sent: string[];
  const realFetch = globalThis.fetch;

  beforeAll(async () => {
    // Relay's compiler runs in this process, too; its turns of the event loop must not count as the service's.
    const limits = { ...HTTP_LIMITS, meanTurnMilliseconds: 60_000, turnMilliseconds: 60_000 };
    service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }), limits);
    for (const { query, variables } of RUNS) {
      const answer = await fetch(service.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      answers.push((await answer.json()) as (typeof answers)[number]);
    }
  });
  afterAll(() => service.close());
  beforeEach(() => {
    complaints = [];
    sent = [];
    for (const level of ["error", "warn"] as const) {
      jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void complaints.push(said));
    }
    globalThis.fetch = (input, init) => {
      sent.push(init?.method ?? "GET");
      return realFetch(input, init);
    };
  });
  afterEach(() => {
    jest.restoreAllMocks();
    globalThis.fetch = realFetch;
  });

  /** Runs without an error; clients do not cache answers with errors unchanged. */
  const sound = () =>
    RUNS.map((run, place) => ({ ...run, answer: answers[place]! })).filter(({ answer }) => !answer.errors);

  test("is answered to urql with its default settings, mostly by GET", async () => {
    const client = new Client({
      url: service.url,
      exchanges: [documentCache, fetchExchange],
      preferGetMethod: "within-url-limit",
    });
    for (const [place, { name, query, variables }] of RUNS.entries()) {
      const { data, error } = await client.query(query, variables).toPromise();
      const { errors } = answers[place]!;
      expect([name, error?.networkError, error === undefined]).toEqual([name, undefined, errors === undefined]);
      if (errors === undefined) expect(data).toMatchObject(answers[place]!.data);
    }
    expect(sent.filter((method) => method === "GET").length).toBeGreaterThan(RUNS.length / 2);
    expect(complaints).toEqual([]);
  });

  test("is cached by graphcache without a warning, a missing field or a second request", async () => {
    const client = urqlClient(service.url, introspectionFromSchema(await careerSchema()));
    for (const { query, variables } of sound()) {
      expect((await client.query(query, variables).toPromise()).error).toBeUndefined();
    }
    const requests = sent.length;
    for (const { name, query, variables, answer } of sound()) {
      const { data, stale } = await client.query(query, variables, { requestPolicy: "cache-only" }).toPromise();
      expect([name, stale]).toEqual([name, false]);
      expect(data).toMatchObject(answer.data);
    }
    expect(sent.length).toBe(requests);
    expect(complaints).toEqual([]);
  });

  test("is cached by Apollo Client without a warning, a missing field or a second request", async () => {
    Object.assign(globalThis, { __DEV__: true });
    const { careerClient } = await import("../../docs/clients/apolloClient.js");
    const { loadDevMessages, loadErrorMessages } = await import("@apollo/client/dev");
    loadDevMessages();
    loadErrorMessages();
    const client = careerClient(service.url);
    for (const { query, variables } of sound()) await client.query({ query: parse(query), variables });
    const requests = sent.length;
    for (const { query, variables, answer } of sound()) {
      const { data } = await client.query({ query: parse(query), variables, fetchPolicy: "cache-first" });
      expect(data).toMatchObject(answer.data);
    }
    expect(sent.length).toBe(requests);
    expect(complaints).toEqual([]);
  });

  test("is cached by Relay without a warning or a missing field", async () => {
    const moduleOf = (name: string): string =>
      name.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());
    const compiled = compileForRelay(
      Object.fromEntries(
        Object.keys(OPERATION_VARIABLES).map((name) => [
          moduleOf(name),
          print(parse(operation(name))).replace(/^query \w+/, `query ${moduleOf(name)}Query`),
        ]),
      ),
    );
    const environment = careerEnvironment(service.url);
    for (const { name, variables, answer } of sound()) {
      const request = compiled[moduleOf(name)]!;
      const descriptor = createOperationDescriptor(request, variables);
      environment.retain(descriptor);
      await fetchQuery(environment, request, variables).toPromise();
      const { data, isMissingData } = environment.lookup(descriptor.fragment);
      expect([name, isMissingData, environment.check(descriptor).status]).toEqual([name, false, "available"]);
      expect(data).toEqual(answer.data);
    }
    expect(complaints).toEqual([]);
  });
});
