import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../../src/paths/findPaths.js";
import { SearchClock } from "../../../src/paths/pace/SearchClock.js";
import { SearchQueue } from "../../../src/paths/pace/SearchQueue.js";
import { UNCONSTRAINED } from "../../../src/paths/query/PathQuery.js";
import { denseNetwork } from "../denseNetwork.js";

/** A search that runs until it is told to end. */
function openSearch(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
}

function afterTurns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe("the queue of searches", () => {
  test("runs few at once and the others in the order of arrival, also after one that failed", async () => {
    const queue = new SearchQueue(2);
    const searches = Array.from({ length: 5 }, openSearch);
    const begun: number[] = [];
    const answers = searches.map(({ ended }, i) =>
      queue.run(new SearchClock(), async () => {
        begun.push(i);
        await ended;
        if (i === 1) throw new Error("This search fails.");
        return i;
      }),
    );
    const settled = Promise.allSettled(answers);
    await afterTurns();
    expect(begun).toEqual([0, 1]);
    expect(queue.length).toBe(3);
    searches[1]!.end();
    await afterTurns();
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of searches) end();
    expect((await settled).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
      "fulfilled",
    ]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(queue.length).toBe(0);
  });

  test("subtracts the time that a search waits from its budget", async () => {
    const queue = new SearchQueue(1);
    const { ended, end } = openSearch();
    const first = queue.run(new SearchClock(), () => ended);
    const clock = new SearchClock({ milliseconds: 1 });
    const second = queue.run(clock, async () => clock.exhausted);
    await new Promise((resolve) => setTimeout(resolve, 5));
    end();
    await first;
    expect(await second).toBe(true);
  });
});

describe("a search whose request was canceled", () => {
  test("ends when it next pauses, with what it has found", async () => {
    const network = await denseNetwork(300);
    const ask = (signal: AbortSignal) =>
      findPaths(network, {
        fromId: "role:r0",
        toId: "role:r150",
        objective: "LEAST_LEARNING",
        limit: 20,
        constraints: UNCONSTRAINED,
        heldSkillIds: [],
        budget: { milliseconds: Infinity, signal },
      });
    const given = new AbortController();
    const answer = ask(given.signal);
    await afterTurns();
    given.abort();
    expect(await answer).toMatchObject({ outcome: "LIMIT_REACHED" });
    expect((await ask(new AbortController().signal)).paths.length).toBeGreaterThan((await answer).paths.length);
  });
});
