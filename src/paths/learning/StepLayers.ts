import { LabelExtender, type SearchBounds } from "../search/LabelExtender.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { bitCount, type LearnedSkills } from "./LearnedSkills.js";

/** Limits on the layers. If they do not suffice, the search keeps its simpler bounds. */
const MOST_NODES = 1 << 16;
const MOST_STEPS = 1 << 20;
const MOST_WORDS = 1 << 21;
/** Maximum number of rounds of removing nodes. Rounds after the second seldom remove any; this bounds the time that they take. */
const MOST_ROUNDS = 4;

/** Whether paths with at least these skills, steps and months do not matter. */
export type IsBeaten = (skills: number, steps: number, months: number) => boolean;

/**
 * All ways from the start to the end within the cap on steps, as a layered graph: a node is a role with the waypoints passed and the steps
 * taken so far, and each step leads from one node to another. Constraints on the whole path are ignored, so there are more ways than paths.
 *
 * For each node it knows the skills that every continuation brings, and those that some continuation may need. The skills that every way
 * to a node and every way on from it bring show which nodes lie on no path that is good enough. Removing those nodes makes more skills
 * common to the ways that are left, so the removal is repeated.
 *
 * O(steps · skills / 32) time per round and O(nodes · skills / 32) memory.
 */
export class StepLayers {
  private readonly nodeIndex = new CompactIndex();
  /** The steps out of a node are those from stepStart[node] up to, not including, stepStart[node + 1]. Nodes are in order of the steps taken. */
  private readonly stepStart: number[] = [0];
  private readonly stepTo: number[] = [];
  private readonly stepMonths: number[] = [];
  /** 1 if a node lies on no way that matters. */
  private dead = new Uint8Array(0);
  /** The fewest steps, and the fewest months, from a node to the end. */
  private stepsLeft = new Int32Array(0);
  private monthsLeft = new Float64Array(0);
  private width = 0;
  /**
   * Sets of skills by node. `brought`: those that every way from the node on brings, including its own needs. `needed`: those that some way
   * after the node may need.
   */
  private brought = new Uint32Array(0);
  private needed = new Uint32Array(0);

  private constructor(
    private readonly task: PathTask,
    private readonly nodes: LabelExtender,
    private numbered: LearnedSkills,
  ) {}

  /** The skills as the sets number them. `leaveOut` replaces it. */
  get skills(): LearnedSkills {
    return this.numbered;
  }

  /** Null if there are too many ways or the clock ran out. */
  static async of(
    task: PathTask,
    bounds: SearchBounds,
    skills: LearnedSkills,
    clock: SearchClock,
  ): Promise<StepLayers | null> {
    const free = { ...task, maxMonths: Infinity, maxTrackChanges: Infinity };
    const layers = new StepLayers(task, new LabelExtender(free, { ...bounds, other: null }), skills);
    return (await layers.layOut(clock)) && layers.measure() ? layers : null;
  }

  /** The node of a state after some steps; ABSENT if no way that matters passes it. */
  nodeOf(state: number, steps: number): number {
    const node = this.nodeIndex.indexOf(this.keyOf(state, steps));
    return node === ABSENT || this.dead[node] === 1 ? ABSENT : node;
  }

  /** A lower bound on the skills that a label at a node ends with. */
  leastSkills(label: number, node: number): number {
    return this.skills.countWithSet(label, this.brought, node * this.width, this.width);
  }

  /** An upper bound on how many more skills `label` ends with than `other`, which is at a node. */
  excess(label: number, other: number, node: number): number {
    return this.skills.excess(label, other, this.needed, node * this.width, this.width);
  }

