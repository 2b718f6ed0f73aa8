import type { ApolloServerPlugin } from "@apollo/server";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { execute, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, locatedError, parse } from "graphql";
import { apolloServer } from "../../src/graphql/apollo.js";
import { Context } from "../../src/graphql/Context.js";
import { bytesOfAnswer, isLargerThan } from "../../src/graphql/limits/bytesOfAnswer.js";
import { limitFields } from "../../src/graphql/limits/limitFields.js";
import { FIELDS_A_TURN, LIMITS } from "../../src/graphql/limits/LIMITS.js";
import { type ListLengths, longestLists } from "../../src/graphql/limits/longestLists.js";
import { operationCost } from "../../src/graphql/limits/operationCost.js";
import { operationDepth } from "../../src/graphql/limits/operationDepth.js";
import { OperationWork, StoppedError } from "../../src/graphql/limits/OperationWork.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { pace } from "../../src/paths/pace/Pace.js";
import type { Snapshot } from "../../src/snapshot/Snapshot.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, need } from "../dataset/datasetOf.js";

describe("The bytes of an answer", () => {
  const ANSWERS = [
    null,
    true,
    12.5,
    "Zoë",
    "職業",
    [],
    {},
    [1, 1],
    ["a", null, [[]]],
    { first: "a", second: [] },
    { data: { role: { title: "Staff", skills: [{ id: "a" }, { id: "b" }], pay: null } } },
  ];

  test("are those of its JSON, plus one for each list or object that is not empty", () => {
    const holding = (value: unknown): number =>
      typeof value !== "object" || value === null || Object.keys(value).length === 0
        ? 0
        : Object.values(value).reduce((sum: number, inner) => sum + holding(inner), 1);
    for (const answer of ANSWERS) {
      const bytes = Buffer.byteLength(JSON.stringify(answer)) + holding(answer);
      expect(bytesOfAnswer(answer, Infinity)).toBe(bytes);
      for (let most = 0; most < 3 * bytes; most++) {
        expect(bytesOfAnswer(answer, most) > most).toBe(bytes > most);
        expect(isLargerThan(answer, most)).toBe(bytes > most);
      }
    }
  });

  test("are not counted string by string if three bytes for each UTF-16 code unit are within the bound", () => {
    const { byteLength } = Buffer;
    let counted = 0;
    Buffer.byteLength = (text) => {
      counted++;
      return byteLength(text);
    };
    try {
      // 2 for the list, 1 for its item, 2 for the quotes, 12 for the text.
      expect([isLargerThan(["abcd"], 12 + 5), counted]).toEqual([false, 0]);
      expect([isLargerThan(["abcd"], 12 + 4), counted]).toEqual([false, 1]);
    } finally {
      Buffer.byteLength = byteLength;
    }
  });

  test("are counted no further than the bound", () => {
    let read = 0;
    const counted = Array.from({ length: 1_000 }, () => ({
      get id() {
        read++;
        return "x";
      },
    }));
    for (const answer of [counted, { first: "x".repeat(10_000), then: counted }, ["x".repeat(10_000), counted]]) {
      read = 0;
      bytesOfAnswer(answer, answer === counted ? 100 : 10_100);
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(20);
    }
    const names = Object.fromEntries(counted.map((_, index) => [`f${index}`, counted[index]]));
    read = 0;
    bytesOfAnswer(names, 100);
    expect(read).toBeLessThan(20);
  });
});

