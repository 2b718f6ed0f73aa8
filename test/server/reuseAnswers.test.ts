import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";
import { OPERATION_VARIABLES } from "../graphql/operationVariables.js";
import { operation } from "../graphql/seedService.js";

type Headers = Readonly<Record<string, string>>;

let service: Service;
beforeAll(async () => {
  service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }));
});
afterAll(() => service.close());

function get(query: string, variables: unknown = {}, headers: Headers = {}, at = service): Promise<Response> {
  const address = new URL(at.url);
  address.searchParams.set("query", query);
  address.searchParams.set("variables", JSON.stringify(variables));
  return fetch(address, { headers });
}

/** How an answer may be cached: its `Cache-Control`, and whether it has a tag. */
function keeping({ headers }: Response): [string | null, boolean] {
  return [headers.get("cache-control"), headers.has("etag")];
}

const ROLE = "query Role($ref: String!) { role(ref: $ref) { title } }";
const KEPT = ["public, no-cache", true];
const NOT_KEPT = ["no-store", false];

describe("An operation sent by POST", () => {
  test("is not answered with 304, even if the client has the answer", async () => {
    const tag = (await get(ROLE, { ref: "Staff MLE" })).headers.get("etag")!;
    const post = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "*/*", "if-none-match": tag },
      body: JSON.stringify({ query: ROLE, variables: { ref: "Staff MLE" } }),
    });
    expect([post.status, await post.json()]).toMatchObject([200, { data: { role: { title: "Staff ML Engineer" } } }]);
  });
});

describe("An operation sent by GET", () => {
  test("is answered as by POST, and with 304 if the client has the answer", async () => {
    const first = await get(ROLE, { ref: "Staff MLE" });
    expect(first.status).toBe(200);
    expect(keeping(first)).toEqual(KEPT);
    expect(first.headers.get("vary")).toBe("accept, accept-encoding");
    const tag = first.headers.get("etag")!;
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    const body = await first.text();
    const post = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "*/*" },
      body: JSON.stringify({ query: ROLE, variables: { ref: "Staff MLE" } }),
    });
    expect(await post.text()).toBe(body);
    expect(keeping(post)).toEqual(NOT_KEPT);
    // Requested with other text, with other tags, and from the third time on from the response cache.
    for (const ask of [
      () => get(ROLE, { ref: "Staff MLE" }, { "if-none-match": tag }),
      () => get(`# Again\n${ROLE}`, { ref: "Staff MLE" }, { "if-none-match": `"other", ${tag}` }),
    ]) {
      const again = await ask();
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
      expect(again.headers.get("cache-control")).toBe("public, no-cache");
      expect(again.headers.get("vary")).toBe("accept, accept-encoding");
    }
    for (let time = 0; time < 2; time++) expect(keeping(await get(ROLE, { ref: "Staff MLE" }))).toEqual(KEPT);
  });

  test("has the same tag if only its headers are requested", async () => {
    const address = `${service.url}?query=${encodeURIComponent("{ sources { totalCount } }")}`;
    const [head, whole] = [await fetch(address, { method: "HEAD" }), await fetch(address)];
    expect(keeping(head)).toEqual(KEPT);
    expect(head.headers.get("etag")).toBe(whole.headers.get("etag"));
  });

  test("has another tag with other variables or another form of the answer", async () => {
    const tags = await Promise.all(
      [
        get(ROLE, { ref: "Staff MLE" }),
        get(ROLE, { ref: "Junior MLE" }),
        get(ROLE, { ref: "Staff MLE" }, { accept: "application/graphql-response+json" }),
        get("{ __typename }"),
      ].map(async (answer) => (await answer).headers.get("etag")),
    );
    expect(new Set(tags).size).toBe(4);
    const other = await get(ROLE, { ref: "Junior MLE" }, { "if-none-match": tags[0]! });
    expect([other.status, await other.json()]).toMatchObject([200, { data: { role: {} } }]);
  });

  test.each([
    ["errors", `{ role(ref: "nobody") { id } }`],
    ["a field that may change within a revision", "{ dataset { store loadedAt } }"],
    ["a syntax error", "{ role"],
    ["a profile", `{ matchingRoles(profile: { skills: ["Python"] }) { totalCount } }`],
  ])("is not cached if the answer has %s", async (_, query) => {
    for (let time = 0; time < 3; time++) expect(keeping(await get(query))).toEqual(NOT_KEPT);
  });

  test("is not cached if it is about a person, for every operation of the contract", async () => {
    let personal = 0;
    for (const [name, sets] of Object.entries(OPERATION_VARIABLES)) {
      const query = operation(name);
      const tells = /profile|skillsIn/.test(query);
      if (tells) personal++;
      for (const variables of sets) {
        const answer = await get(query, variables);
        const isSound = ((await answer.json()) as { errors?: unknown }).errors === undefined;
        const expected = isSound && !tells && name !== "dataset" ? KEPT : NOT_KEPT;
        expect([name, ...keeping(answer)]).toEqual([name, ...expected]);
      }
    }
    expect(personal).toBeGreaterThan(5);
  });

  test("is distinguished from others if its text contains a number too large for a float", async () => {
    for (const query of ["{ __typename }", "{ __typename }", "{ __typename }", "{ a: __typename }"]) {
      const address = new URL(service.url);
      address.searchParams.set("query", query);
      address.searchParams.set("variables", '{"n":1e400}');
      const answer = await fetch(address);
      expect(keeping(answer)).toEqual(NOT_KEPT);
      expect(await answer.json()).toEqual({ data: { [query.includes("a:") ? "a" : "__typename"]: "Query" } });
    }
  });

  test("is not cached while the store is unavailable", async () => {
    const settings = { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "none" };
    const away = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", ...settings }));
    try {
      const answer = await get(ROLE, { ref: "Staff MLE" }, {}, away);
      expect(keeping(answer)).toEqual(NOT_KEPT);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "STORE_UNAVAILABLE" } }] });
    } finally {
      await away.close();
    }
  });

  test("may be used for a while without revalidation if the configuration says so", async () => {
    const lasting = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", CACHE_MAX_AGE: "600" }));
    try {
      expect(keeping(await get(ROLE, { ref: "Staff MLE" }, {}, lasting))).toEqual(["public, max-age=600", true]);
    } finally {
      await lasting.close();
    }
  });

  test("needs a header that a foreign page cannot send if CORS_ORIGINS is restricted, with or without a tag", async () => {
    const restricted = await serve(
      readConfig({ PORT: "0", LOG_LEVEL: "silent", CORS_ORIGINS: "https://app.example.org" }),
    );
    try {
      const plain = () => get("{ __typename }", {}, {}, restricted);
      const refused = await plain();
      expect([refused.status, await refused.json()]).toMatchObject([
        400,
        { errors: [{ message: "A GET request needs the header `apollo-require-preflight: true`." }] },
      ]);
      const preflighted = () => get("{ __typename }", {}, { "apollo-require-preflight": "1" }, restricted);
      for (let time = 0; time < 3; time++) expect(keeping(await preflighted())).toEqual(KEPT);
      expect((await preflighted()).headers.get("vary")).toBe("Origin, accept, accept-encoding");
      expect(keeping(await plain())).toEqual(NOT_KEPT);
      expect((await plain()).status).toBe(400);
    } finally {
      await restricted.close();
    }
  });
});

