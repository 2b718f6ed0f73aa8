import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { ArrivalGuard } from "../../src/server/ArrivalGuard.js";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { LatestFirst } from "../../src/server/LatestFirst.js";
import { OperationGate } from "../../src/server/OperationGate.js";
import { serve, type Service } from "../../src/server/serve.js";
import { eventually } from "../eventually.js";

describe("An overloaded service", () => {
  let service: Service;
  beforeAll(async () => {
    const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });
    // Also in a rush, which may occur on a busy machine.
    const [waiting, wait, turn] = [1, 20_000, 20_000];
    service = await serve(config, {
      ...HTTP_LIMITS,
      computing: 1,
      rushComputing: 1,
      waiting,
      rushWaiting: waiting,
      waitMilliseconds: wait,
      rushWaitMilliseconds: wait,
      longMilliseconds: wait,
      turnMilliseconds: turn,
      rushHeld: waiting,
      rushHoldMilliseconds: wait,
    });
  });
  afterAll(() => service.close());

  const post = (query: string): Promise<Response> =>
    fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://app.example.org" },
      body: JSON.stringify({ query }),
    });
  const heavy = (name: string): Promise<Response> =>
    post(
      `{ ${Array.from({ length: 100 }, (_, i) => `s${i}: search(text: "mashine ${name} ${i}") { totalCount }`).join(" ")} }`,
    );

  test("refuses what exceeds its limits at once, in a form that pages can read, and stays live", async () => {
    const order: number[] = [];
    const asked = ["a", "b", "c", "d", "e"].map(async (name) => {
      const answer = await heavy(name);
      order.push(answer.status);
      return answer;
    });
    expect((await fetch(new URL("/health/live", service.url))).status).toBe(200);
    const answers = await Promise.all(asked);
    expect(order).toEqual([503, 503, 503, 200, 200]);
    const refused = answers.find(({ status }) => status === 503)!;
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "TOO_BUSY", retryAfter: 1 } }] });
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(refused.headers.get("access-control-expose-headers")).toContain("Retry-After");
    expect((await post("{ __typename }")).status).toBe(200);
    const metrics = await (await fetch(new URL("/metrics", service.url))).text();
    expect(metrics).toContain('career_graph_refused_total{reason="IN_FLIGHT"} 3');
    expect(metrics).toContain('career_graph_operations_in_flight{state="running"} 0');
  });
});

test("A client that disconnects while it waits does not count as refused", async () => {
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });
  const service = await serve(config, { ...HTTP_LIMITS, computing: 0, waitMilliseconds: 20_000 });
  try {
    const metrics = async (): Promise<string> => (await fetch(new URL("/metrics", service.url))).text();
    const client = new AbortController();
    const answer = fetch(`${service.url}?query={__typename}`, { signal: client.signal });
    const waiting = (count: number) => async () =>
      expect(await metrics()).toContain(`operations_in_flight{state="waiting"} ${count}`);
    await eventually(waiting(1), { timeout: 5_000 });
    client.abort();
    await expect(answer).rejects.toThrow();
    await eventually(waiting(0), { timeout: 5_000 });
    expect(await metrics()).not.toContain('refused_total{reason="IN_FLIGHT"}');
  } finally {
    await service.close();
  }
});

describe("A service with turns that take too long", () => {
  test("refuses operations, but no requests of the operator", async () => {
    const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });
    // Any turn takes longer than this.
    const service = await serve(config, { ...HTTP_LIMITS, meanTurnMilliseconds: 0.001 });
    try {
      const ask = () =>
        fetch(service.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: "{ __typename }" }),
        });
      await eventually(async () => expect((await ask()).status).toBe(503), { timeout: 5_000 });
      const refused = await ask();
      expect(refused.headers.get("retry-after")).toBe("1");
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "TOO_BUSY", retryAfter: 1 } }] });
      expect((await fetch(new URL("/health/live", service.url))).status).toBe(200);
      const metrics = await (await fetch(new URL("/metrics", service.url))).text();
      expect(metrics).toMatch(/career_graph_refused_total\{reason="EVENT_LOOP"\} [1-9]/);
    } finally {
      await service.close();
    }
  });
});