describe("The depth of an operation", () => {
  test.each([
    ["{ a }", 1],
    ["{ a b { c { d } } e }", 3],
    ["{ a { b } c { d { e } } f { g } }", 3],
    ["{ __typename a { __typename } }", 1],
    ["{ __schema { types { fields { name } } } }", 0],
    ["{ ... on Query { a { ... on B { b } } } }", 2],
    ["{ a { ...F } } fragment F on B { b { c } }", 3],
    ["{ ...F a } fragment F on B { b { ...G } x } fragment G on B { c { d } }", 3],
    ["query A { a } query B { b { c } }", 0],
  ])("of %s is %i", (text, depth) => expect(operationDepth(parse(text), null)).toBe(depth));

  test("is that of the operation that is named", () => {
    const two = parse("query A { a } query B { b { ...F } } fragment F on C { c }");
    expect(["A", "B", "C"].map((name) => operationDepth(two, name))).toEqual([1, 2, 0]);
  });

  test("is found quickly, however often fragments are spread", () => {
    const fragments = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on A { ...F${at + 1} a { ...F${at + 1} } }`,
    );
    expect(operationDepth(parse(`{ ...F0 } ${fragments.join(" ")} fragment F40 on A { a }`), null)).toBe(41);
  });
});

describe("The estimated cost of an operation", () => {
  const lists = { SkillRequirement: 55, Transition: 12 };
  const cost = async (
    text: string,
    variables: Record<string, unknown> = {},
    lengths: ListLengths = lists,
    name?: string,
  ) => operationCost(await careerSchema(), parse(text), name, variables, lengths);

  test.each([
    // A field costs 1, a field of the root 100 more.
    ["{ dataset { name version } }", 103],
    ["{ a: dataset { name } b: dataset { name } }", 204],
    // A list counts as 10 items, as the longest list in the data, or as its arguments say.
    ['{ role(ref: "a") { title aliases } }', 103],
    ['{ role(ref: "a") { pay { id min } } }', 101 + 1 + 10 * 2],
    ['{ role(ref: "a") { skills { id } } }', 101 + 1 + 55],
    ['{ role(ref: "a") { transitions { id } } }', 101 + 1 + 12],
    ["{ roles(first: 3) { nodes { id title } totalCount } }", 101 + 3 * (1 + 2 + 1)],
    ["{ roles { nodes { id } } }", 101 + 20 * 2],
    ["{ roles(last: 3) { nodes { id } } }", 101 + 3 * 2],
    ["{ roles(last: 100) { nodes { id } } }", 101 + 100 * 2],
    ["{ roles(first: 3, last: null) { nodes { id } } }", 101 + 3 * 2],
    ["{ roles(last: 1000000) { nodes { id } } }", 101 + 100 * 2],
    ["{ roles(first: 1000000) { nodes { id } } }", 101 + 100 * 2],
    ["{ roles(first: 0) { nodes { id } } }", 101 + 2],
    ["{ roles(first: 2) { edges { node { skills { id } } } } }", 101 + 2 * (1 + 1 + 1 + 55)],
    // A search costs 1000 more, each reference in a list 10.
    ['{ shortestPath(from: "a", to: "b") { totals { steps } } }', 1_101 + 2],
    ['{ paths(from: "a", to: "b", limit: 4) { paths { summary } } }', 1_101 + 4 * 2],
    ['{ paths(from: "a", to: "b", limit: 99) { paths { summary } } }', 1_101 + 20 * 2],
    ['{ neighborhood(id: "a", limit: 1000000) { nodes { id } } }', 101 + 500 * 2],
    ['{ search(text: "a", first: 2) { nodes { id } } }', 1_101 + 2 * 2],
    ['{ skillGap(to: "a", profile: { skills: ["a", "b"], years: 3 }) { coverage } }', 101 + 20 + 1],
    ['{ skillGap(to: "a", profile: { levels: [{ skill: "a", level: 2 }] }) { coverage } }', 101 + 10 + 1],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 101 + 30 + 3],
  ])("of %s is %i", async (text, expected) => expect(await cost(text)).toBe(expected));

  test("depends on the variables, the named operation and the longest lists of the data", async () => {
    const text =
      'query A($n: Int, $ids: [ID!] = ["a"]) { roles(first: $n) { nodes { id } } nodes(ids: $ids) { id } } query B { dataset { name } }';
    expect(await cost(text, { n: 5 }, lists, "A")).toBe(101 + 10 + 101 + 10 + 1);
    expect(await cost(text, { n: null, ids: ["a", "b"] }, lists, "A")).toBe(101 + 40 + 101 + 20 + 2);
    expect(await cost(text, {}, lists, "B")).toBe(102);
    const skills = '{ role(ref: "a") { skills { id } } }';
    expect(await cost(skills, {}, { SkillRequirement: 3 })).toBe(102 + 10);
    expect(await cost(skills, {}, {})).toBe(102 + 10);
    const [schema, document] = [await careerSchema(), parse(text)];
    const known = [{ n: 5 }, { n: 6 }, { n: 5 }].map((values) => operationCost(schema, document, "A", values, lists));
    expect(known).toEqual([223, 225, 223]);
    expect(operationCost(schema, document, "B", {}, lists)).toBe(102);
    const role = parse(skills);
    expect([lists, { SkillRequirement: 70 }].map((each) => operationCost(schema, role, null, {}, each))).toEqual([
      157, 172,
    ]);
  });

  test("is null if graphql-js reports an error, and infinite if fragments unfold to too many fields", async () => {
    expect(await cost("query A { dataset { name } } query B { dataset { name } }")).toBeNull();
    expect(await cost("query ($n: Int) { roles(first: $n) { totalCount } }", { n: "many" })).toBeNull();
    expect(await cost("query ($r: String) { role(ref: $r) { id } }", { r: null })).toBeNull();
    const wide = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Role { ...F${at + 1} a${at}: track { id } ...F${at + 1} }`,
    );
    const text = `{ role(ref: "a") { ...F0 } } ${wide.join(" ")} fragment F40 on Role { id }`;
    expect(await cost(text)).toBe(Infinity);
  });

  test("rethrows an error that the request did not cause", async () => {
    const lengths = Object.defineProperty({}, "SkillRequirement", {
      get: () => {
        throw new Error("The lengths cannot be read.");
      },
    });
    await expect(cost('{ role(ref: "a") { skills { id } } }', {}, lengths)).rejects.toThrow("cannot be read");
  });
});