describe("A response cache", () => {
  /** The metrics of a service after one operation was sent this many times. */
  async function counted(settings: Readonly<Record<string, string>>, times: number): Promise<readonly number[]> {
    const own = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", ...settings }));
    try {
      for (let time = 0; time < times; time++) {
        const answer = await get(ROLE, { ref: "Staff MLE" }, {}, own);
        expect(keeping(answer)).toEqual(KEPT);
        expect(await answer.json()).toEqual({ data: { role: { title: "Staff ML Engineer" } } });
      }
      const text = await (await fetch(new URL("/metrics", own.url))).text();
      return [
        'career_graph_response_cache_requests_total{result="MISS"}',
        'career_graph_response_cache_requests_total{result="HIT"}',
        'career_graph_operation_seconds_count{field="role",outcome="OK"}',
      ].map((name) => Number(text.split(`\n${name} `)[1]?.split("\n")[0] ?? 0));
    } finally {
      await own.close();
    }
  }

  test("answers from the third time on, and counts its answers", async () => {
    expect(await counted({}, 5)).toEqual([2, 3, 2]);
  });

  test("is not used if its size is 0", async () => {
    expect(await counted({ RESPONSE_CACHE_MB: "0" }, 3)).toEqual([0, 0, 3]);
  });
});

describe("A large answer", () => {
  test("is compressed for clients that accept it, with the same content", async () => {
    const neighborhood = `{ neighborhood(id: "role:senior-ml-engineer", depth: 3, limit: 500) { nodes { id label kind } edges { id } } }`;
    const sizes = new Map<string, number>();
    const texts = new Set<string>();
    for (const encoding of ["identity", "gzip", "br"]) {
      const answer = await get(neighborhood, {}, { "accept-encoding": encoding });
      expect(answer.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(answer.headers.get("vary")).toBe("accept, accept-encoding");
      texts.add(await answer.text());
      sizes.set(encoding, await bytesOf(neighborhood, encoding));
    }
    expect(texts.size).toBe(1);
    expect(sizes.get("gzip")).toBeLessThan(sizes.get("identity")! / 5);
    expect(sizes.get("br")).toBeLessThan(sizes.get("identity")! / 5);
  });

  /** Bytes of the body as sent. */
  function bytesOf(query: string, encoding: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const asked = request(`${service.url}?query=${encodeURIComponent(query)}`, {
        headers: { "accept-encoding": encoding },
      });
      asked.on("error", reject);
      asked.on("response", (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
        answer.on("end", () => resolve(bytes));
      });
      asked.end();
    });
  }
});