  /**
   * Removes the nodes that lie on no path that matters. If a path is left, renumbers the skills without those that every path brings.
   * @returns false if the renumbered sets would take too much memory; the layers are then of no use
   */
  async leaveOut(isBeaten: IsBeaten, clock: SearchClock): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.findBrought();
      if (this.dead[0] === 1) return true;
      if (!this.leaveOutBeaten(isBeaten)) break;
      clock.pass(this.stepTo.length);
      if (clock.restDue) await clock.rest();
    }
    this.findBrought();
    if (this.dead[0] === 1) return true;
    const common: number[] = [];
    for (let number = 0; number < this.width * 32; number++) if (hasBit(this.brought, number)) common.push(number);
    this.numbered = this.numbered.renumbered(common);
    // Sets get wider in leaps that depend on the order of the roles, so sets of fewer skills may be wider.
    if (!this.measure()) return false;
    this.findBrought();
    this.findNeeded();
    return true;
  }

  private keyOf(state: number, steps: number): number {
    return state * (this.task.maxSteps + 1) + steps;
  }

  private get count(): number {
    return this.nodeIndex.size;
  }

  /** Finds nodes and steps breadth-first from the start; false if there are too many or the clock ran out. */
  private async layOut(clock: SearchClock): Promise<boolean> {
    const { nodes, nodeIndex, stepTo, stepMonths, stepStart, task } = this;
    const { labels, prefix } = nodes;
    const states = task.network.roleCount * task.waypoints.length;
    if (states * (task.maxSteps + 1) > 2 ** 31) return false;
    prefix.begin([task.from]);
    const root = nodes.root();
    labels.steps[root] = 0;
    nodeIndex.add(this.keyOf(nodes.stateOf(root), 0));
    for (let node = 0; node < nodeIndex.size; node++) {
      if (labels.role[node] !== task.to) {
        if (!clock.spend(nodes.stepsFrom(node))) return false;
        if (clock.restDue) await clock.rest();
        nodes.extend(node, [], (label) => {
          const key = this.keyOf(nodes.stateOf(label), labels.steps[label]!);
          const known = nodeIndex.indexOf(key);
          stepMonths.push(labels.months[label]! - labels.months[node]!);
          stepTo.push(known === ABSENT ? nodeIndex.add(key) : known);
          return known === ABSENT;
        });
      }
      stepStart.push(stepTo.length);
      if (nodeIndex.size > MOST_NODES || stepTo.length > MOST_STEPS) return false;
    }
    this.dead = new Uint8Array(this.count);
    this.findLeft();
    return true;
  }

  /** Finds the distance of each node from the end. Marks nodes that do not lead to the end as dead. */
  private findLeft(): void {
    const { stepTo, stepMonths, stepStart, nodes, task, dead } = this;
    const stepsLeft = new Int32Array(this.count);
    const monthsLeft = new Float64Array(this.count);
    for (let node = this.count - 1; node >= 0; node--) {
      if (nodes.labels.role[node] === task.to) continue;
      let leastSteps = Infinity;
      let leastMonths = Infinity;
      for (let step = stepStart[node]!; step < stepStart[node + 1]!; step++) {
        const next = stepTo[step]!;
        if (dead[next] === 1) continue;
        leastSteps = Math.min(leastSteps, stepsLeft[next]! + 1);
        leastMonths = Math.min(leastMonths, monthsLeft[next]! + stepMonths[step]!);
      }
      if (leastSteps === Infinity) dead[node] = 1;
      stepsLeft[node] = leastSteps;
      monthsLeft[node] = leastMonths;
    }
    this.stepsLeft = stepsLeft;
    this.monthsLeft = monthsLeft;
  }

  /** Allocates the sets; false if they would take too much memory. */
  private measure(): boolean {
    const { skills, nodes, dead } = this;
    for (let node = 0; node < this.count; node++) if (dead[node] === 0) skills.needs(nodes.labels.role[node]!);
    this.width = skills.width;
    if (this.count * this.width > MOST_WORDS) return false;
    this.brought = new Uint32Array(this.count * this.width);
    this.needed = new Uint32Array(0);
    return true;
  }

  /** Computes `brought`, from the end backward. Marks nodes without a way on as dead. */
  private findBrought(): void {
    const { stepTo, stepStart, nodes, task, dead, brought, width } = this;
    for (let node = this.count - 1; node >= 0; node--) {
      if (dead[node] === 1) continue;
      const base = node * width;
      if (nodes.labels.role[node] === task.to) {
        brought.fill(0, base, base + width);
      } else {
        let ways = 0;
        for (let step = stepStart[node]!; step < stepStart[node + 1]!; step++) {
          const next = stepTo[step]!;
          if (dead[next] === 1) continue;
          if (ways++ === 0) brought.copyWithin(base, next * width, (next + 1) * width);
          else for (let i = 0; i < width; i++) brought[base + i]! &= brought[next * width + i]!;
        }
        if (ways === 0) {
          dead[node] = 1;
          continue;
        }
      }
      if (node > 0) this.addPlain(brought, base, nodes.labels.role[node]!);
    }
  }

  /** Computes `needed`, from the end backward. */
  private findNeeded(): void {
    const { stepTo, stepStart, nodes, dead, width, skills } = this;
    const needed = new Uint32Array(this.count * width);
    for (let node = this.count - 1; node >= 0; node--) {
      if (dead[node] === 1) continue;
      for (let step = stepStart[node]!; step < stepStart[node + 1]!; step++) {
        const next = stepTo[step]!;
        if (dead[next] === 1) continue;
        const base = node * width;
        for (let i = 0; i < width; i++) needed[base + i]! |= needed[next * width + i]!;
        this.addPlain(needed, base, nodes.labels.role[next]!);
        const { choices } = skills.needs(nodes.labels.role[next]!);
        for (let i = 0; i < choices.length; i++) setBit(needed, base, choices[i]!);
      }
    }
    this.needed = needed;
  }

  /** Marks nodes that lie on no path that matters as dead; false if there are none. */
  private leaveOutBeaten(isBeaten: IsBeaten): boolean {
    const { stepTo, stepMonths, stepStart, nodes, dead, brought, width, stepsLeft, monthsLeft } = this;
    /** The skills that every way to a node brings, including its own needs, and the fewest months to it. */
    const before = new Uint32Array(this.count * width).fill(0xffffffff);
    const months = new Float64Array(this.count).fill(Infinity);
    before.fill(0, 0, width);
    months[0] = 0;
    let changed = false;
    for (let node = 0; node < this.count; node++) {
      if (dead[node] === 1) continue;
      const base = node * width;
      if (node > 0) this.addPlain(before, base, nodes.labels.role[node]!);
      let least = this.skills.givenCount;
      for (let i = 0; i < width; i++) least += bitCount(before[base + i]! | brought[base + i]!);
      const isReached = months[node]! < Infinity;
      const steps = nodes.labels.steps[node]! + stepsLeft[node]!;
      if (!isReached || isBeaten(least, steps, months[node]! + monthsLeft[node]!)) {
        dead[node] = 1;
        changed = true;
        continue;
      }
      for (let step = stepStart[node]!; step < stepStart[node + 1]!; step++) {
        const next = stepTo[step]!;
        if (dead[next] === 1) continue;
        months[next] = Math.min(months[next]!, months[node]! + stepMonths[step]!);
        for (let i = 0; i < width; i++) before[next * width + i]! &= before[base + i]!;
      }
    }
    return changed;
  }

  private addPlain(sets: Uint32Array, base: number, role: number): void {
    const { plain } = this.skills.needs(role);
    for (let i = 0; i < plain.length; i++) setBit(sets, base, plain[i]!);
  }
}

function setBit(words: Uint32Array, base: number, bit: number): void {
  words[base + (bit >>> 5)]! |= 1 << (bit & 31);
}

function hasBit(words: Uint32Array, bit: number): boolean {
  return (words[bit >>> 5]! & (1 << (bit & 31))) !== 0;
}
