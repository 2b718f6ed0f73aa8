import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";

const RELAY = "query RoleQuery($ref: String!) {\n  role(ref: $ref) { title }\n}";
const CODEGEN = "query Typename { __typename }";
const APOLLO = "query Sources { sources(first: 1) { totalCount } }";
const PREFIXED = "query Version { dataset { version } }";
const PLAIN = "query Skill($ref: String!) { skill(ref: $ref) { name } }\n";
const PLAIN_HASH = createHash("sha256").update(PLAIN).digest("hex");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "operations-"));
  mkdirSync(join(folder, "pages"));
  writeFileSync(join(folder, "relay.json"), JSON.stringify({ aaa111: RELAY }));
  writeFileSync(
    join(folder, "persisted-documents.json"),
    JSON.stringify({ bbb222: CODEGEN, "sha256:ddd444": PREFIXED }),
  );
  writeFileSync(
    join(folder, "apollo.json"),
    JSON.stringify({
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: "ccc333", name: "Sources", type: "query", body: APOLLO }],
    }),
  );
  writeFileSync(join(folder, "pages", "skill.graphql"), PLAIN);
  writeFileSync(join(folder, "README.md"), "Not an operation.");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function post({ url }: Service, body: unknown): Promise<[number, unknown]> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return [answer.status, await answer.json()];
}

async function get({ url }: Service, parameters: Readonly<Record<string, string>>, headers = {}): Promise<Response> {
  return fetch(`${url}?${new URLSearchParams(parameters).toString()}`, { headers });
}

const failing = (code: string): unknown => ({ errors: [{ extensions: { code } }] });
const ROLE = { data: { role: { title: "Staff ML Engineer" } } };

describe.each([false, true])("Listed operations with OPERATIONS_ONLY=%s", (only) => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(
      readConfig({ PORT: "0", LOG_LEVEL: "silent", OPERATIONS: folder, OPERATIONS_ONLY: String(only) }),
    );
  });
  afterAll(() => service.close());

  test.each([
    ["Relay, as doc_id", { doc_id: "aaa111", variables: { ref: "Staff MLE" } }, ROLE],
    ["Relay, as id", { id: "aaa111", variables: { ref: "Staff MLE" } }, ROLE],
    ["codegen, as documentId", { documentId: "sha256:bbb222" }, { data: { __typename: "Query" } }],
    ["codegen that names the algorithm", { documentId: "sha256:ddd444" }, { data: { dataset: {} } }],
    [
      "Apollo, as an extension",
      { extensions: { persistedQuery: { version: 1, sha256Hash: "ccc333" } } },
      { data: { sources: {} } },
    ],
    [
      "a plain file, by its SHA-256",
      { documentId: PLAIN_HASH, variables: { ref: "PyTorch" } },
      { data: { skill: { name: "PyTorch" } } },
    ],
  ])("are answered from a manifest of %s", async (_, body, expected) => {
    for (let time = 0; time < 3; time++) expect(await post(service, body)).toMatchObject([200, expected]);
  });

  test("are answered by GET, with a tag", async () => {
    const asked = { id: "aaa111", variables: JSON.stringify({ ref: "Staff MLE" }) };
    const answer = await get(service, asked);
    expect([answer.status, await answer.json()]).toMatchObject([200, ROLE]);
    const tag = answer.headers.get("etag")!;
    expect((await get(service, asked, { "if-none-match": tag })).status).toBe(304);
    const other = await get(
      service,
      { ...asked, variables: JSON.stringify({ ref: "Junior MLE" }) },
      { "if-none-match": tag },
    );
    expect(other.status).toBe(200);
  });

  test("are refused with what is wrong about their variables, by POST and by GET", async () => {
    const [status, refused] = await post(service, { id: "aaa111", variables: "none" });
    expect([status, refused]).toMatchObject([
      400,
      { errors: [{ message: "`variables` must be a JSON object or null." }] },
    ]);
    const answer = await get(service, { id: "aaa111", variables: "{" });
    const message = "The URL parameter `variables` must be a JSON object, encoded for URLs.";
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message }] }]);
  });

  test("are answered by their text even if the hash is unknown", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "unknown" } };
    expect(await post(service, { query: CODEGEN, extensions })).toMatchObject([200, { data: { __typename: "Query" } }]);
  });

  test("get PERSISTED_QUERY_NOT_FOUND for an unknown hash", async () => {
    expect(await post(service, { documentId: "unknown" })).toMatchObject([200, failing("PERSISTED_QUERY_NOT_FOUND")]);
    const answer = await get(service, { id: "unknown" });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("may be sent as text, also with other white space", async () => {
    const body = { query: RELAY.replace(/\s+/g, " "), variables: { ref: "Staff MLE" } };
    expect(await post(service, body)).toMatchObject([200, ROLE]);
  });

  test(`${only ? "exclude" : "do not exclude"} all others, however they are sent`, async () => {
    const other = "{ dataset { name } }";
    const [status] = await post(service, { query: other });
    expect(status).toBe(only ? 403 : 200);
    for (const parameters of [
      { query: other },
      { query: other, extensions: "{}" },
      { query: "{ __schema { types { name } } }" },
    ]) {
      expect((await get(service, parameters)).status).toBe(only ? 403 : 200);
    }
    expect((await get(service, { query: other, variables: "{" })).status).toBe(only ? 403 : 400);
    const inCapitals = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "Application/JSON" },
      body: JSON.stringify({ query: other }),
    });
    expect(inCapitals.status).toBe(only ? 403 : 200);
    if (only) {
      expect(await post(service, { query: other, id: "aaa111" })).toMatchObject([403, failing("OPERATION_NOT_LISTED")]);
      expect(await post(service, { query: `${CODEGEN} query Other { dataset { name } }` })).toMatchObject([403, {}]);
    }
    for (const body of [[{ query: other }], { query: [other] }, { query: { text: other } }]) {
      expect([400, 403]).toContain((await post(service, body))[0]);
    }
    expect(
      (await fetch(`${service.url}?query=${encodeURIComponent(CODEGEN)}&query=${encodeURIComponent(other)}`)).ok,
    ).toBe(false);
  });
});

describe("An invalid folder of operations", () => {
  test.each([
    ["wrong.graphql", "query {", "is not valid GraphQL"],
    ["wrong.json", `{"operations": 1}`, "is not a manifest of operations"],
    ["wrong.json", `{`, "JSON"],
    ["nothing.txt", "", "contains no operations"],
  ])("with %s of %s is reported at the start", async (file, text, message) => {
    const wrong = mkdtempSync(join(tmpdir(), "operations-"));
    try {
      writeFileSync(join(wrong, file), text);
      await expect(serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", OPERATIONS: wrong }))).rejects.toThrow(message);
    } finally {
      rmSync(wrong, { recursive: true });
    }
  });

  test("is reported if it is missing and OPERATIONS_ONLY is set", () => {
    expect(() => readConfig({ OPERATIONS_ONLY: "true" })).toThrow("OPERATIONS is not set");
  });
});
