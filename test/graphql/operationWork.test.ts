import { beforeAll, describe, expect, test } from "@jest/globals";
import { LIMITS } from "../../src/graphql/limits/LIMITS.js";
import { OperationWork } from "../../src/graphql/limits/OperationWork.js";
import { type Ask, askingSeed } from "./seedService.js";

const times = (count: number, field: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => field(index)).join(" ");

/** Operations that exceed the limits by far, each through other fields. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  "back and forth": `{ role(ref: "Principal MLE") { skills { role { skills { role { skills { role { title } } } } } } } }`,
  "transitions and skills": `{ ${times(9, (i) => `r${i}: roles(first: 100) { nodes { transitions { to { transitionsInto { from { skills { id role { title } skill { name } basis } } } } } } }`)} }`,
  "roles of skills": `{ ${times(9, (i) => `s${i}: skills(first: 100) { nodes { roles(first: 100) { nodes { role { skills { id skill { id name } } } } } } }`)} }`,
  statements: `{ ${times(260, (i) => `s${i}: statements { text about { id } citations { heading source { id } } }`)} }`,
  searches: `{ ${times(250, (i) => `s${i}: search(text: "mashine lerning") { totalCount }`)} }`,
  "similar roles": `{ ${times(20, (i) => `r${i}: roles(first: 100) { nodes { similar(first: 1) { score } } }`)} }`,
  "near misses": `{ ${times(400, (i) => `r${i}: role(ref: "Mashine Lerning") { id }`)} }`,
  neighborhoods: `{ ${times(250, (i) => `n${i}: neighborhood(id: "skill:python", depth: 3, limit: 500) { truncated }`)} }`,
  introspection: `{ ${times(110, (i) => `s${i}: __schema { types { fields { name args { name type { name } } } } }`)} }`,
};

describe("An operation that does too much", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test.each(Object.entries(TOO_MUCH))("through %s ends soon, with one error and no data", async (_, query) => {
    const begun = process.cpuUsage();
    const answer = await ask(query);
    const { user, system } = process.cpuUsage(begun);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX" });
    expect(["COST", "BYTES"]).toContain(answer.errors?.[0]?.extensions.reason);
    expect(answer.data ?? null).toBeNull();
    // Under a second in the service; Jest makes hot code several times slower.
    expect((user + system) / 1000).toBeLessThan(6_000);
  });

  test("lets other operations run meanwhile", async () => {
    const large = ask(TOO_MUCH.searches!);
    let answered = false;
    void large.then(() => (answered = true));
    await ask(`{ role(ref: "Staff MLE") { title } }`);
    expect(answered).toBe(false);
    await large;
  });
});

describe("The work of an operation", () => {
  const limits = { ...LIMITS, cost: 10, milliseconds: 20 };

  test("is stopped once it is charged beyond its limit, and stays stopped", () => {
    const work = new OperationWork(limits);
    expect(work.charge(10)).toBe(true);
    expect(work.charge(1)).toBe(false);
    work.stop("DEADLINE");
    expect(work.charge(0)).toBe(false);
    expect([work.stopped, work.signal.aborted]).toEqual(["COST", true]);
    expect(work.error().extensions).toEqual({ code: "QUERY_TOO_COMPLEX", reason: "COST", limit: 10 });
  });

  test("is stopped by its deadline", async () => {
    const work = new OperationWork(limits);
    work.begin();
    await new Promise((resolve) => work.signal.addEventListener("abort", resolve));
    expect(work.stopped).toBe("DEADLINE");
  });

  test("rejects what waits for its turn when it is stopped", async () => {
    const waiting = new OperationWork(limits);
    const turn = waiting.nextTurn(1);
    waiting.stop("DISCONNECTED");
    await expect(turn).rejects.toThrow("stopped");
  });

  test("waits only once its turn is used up, and continues in the order of the requests", async () => {
    const work = new OperationWork();
    expect(work.turn(4_000)).toBeNull();
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((index) => work.turn(3_000)?.then(() => order.push(index))));
    expect(order).toEqual([1, 2, 3]);
  });
});
