import { beforeAll, describe, expect, test } from "@jest/globals";
import { execute, getOperationAST, type GraphQLSchema, parse } from "graphql";
import { CompiledOperations } from "../../src/graphql/execution/CompiledOperations.js";
import { isCompilable } from "../../src/graphql/execution/isCompilable.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { Context } from "../../src/graphql/Context.js";
import { OperationWork } from "../../src/graphql/limits/OperationWork.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import type { Snapshot } from "../../src/snapshot/Snapshot.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { distantReader } from "../store/distantReader.js";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { operation } from "./seedService.js";

let schema: GraphQLSchema;
let snapshot: Snapshot;

beforeAll(async () => {
  schema = await careerSchema();
  const { dataset } = await readDataset(["seed"]);
  snapshot = await new SnapshotHolder(new EmbeddedStore(dataset!, new Date(0))).check();
});

/** Arguments for `CompiledOperations`, with a new context each time. */
function asking(query: string, variables: Readonly<Record<string, unknown>> = {}, work = new OperationWork()) {
  const document = parse(query);
  return () => ({
    document,
    operation: getOperationAST(document) ?? undefined,
    operationName: undefined,
    variables,
    context: new Context(snapshot, work),
  });
}

function canBeCompiled(query: string): boolean {
  const document = parse(query);
  return isCompilable(schema, document, getOperationAST(document)!);
}

