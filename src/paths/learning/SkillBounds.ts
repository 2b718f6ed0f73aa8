import type { LabelExtender } from "../search/LabelExtender.js";
import { ABSENT } from "../collections/CompactIndex.js";
import { doubled } from "../collections/doubled.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { BottleneckBounds } from "./BottleneckBounds.js";
import type { LearnedSkills } from "./LearnedSkills.js";
import type { LearningTask } from "./learningTask.js";
import { type IsBeaten, StepLayers } from "./StepLayers.js";

/** The memory that the labels of one search may use, in bytes. */
const MOST_BYTES = 32 * 2 ** 20;
/** The memory of one label without its set of skills, in bytes. */
const LABEL_BYTES = 64;

/**
 * Bounds the skills of the paths that begin with a label, and compares labels. At first it uses the waypoints that are left and the
 * greatest need on the way. Once sharpened, it uses all ways that are left.
 */
export class SkillBounds {
  /** The skill sets of the labels. `sharpen` replaces it. */
  skills: LearnedSkills;
  private readonly task: PathTask;
  private readonly bottlenecks: BottleneckBounds;
  private layers: StepLayers | null = null;
  /** By label: what `keepLeast` found. */
  private leasts = new Int32Array(1024);
  /** Whether `sharpen` has run. */
  private sharpened = false;

  constructor(
    private readonly learning: LearningTask,
    private readonly extender: LabelExtender,
  ) {
    this.skills = learning.skills;
    this.task = learning.task;
    this.bottlenecks = learning.bottlenecks;
  }

  /** How many labels fit in memory at the current width of their sets. */
  get room(): number {
    return Math.floor(MOST_BYTES / (LABEL_BYTES + this.skills.width * Uint32Array.BYTES_PER_ELEMENT));
  }

  /** The lower bound that `keepLeast` found for a label. */
  least(label: number): number {
    return this.leasts[label]!;
  }

  /** Finds and keeps a lower bound on the skills that a label ends with. Infinity if no continuation matters; it is then not kept. */
  keepLeast(label: number): number {
    const least = this.findLeast(label);
    if (least === Infinity) return least;
    if (label >= this.leasts.length) this.leasts = doubled(this.leasts);
    return (this.leasts[label] = least);
  }

  /** Gives a label another number. */
  move(from: number, to: number): void {
    this.skills.copy(from, to);
    this.leasts[to] = this.leasts[from]!;
  }

  private findLeast(label: number): number {
    const { extender, layers, task } = this;
    const { labels } = extender;
    const passed = labels.passed[label]!;
    if (layers !== null) {
      const node = layers.nodeOf(extender.stateOf(label), labels.steps[label]!);
      return node === ABSENT ? Infinity : layers.leastSkills(label, node);
    }
    let least = this.bottlenecks.left(labels.role[label]!, passed);
    for (let position = passed; position < task.waypoints.length; position++) {
      least = Math.max(least, this.skills.leastWith(label, task.waypoints[position]!));
    }
    return least;
  }

  /**
   * Whether a label dominates another of its state. It must be no nearer to any bound. For every common continuation, it must also end with
   * fewer skills, or end with no more and not be later by (steps, months, inferred steps, role ids).
   * @param monthsMatter whether it must also have no more months
   */
  dominates(rival: number, label: number, monthsMatter: boolean): boolean {
    const { extender } = this;
    if (!extender.hasNoLessLeft(rival, label, monthsMatter)) return false;
    const excess = this.excess(rival, label);
    return excess < 0 || (excess === 0 && extender.compare(rival, label) <= 0);
  }

  /** An upper bound on how many more skills `label` ends with than `other`, a label of the same state, for any common continuation. */
  private excess(label: number, other: number): number {
    const { extender, layers } = this;
    if (layers === null) return this.skills.excess(label, other, null, 0, 0);
    return layers.excess(label, other, layers.nodeOf(extender.stateOf(other), extender.labels.steps[other]!));
  }

  /**
   * Tightens the bounds by looking at all ways that are left. The caller must then rebuild the skill sets of all labels.
   * @param isBeaten once it returns true for some figures, it must return true for them as long as the bounds are used
   * @returns false if that was tried before, if there are too many ways, or if the clock ran out; the bounds are then unchanged
   */
  async sharpen(isBeaten: IsBeaten, clock: SearchClock): Promise<boolean> {
    if (this.sharpened) return false;
    this.sharpened = true;
    const { task, bounds } = this.learning;
    const layers = await StepLayers.of(task, bounds, this.skills, clock);
    if (layers === null || !(await layers.leaveOut(isBeaten, clock))) return false;
    this.layers = layers;
    this.skills = layers.skills;
    return true;
  }
}
