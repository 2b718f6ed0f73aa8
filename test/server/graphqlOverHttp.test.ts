import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";

describe("GraphQL over HTTP, as graphql-http audits it", () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }));
  });
  afterAll(() => service.close());

  const audits = serverAudits({ url: () => service.url, fetchFn: fetch });

  test("has 61 rules", () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))("%s: %s", async (_id, _name, audit) => {
    const { status, ...result } = await audit.fn();
    expect({ status, reason: "reason" in result ? result.reason : null }).toEqual({ status: "ok", reason: null });
  });
});