describe("The gate of operations", () => {
  test("admits waiting operations in order, forgets those that leave, and frees each place once", async () => {
    const gate = new OperationGate({ ...HTTP_LIMITS, computing: 1, waiting: 2, waitMilliseconds: 10_000 });
    const [first, second, third, fourth] = [gate.enter(), gate.enter(), gate.enter(), gate.enter()];
    expect(await first.decision).toBe("BEGIN");
    expect(await fourth.decision).toBe("REFUSED");
    second.leave();
    expect(await second.decision).toBe("LEFT");
    first.leave();
    first.leave();
    expect(await third.decision).toBe("BEGIN");
    expect([gate.inProgress, gate.waiting]).toEqual([1, 0]);
    third.leave();
    expect(gate.inProgress).toBe(0);
  });

  test("admits few in a rush, in addition to those that have run for long", async () => {
    let isRush = false;
    const limits = { ...HTTP_LIMITS, computing: 4, rushComputing: 1, rushWaiting: 1, longMilliseconds: 300 };
    const gate = new OperationGate(limits, () => isRush);
    expect([await gate.enter().decision, gate.isFull]).toEqual(["BEGIN", false]);
    isRush = true;
    const alive = setTimeout(() => {}, 5_000);
    const waits = gate.enter();
    expect([gate.waiting, gate.isFull, await gate.enter().decision]).toEqual([1, true, "REFUSED"]);
    expect(await waits.decision).toBe("REFUSED");
    await new Promise((resolve) => setTimeout(resolve, limits.longMilliseconds));
    expect(await gate.enter().decision).toBe("BEGIN");
    expect(gate.inProgress).toBe(2);
    clearTimeout(alive);
  });

  test("admits others while some wait for a store elsewhere, up to a limit", async () => {
    const gate = new OperationGate({
      ...HTTP_LIMITS,
      computing: 1,
      inProgress: 3,
      waiting: 4,
      waitMilliseconds: 10_000,
    });
    const [first, second, third, fourth] = [gate.enter(), gate.enter(), gate.enter(), gate.enter()];
    expect([gate.inProgress, gate.waiting]).toEqual([1, 3]);
    first.atStore(true);
    first.atStore(true);
    expect([await second.decision, gate.inProgress, gate.waiting]).toEqual(["BEGIN", 2, 2]);
    second.atStore(true);
    third.atStore(true);
    expect([await third.decision, gate.inProgress, gate.waiting]).toEqual(["BEGIN", 3, 1]);
    // What comes back from the store continues at once, and a place is free again when only one is not finished.
    first.atStore(false);
    second.leave();
    third.leave();
    expect([gate.inProgress, gate.waiting]).toEqual([1, 1]);
    first.leave();
    expect([await fourth.decision, gate.inProgress, gate.waiting]).toEqual(["BEGIN", 1, 0]);
  });

  test("when a rush begins, refuses operations that have waited too long for a rush", async () => {
    let isRush = false;
    const limits = { ...HTTP_LIMITS, computing: 2, rushComputing: 2, waitMilliseconds: 10_000 };
    const gate = new OperationGate(limits, () => isRush);
    const running = [gate.enter(), gate.enter()];
    const waits = gate.enter();
    await new Promise((resolve) => setTimeout(resolve, limits.rushWaitMilliseconds + 5));
    isRush = true;
    running[0]!.leave();
    expect(await waits.decision).toBe("REFUSED");
    expect([gate.inProgress, gate.waiting, gate.isOpen]).toEqual([1, 0, true]);
  });

  test("refuses none of a burst of 64 operations that take the processor for 0.3 s together", async () => {
    const gate = new OperationGate(HTTP_LIMITS);
    const burst = await Promise.all(
      Array.from({ length: 64 }, async () => {
        const { decision, leave } = gate.enter();
        if ((await decision) !== "BEGIN") return false;
        for (let turn = 0; turn < 5; turn++) {
          await new Promise((resolve) => setImmediate(resolve));
          for (const end = performance.now() + 1; performance.now() < end;);
        }
        leave();
        return true;
      }),
    );
    expect(burst.filter((served) => served)).toHaveLength(64);
  });

  test("refuses what has waited too long", async () => {
    const gate = new OperationGate({ ...HTTP_LIMITS, computing: 1, waiting: 1, waitMilliseconds: 20 });
    gate.enter();
    // The gate's own timer does not keep a process alive.
    const alive = setTimeout(() => {}, 5_000);
    expect(await gate.enter().decision).toBe("REFUSED");
    expect([gate.inProgress, gate.waiting]).toEqual([1, 0]);
    clearTimeout(alive);
  });
});