/** A turn of the event loop in which nothing is executed, and the next one. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe("Operations that can be compiled", () => {
  test("include the whole contract", () => {
    const cannot = Object.keys(OPERATION_VARIABLES).filter((name) => !canBeCompiled(operation(name)));
    expect(cannot).toEqual([]);
  });

  test.each([
    ["a string, which the compiler might run", `{ role(ref: "Staff MLE") { id } }`],
    ["a string as a default", `query ($ref: String! = "x") { role(ref: $ref) { id } }`],
    [
      "a string in a list",
      `query ($from: String!) { paths(from: $from, to: $from, where: { avoid: ["x"] }) { outcome } }`,
    ],
    ["names that may collide in the generated code", `query ($ref: String!) { a_b: role(ref: $ref) { c: id } }`],
    ["a name of a property that every object has", `query ($ref: String!) { constructor: role(ref: $ref) { id } }`],
    ["a name that is not an ordinary property", `query ($ref: String!) { __proto__: role(ref: $ref) { id } }`],
    ["a condition", `query ($ref: String!) { role(ref: $ref) { id title @skip(if: true) } }`],
    [
      "a variable in a list",
      `query ($ref: String!) { paths(from: $ref, to: $ref, where: { via: [$ref] }) { outcome } }`,
    ],
    [
      "a variable in an object",
      `query ($ref: String!) { paths(from: $ref, to: $ref, where: { maxSteps: $ref }) { outcome } }`,
    ],
  ])("do not include those with %s", (_, query) => {
    expect(canBeCompiled(query)).toBe(false);
  });

  test("do not include those whose code would grow without limit", () => {
    const many = Array.from({ length: 80 }, (_, n) => `a${n}: node(id: $id) { ... on Entity { id label } }`).join(" ");
    const nested = `query ($id: ID!) { ${many} }`;
    const begun = performance.now();
    expect(canBeCompiled(nested)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe("Compiled operations", () => {
  test("are compiled at their third use, after it was answered", async () => {
    const operations = new CompiledOperations(schema);
    const ask = asking(operation("role"), { ref: "Staff MLE" });
    for (const use of [1, 2, 3]) {
      expect(operations.size).toBe(0);
      await operations.execute(ask());
      if (use < 3) await idle();
    }
    expect(operations.size).toBe(0);
    await idle();
    expect(operations.size).toBe(1);
  });

  test("are not compiled while another operation is executed", async () => {
    const operations = new CompiledOperations(schema, false, () => 0);
    const ask = asking(operation("role"), { ref: "Staff MLE" });
    let isAnswered = false;
    // A second search waits for a turn of its own, and so do those after it.
    const searches = Array.from({ length: 40 }, (_, n) => `a${n}: tradeoffs(from: $from, to: $to) { outcome }`).join(
      " ",
    );
    const long = operations
      .execute(
        asking(`query ($from: String!, $to: String!) { ${searches} }`, { from: "Data Scientist", to: "Staff MLE" })(),
      )
      .then(() => (isAnswered = true));
    for (let use = 0; use < 3; use++) await operations.execute(ask());
    while (!isAnswered) {
      expect(operations.size).toBe(0);
      await idle();
    }
    await long;
    await idle();
    expect(operations.size).toBe(1);
  });

  test("are compiled although another operation is always executed, but only one in a while", async () => {
    let now = 0;
    const operations = new CompiledOperations(schema, false, () => now);
    const work = new OperationWork();
    let continueLong = (): void => undefined;
    const turn = new Promise<void>((resolve) => (continueLong = resolve));
    work.turnOfSearch = () => turn;
    // The second field waits for its turn.
    const long = operations.execute(asking("{ a: dataset { name } b: dataset { name } }", {}, work)());
    const asks = ["role", "levels"].map((name) => asking(operation(name), OPERATION_VARIABLES[name]![0]));
    for (let use = 0; use < 3; use++) for (const ask of asks) await operations.execute(ask());
    await idle();
    expect(operations.size).toBe(0);
    for (const compiled of [1, 2]) {
      now += 1_000;
      await operations.execute(asking("{ dataset { name } }")());
      await idle();
      expect(operations.size).toBe(compiled);
      await operations.execute(asking("{ dataset { name } }")());
    }
    continueLong();
    expect((await long).errors).toBeUndefined();
  });

  test("are limited in number", async () => {
    const operations = new CompiledOperations(schema, true);
    for (let n = 0; n < 100; n++) {
      await operations.execute(
        asking(`query ($ref: String!) { a${n}: role(ref: $ref) { id } }`, { ref: "Staff MLE" })(),
      );
    }
    expect(operations.size).toBe(64);
  });

  const near = (): Snapshot => snapshot;
  const distant = (failure?: () => Error) => (): Snapshot => ({
    ...snapshot,
    reader: distantReader(snapshot.reader, failure),
  });

  test.each([
    ["a store in memory", near],
    ["a store without data in memory", distant()],
  ])("get the same answers as from graphql-js over %s, also with invalid variables", async (_, snapshotOf) => {
    const operations = new CompiledOperations(schema, true);
    for (const [name, sets] of Object.entries(OPERATION_VARIABLES)) {
      for (const variables of [...sets, {}, { from: 7, ref: [], to: "No such role", limit: 1e9, first: -1 }]) {
        const ask = asking(operation(name), variables);
        const contextValue = new Context(snapshotOf());
        const plain = await execute({ schema, document: ask().document, contextValue, variableValues: variables });
        const compiled = await operations.execute({ ...ask(), context: new Context(snapshotOf()) });
        // Compared as text, because the order of keys counts.
        expect(JSON.stringify(sorted(compiled))).toBe(JSON.stringify(sorted(plain)));
      }
    }
    expect(operations.size).toBeGreaterThan(0);
  });

  test("get the same answers as from graphql-js over an unavailable store", async () => {
    const operations = new CompiledOperations(schema, true);
    const away = distant(() => new StoreUnavailableError("away"));
    for (const [name, sets] of Object.entries(OPERATION_VARIABLES)) {
      for (const variables of sets) {
        const ask = asking(operation(name), variables);
        const contextValue = new Context(away());
        const plain = await execute({ schema, document: ask().document, contextValue, variableValues: variables });
        const compiled = await operations.execute({ ...ask(), context: new Context(away()) });
        expect(compiled.data).toEqual(plain.data);
        // If several fields that cannot be null fail, graphql-js gives the error of one of them.
        const [told = [], least = []] = [sorted(compiled).errors, sorted(plain).errors];
        expect(told).toEqual(expect.arrayContaining(least));
        expect(told.length === 0).toBe(least.length === 0);
      }
    }
  });

  test("have the same cost, and resolve nothing more once they are stopped", async () => {
    const operations = new CompiledOperations(schema, true);
    for (const stop of [false, true]) {
      const [work, workOfOther] = [new OperationWork(), new OperationWork()];
      const ask = asking(operation("role"), { ref: "Staff MLE" }, work);
      if (stop) for (const one of [work, workOfOther]) one.stop("DISCONNECTED");
      const compiled = await operations.execute(ask());
      const { document, variables } = ask();
      const contextValue = new Context(snapshot, workOfOther);
      const plain = await execute({ schema, document, contextValue, variableValues: variables });
      expect(work.cost).toBe(workOfOther.cost);
      expect(work.cost).toBeGreaterThan(0);
      expect(JSON.stringify(compiled)).toBe(JSON.stringify(plain));
      expect(compiled.data?.["role"] === null).toBe(stop);
    }
  });
});

/** Errors in the order of the operation, because the order in which fields fail is not specified. */
function sorted({
  errors,
  data,
}: {
  readonly errors?: readonly { readonly path?: unknown }[];
  readonly data?: unknown;
}) {
  const inOrder = errors?.map((error) => JSON.stringify(error)).toSorted();
  return inOrder === undefined ? { data } : { errors: inOrder, data };
}