describe("The longest lists of a network", () => {
  test("are the highest number of needs of a role, and of transitions from or to a role", () => {
    const network = (needs: number[], out: number[], into: number[]) =>
      ({
        columns: {
          needStart: Uint32Array.from(needs),
          outStart: Uint32Array.from(out),
          inStart: Uint32Array.from(into),
        },
      }) as never;
    expect(longestLists(network([0, 2, 7, 8], [0, 1, 1, 4], [0, 2, 3, 4]))).toEqual({
      SkillRequirement: 5,
      Transition: 3,
    });
    expect(longestLists(network([0, 1], [0, 1, 2], [0, 0, 2]))).toEqual({ SkillRequirement: 1, Transition: 2 });
    expect(longestLists(network([0], [0], [0]))).toEqual({ SkillRequirement: 0, Transition: 0 });
  });
});

describe("The work of an operation", () => {
  const limits = { ...LIMITS, cost: 10, bytes: 20, milliseconds: 1_500 };

  test("is charged as a sum, and stopped for one reason, which its error names", () => {
    const told = (["COST", "BYTES", "DEADLINE", "DISCONNECTED"] as const).map((reason) => {
      const work = new OperationWork(limits);
      expect([work.stopped, work.signal.aborted]).toEqual([null, false]);
      work.stop(reason);
      work.stop("COST");
      expect([work.stopped, work.signal.aborted]).toEqual([reason, true]);
      const { message, extensions } = work.error();
      expect(extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", reason });
      return [message.split(". ")[0], extensions["limit"]];
    });
    expect(told).toEqual([
      ["The operation resolves more than 10 fields", 10],
      ["The answer is larger than 20 bytes", 20],
      ["The operation took more than 1.5 seconds", 1_500],
      ["The client closed the connection.", 0],
    ]);
    const work = new OperationWork(limits);
    expect([work.charge(4), work.charge(6), work.cost]).toEqual([true, true, 10]);
    expect([work.charge(1), work.stopped, work.cost]).toEqual([false, "COST", 11]);
  });

  test("ends its searches without being stopped", () => {
    const work = new OperationWork(limits);
    work.endSearches();
    expect([work.signal.aborted, work.stopped, work.charge(1)]).toEqual([true, null, true]);
  });

  test("is stopped at the deadline, unless it ended before", async () => {
    const [late, early] = [1, 2].map(() => new OperationWork({ ...limits, milliseconds: 5 }));
    late!.begin();
    early!.begin();
    early!.end();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect([late!.stopped, early!.stopped]).toEqual(["DEADLINE", null]);
  });

  test("does at once what has room in its turn, and the rest in later turns, in order", async () => {
    const work = new OperationWork();
    expect([work.turn(1_000), work.turn(3_000)]).toEqual([null, null]);
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const done: string[] = [];
    const later = (name: string, cost: number) => work.turn(cost)!.then(() => done.push(`${name}${done.length}`));
    const all = [later("a", 2_500), later("b", 2_500), later("c", 2_500), later("d", 2_500), later("e", 9_000)];
    expect(done).toEqual([]);
    await Promise.all(all.slice(0, 2));
    // Two fill a turn; the third waits for the next.
    expect(done).toEqual(["a0", "b1"]);
    expect(work.turn(1)).not.toBeNull();
    await Promise.all(all.slice(2, 4));
    expect(done).toEqual(["a0", "b1", "c2", "d3"]);
    await all[4];
    expect(done.at(-1)).toBe("e4");
    await work.nextTurn(10);
    // With the one that waited before.
    expect(work.turn(3_989)).toBeNull();
    expect(work.turn(1)).not.toBeNull();
    clearInterval(counting);
  });

  test("rejects waiting fields when it is stopped", async () => {
    const work = new OperationWork();
    const waiting = [work.nextTurn(1), work.nextTurn(1)];
    work.stop("DISCONNECTED");
    for (const { status, reason } of (await Promise.allSettled(waiting)) as { status: string; reason?: unknown }[]) {
      expect([status, reason]).toEqual(["rejected", expect.any(StoppedError)]);
      // graphql-js passes on an error with a path, and would search the document for the location of any other.
      expect(locatedError(reason, [], ["roles"])).toBe(reason);
      expect(reason).toHaveProperty("path", []);
    }
  });

  test("asks for one turn at a time, for as long as something waits", async () => {
    const rest = pace.rest;
    let asked = 0;
    pace.rest = () => {
      asked++;
      return rest.call(pace);
    };
    try {
      const many = new OperationWork();
      await Promise.all(Array.from({ length: 10 }, () => many.nextTurn(1)));
      expect(asked).toBe(1);
      const large = new OperationWork();
      await Promise.all(Array.from({ length: 3 }, () => large.nextTurn(FIELDS_A_TURN)));
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(asked).toBe(1 + 3);
    } finally {
      pace.rest = rest;
    }
  });
});

describe("What an operation resolves", () => {
  let held: Snapshot;
  beforeAll(async () => {
    const skills = ["x", "y", "z"];
    const dataset = await datasetOf({
      roles: [1, 2, 3].map((count) => ({
        ...{ id: `role:r${count}`, title: `Role ${count}`, place: "UNPLACED", aliases: [`R ${count}`, `Rr ${count}`] },
        skills: skills.slice(0, count).map((slug) => need(`skill:${slug}`)),
      })),
      skills: skills.map((slug) => ({ id: `skill:${slug}`, name: slug })),
    });
    held = (await new SnapshotHolder(new EmbeddedStore(dataset, new Date(0))).check())!;
  });

  async function asked(
    query: string,
    {
      prepare = (_: Context): void => undefined,
      limits = {},
      plugins = [] as readonly ApolloServerPlugin<Context>[],
    } = {},
  ) {
    const contextValue = new Context(held);
    if (Object.keys(limits).length > 0) {
      Object.defineProperty(contextValue, "work", { value: new OperationWork({ ...LIMITS, ...limits }) });
    }
    prepare(contextValue);
    const apollo = apolloServer(await careerSchema(), () => undefined, { plugins });
    const { body, http } = await apollo.executeOperation({ query }, { contextValue });
    if (body.kind !== "single") throw new Error("The answer came in parts.");
    const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer
    return {
      raw: body.singleResult,
      data,
      errors,
      status: http.status,
      cost: contextValue.work.cost,
      work: contextValue.work,
    };
  }

  test.each([
    // A field of the root costs 100; a list costs the number of items times the fields selected for each, including those of objects.
    ["{ dataset { name } }", 100],
    ["{ roles { totalCount } }", 100],
    ["{ roles { nodes { id title } } }", 100 + 3 * 2],
    ["{ roles { nodes { __typename id } } }", 100 + 3 * 2],
    ["{ roles { edges { cursor node { id title } } } }", 100 + 3 * 4],
    ["{ roles { nodes { id aliases } } }", 100 + 3 * 2 + 6],
    ["{ roles { nodes { skills { id skill { id name } } } } }", 100 + 3 + (1 + 2 + 3) * 4],
    ["{ roles { nodes { ...F ... on Role { title } } } } fragment F on Role { id }", 100 + 3 * 2],
    ["{ roles { nodes { id title @skip(if: true) } } }", 100 + 3],
    // For an interface, it is the highest count of its types.
    ['{ nodes(ids: ["role:r1", "skill:x"]) { id ... on Role { title summary } ... on Skill { name } } }', 100 + 2 * 3],
    ["{ a: dataset { name } b: dataset { name } }", 200],
    ['{ __type(name: "SortDirection") { enumValues { name } } }', 3 * 2],
  ])("is counted: %s", async (query, cost) => {
    const answer = await asked(query);
    expect(answer.errors).toBeUndefined();
    expect([query, answer.cost]).toEqual([query, cost]);
    expect(answer.status).toBeUndefined();
  });

  test("costs more if it is an error", async () => {
    expect((await asked("{ roles(first: 0) { totalCount } }")).cost).toBe(600);
    // Once, also if the field is a list.
    const ids = Array.from({ length: 101 }, (_, index) => `"role:r${index}"`).join();
    const list = await asked(`{ nodes(ids: [${ids}]) { id } }`);
    expect(list.errors).toHaveLength(1);
    expect(list.cost).toBe(600);
  });

  test("is one error and no data beyond the limit on cost, and nothing more is resolved", async () => {
    const query = "{ a: roles { nodes { id } } b: roles { nodes { id } } c: roles { nodes { id } } }";
    const within = await asked(query, { limits: { cost: 309 } });
    expect([within.errors, within.cost]).toEqual([undefined, 309]);
    const past = await asked(query, { limits: { cost: 308 } });
    expect(past).toMatchObject({ data: null, status: 400, errors: [{ extensions: { reason: "COST", limit: 308 } }] });
    expect(past.errors).toHaveLength(1);
    const stopped = await asked(query, { prepare: ({ work }) => work.stop("DISCONNECTED") });
    expect(stopped).toMatchObject({ data: null, status: 400, errors: [{ extensions: { reason: "DISCONNECTED" } }] });
    expect(stopped.errors).toHaveLength(1);
  });

  test("has one error in the log, however many fields were waiting", async () => {
    let waiting = 0;
    const seen: number[] = [];
    await asked("{ a: roles { nodes { id } } b: roles { nodes { id } } c: roles { nodes { id } } }", {
      prepare: ({ work }) => {
        void work.turn(FIELDS_A_TURN);
        const nextTurn = work.nextTurn.bind(work);
        work.nextTurn = (cost) => {
          if (++waiting === 3) queueMicrotask(() => work.stop("DEADLINE"));
          return nextTurn(cost);
        };
      },
      plugins: [
        { requestDidStart: async () => ({ didEncounterErrors: async ({ errors }) => void seen.push(errors.length) }) },
      ],
    });
    expect([waiting, seen]).toEqual([3, [1]]);
  });

  test("is one error beyond the limit on bytes", async () => {
    const query = "{ dataset { name } }";
    const bytes = bytesOfAnswer((await asked(query)).raw, Infinity);
    expect((await asked(query, { limits: { bytes } })).data).toEqual({ dataset: { name: "Test" } });
    const past = await asked(query, { limits: { bytes: bytes - 1 } });
    expect(past).toMatchObject({
      data: null,
      status: 400,
      errors: [{ extensions: { reason: "BYTES", limit: bytes - 1 } }],
    });
  });

  test("is resolved in several turns, and complete", async () => {
    const many = Array.from({ length: 1_500 }, (_, index) => `a${index}: title`).join(" ");
    // A turn that an earlier test requested must not count.
    await new Promise((resolve) => setImmediate(resolve));
    let turns = 0;
    const count = (): void => void (turns++, (next = setImmediate(count)));
    let next = setImmediate(count);
    const { data, errors, cost } = await asked(`{ roles { nodes { ${many} } } }`);
    clearImmediate(next);
    expect(errors).toBeUndefined();
    expect(cost).toBe(100 + 3 * 1_500);
    expect(data.roles.nodes.map((node: Record<string, string>) => [node["a0"], Object.keys(node).length])).toEqual(
      [1, 2, 3].map((number) => [`Role ${number}`, 1_500]),
    );
    expect(turns).toBeGreaterThan(0);
  });

  test("is refused before execution if it is too deep, may cost too much or is not a query", async () => {
    const nested = (pairs: number, inner: string) =>
      `{ role(ref: "a") { ${"transitions { from { ".repeat(pairs)} ${inner} ${"} }".repeat(pairs)} } }`;
    expect((await asked(nested(4, "id"))).errors?.[0].extensions.code).not.toBe("QUERY_TOO_DEEP");
    const deep = await asked(nested(4, "skills { id }"));
    expect(deep).toMatchObject({
      status: 400,
      cost: 0,
      errors: [{ extensions: { code: "QUERY_TOO_DEEP", depth: 11, limit: 10 } }],
    });
    const leaves = ["a", "b", "c", "d", "e"].map((name) => `${name}: certifications { name }`).join(" ");
    const costly = await asked(
      `{ roles(first: 100) { nodes { transitions { to { transitions { to { skills { skill { ${leaves} } } } } } } } } }`,
    );
    expect(costly).toMatchObject({
      status: 400,
      cost: 0,
      errors: [{ extensions: { code: "QUERY_TOO_COMPLEX", reason: "COST" } }],
    });
    expect(costly.errors[0].extensions.cost).toBeGreaterThan(LIMITS.estimatedCost);
    expect(costly.errors[0].message).toContain(` ${costly.errors[0].extensions.cost} fields`);
    for (const kind of ["mutation", "subscription"]) {
      expect(await asked(`${kind} { secretly }`)).toMatchObject({
        ...{ status: 400, cost: 0 },
        errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
      });
    }
    const two = await asked("query A { dataset { name } } query B { dataset { name } }");
    expect(two.errors[0].message).toMatch(/2 operations: “A”, “B”.*`operationName`/);
    const wide = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Role { ...F${at + 1} a${at}: track { id } ...F${at + 1} }`,
    );
    const beyond = await asked(`{ role(ref: "a") { ...F0 } } ${wide.join(" ")} fragment F40 on Role { id }`);
    expect(beyond).toMatchObject({
      ...{ status: 400, cost: 0 },
      errors: [
        {
          message: expect.stringContaining("far too many fields"),
          extensions: { code: "QUERY_TOO_COMPLEX", reason: "COST", cost: null, limit: LIMITS.estimatedCost },
        },
      ],
    });
  });
});

describe("A schema with limited fields", () => {
  /** Resolves `{ items: [Item] }`; counts the items whose `id` is resolved. */
  function limitedSchema(items: () => unknown) {
    let resolved = 0;
    const item = new GraphQLObjectType({
      name: "Item",
      fields: { id: { type: GraphQLString, resolve: () => String(++resolved) } },
    });
    const list = { type: new GraphQLList(item), resolve: items };
    const query = new GraphQLObjectType({
      name: "Query",
      fields: () => ({ items: list, group: { type: group, resolve: () => ({}) } }),
    });
    const group = new GraphQLObjectType({ name: "Group", fields: { items: list } });
    const schema = new GraphQLSchema({ query });
    limitFields(schema);
    return { schema, resolved: () => resolved };
  }

  const run = (schema: GraphQLSchema, text: string, work: OperationWork) =>
    execute({ schema, document: parse(text), contextValue: { work } });

  test("resolves no list below a field that was resolved before the operation was stopped", async () => {
    let lists = 0;
    const { schema, resolved } = limitedSchema(() => (lists++, [1, 2]));
    const work = new OperationWork({ ...LIMITS, cost: 101 });
    await run(schema, "{ group { a: items { id } b: items { id } } }", work);
    expect([work.stopped, lists, resolved()]).toEqual(["COST", 1, 0]);
  });

  test("reports the error of a list that fails, and charges for it", async () => {
    const { schema } = limitedSchema(() => Promise.reject(new Error("broken")));
    const work = new OperationWork();
    const { data, errors } = await run(schema, "{ group { items { id } } }", work);
    expect([data, errors?.map(({ message }) => message), work.cost]).toEqual([
      { group: { items: null } },
      ["broken"],
      100 + 500,
    ]);
  });

  test("resolves all items of a list that waits for a later turn", async () => {
    const { schema, resolved } = limitedSchema(() => Array.from({ length: 3_000 }, () => ({})));
    const { data } = await run(schema, "{ group { a: items { id } b: items { id } } }", new OperationWork());
    const { a, b } = (data as { group: Record<string, unknown[]> }).group;
    expect([a?.length, b?.length, resolved()]).toEqual([3_000, 3_000, 6_000]);
  });

  test("resolves a root field in a later turn if earlier ones took long", async () => {
    const { schema } = limitedSchema(() => {
      for (const end = performance.now() + 4; performance.now() < end;);
      return [{}];
    });
    const { data } = await run(schema, "{ a: items { id } b: items { id } c: items { id } }", new OperationWork());
    expect(data).toEqual({ a: [{ id: "1" }], b: [{ id: "2" }], c: [{ id: "3" }] });
  });
});