describe("The guard of arriving requests", () => {
  /** A guard with a clock that stands still until it is set, and with the time that the event loop has slept. */
  function guarded() {
    let [now, slept] = [0, 0];
    const limits = {
      turnMilliseconds: 50,
      rushAfterMilliseconds: 50,
      rushFromMilliseconds: 25,
      rushFromAnswers: 8,
      rushAnswersMilliseconds: 10,
      rushFromWaiting: 4,
      rushMilliseconds: 50,
    };
    const guard = new ArrivalGuard(
      limits,
      () => now,
      () => slept,
    );
    return {
      guard,
      work: (milliseconds: number) => void (now += milliseconds),
      sleep: (milliseconds: number) => void ([now, slept] = [now + milliseconds, slept + milliseconds]),
      endTurn: () => new Promise((resolve) => setImmediate(resolve)),
    };
  }

  test("reads a burst for a while, and refuses the rest of it", async () => {
    const { guard, work, sleep, endTurn } = guarded();
    sleep(1_000);
    expect(guard.handlingOf(0, 0)).toBe("READ");
    work(40);
    expect([guard.handlingOf(0, 1), guard.isRush]).toEqual(["READ", false]);
    work(20);
    expect(guard.handlingOf(0, 2)).toBe("REFUSE");
    await endTurn();
    expect(guard.handlingOf(0, 2)).toBe("READ");
  });

  test("holds requests once many wait on a busy event loop, until it sleeps again", async () => {
    const { guard, work, sleep, endTurn } = guarded();
    for (let turn = 0; turn < 3; turn++) {
      expect(guard.handlingOf(0, 0)).toBe("READ");
      work(30);
      expect(guard.handlingOf(0, 1)).toBe(turn < 2 ? "READ" : "HOLD");
      await endTurn();
    }
    expect(guard.isRush).toBe(true);
    expect(guard.handlingOf(0, 0)).toBe("HOLD");
    guard.late();
    await endTurn();
    sleep(100);
    expect([guard.handlingOf(0, 0), guard.isRush]).toEqual(["READ", false]);
    work(30);
    expect(guard.handlingOf(0, 0)).toBe("READ");
  });

  test("detects a rush at once in a turn that has answered many requests and has more to read", async () => {
    const { guard, work, sleep, endTurn } = guarded();
    sleep(1_000);
    for (let read = 0; read < 8; read++) {
      expect(guard.handlingOf(0, 0)).toBe("READ");
      work(2);
    }
    expect([guard.handlingOf(0, 0), guard.isRush]).toEqual(["HOLD", true]);
    await endTurn();
    expect(guard.handlingOf(0, 0)).toBe("HOLD");
    work(10);
    await endTurn();
    work(10);
    expect(guard.handlingOf(0, 0)).toBe("HOLD");
    // Nothing was late for a while.
    await endTurn();
    work(60);
    guard.handlingOf(0, 0);
    await endTurn();
    work(60);
    expect([guard.handlingOf(0, 0), guard.isRush]).toEqual(["READ", false]);
  });

  test("does not regard many unanswered operations as a rush, however long it took to begin them", async () => {
    const { guard, work, sleep } = guarded();
    sleep(1_000);
    for (let read = 0; read < 40; read++) {
      expect([guard.handlingOf(Math.max(0, read - 8), Math.min(8, read)), guard.isRush]).toEqual(["READ", false]);
      work(1);
    }
  });

  test("detects a rush if many wait and stay many while others are answered", async () => {
    const { guard, work, sleep, endTurn } = guarded();
    sleep(1_000);
    const handlings: string[] = [];
    for (let answered = 0; answered < 10; answered++) {
      // One more is answered in each turn.
      if (answered === 0) for (let read = 0; read < 8; read++) guard.handlingOf(0, 0);
      handlings.push(guard.handlingOf(6, 2));
      work(1);
      await endTurn();
    }
    expect(handlings).toEqual([...Array.from({ length: 8 }, () => "READ"), "HOLD", "HOLD"]);
  });

  test("does not regard requests that are refused at a full gate as answered", async () => {
    const { guard, sleep, work, endTurn } = guarded();
    sleep(1_000);
    for (let read = 0; read < 8; read++) guard.handlingOf(Math.max(0, read - 2), Math.min(2, read));
    for (let refused = 0; refused < 100; refused++) {
      expect([guard.handlingOf(6, 2), guard.isRush]).toEqual(["READ", false]);
      guard.turnedAway();
    }
    // One is answered and another waits in its place, 8 times.
    for (let answered = 0; answered < 9; answered++) {
      await endTurn();
      work(1);
      expect(guard.handlingOf(6, 2)).toBe(answered < 8 ? "READ" : "HOLD");
    }
  });

  test("does not regard a burst after a busy start as a rush", () => {
    const { guard, work } = guarded();
    work(2_000);
    expect([guard.handlingOf(0, 0), guard.handlingOf(1, 0), guard.isRush]).toEqual(["READ", "READ", false]);
  });

  test("does not regard a busy event loop as a rush if nothing waits, as during long searches", async () => {
    const { guard, work, endTurn } = guarded();
    for (let turn = 0; turn < 100; turn++) {
      expect([guard.handlingOf(0, 1), guard.isRush]).toEqual(["READ", false]);
      work(5);
      expect(guard.handlingOf(0, 1)).toBe("READ");
      await endTurn();
    }
    guard.handlingOf(1, 0);
    expect(guard.isRush).toBe(true);
    // It ends as soon as all requests arrive in time, however busy searches keep the event loop.
    for (let turn = 0; turn < 25; turn++) {
      await endTurn();
      work(5);
      expect(guard.handlingOf(0, 1)).not.toBe("REFUSE");
    }
    expect(guard.isRush).toBe(false);
  });
});

describe("A request that is held in a rush", () => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test("is answered after later ones, one per turn, while it is recent and there is room", async () => {
    let hasRoom = true;
    const [answered, refused]: [number[], number[]] = [[], []];
    const latestFirst = new LatestFirst<number>(
      3,
      20,
      () => hasRoom,
      (item) => answered.push(item),
      (item) => refused.push(item),
    );
    for (const item of [1, 2, 3]) latestFirst.add(item);
    expect(answered).toEqual([]);
    await turn();
    expect(answered).toEqual([3]);
    latestFirst.add(4);
    await turn();
    expect([answered, refused]).toEqual([[3, 4], []]);
    hasRoom = false;
    await turn();
    await new Promise((resolve) => setTimeout(resolve, 30));
    latestFirst.add(5);
    await turn();
    await turn();
    expect([answered, refused]).toEqual([
      [3, 4],
      [1, 2],
    ]);
    // The oldest ones, if more wait than may.
    for (const item of [6, 7, 8]) latestFirst.add(item);
    await turn();
    await turn();
    expect(refused).toEqual([1, 2, 5]);
    hasRoom = true;
    await turn();
    expect(answered).toEqual([3, 4, 8]);
  });
});
