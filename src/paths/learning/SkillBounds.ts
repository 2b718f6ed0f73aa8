import type { LabelExtender } from "../search/LabelExtender.js";
import { ABSENT } from "../collections/CompactIndex.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { BottleneckBounds } from "./BottleneckBounds.js";
import type { LearnedSkills } from "./LearnedSkills.js";
import type { LearningTask } from "./learningTask.js";
import { type IsBeaten, StepLayers } from "./StepLayers.js";

/** Memory that the labels of one search may take, in bytes; and that one takes besides its set. */
const MOST_BYTES = 32 * 2 ** 20;
const LABEL_BYTES = 64;

/**
 * Lower bounds on the skills that labels end with, and what one label saves over another. At first by the roles that are still to be
 * passed and by the greatest need on the way; once sharpened, by all ways that are left.
 */
export class SkillBounds {
  /** Sets of the labels that the bounds are asked about. */
  skills: LearnedSkills;
  private readonly task: PathTask;
  private readonly bottlenecks: BottleneckBounds;
  private layers: StepLayers | null = null;

  constructor(
    private readonly learning: LearningTask,
    private readonly extender: LabelExtender,
  ) {
    this.skills = learning.skills;
    this.task = learning.task;
    this.bottlenecks = learning.bottlenecks;
  }

  /** Labels that a search may hold, given how wide their sets are. */
  get room(): number {
    return Math.floor(MOST_BYTES / (LABEL_BYTES + this.skills.width * Uint32Array.BYTES_PER_ELEMENT));
  }

  /** Whether all ways were looked at. */
  get isSharp(): boolean {
    return this.layers !== null;
  }

  /** The least skills that a label can end with; Infinity where no way on from it matters. */
  least(label: number): number {
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

  /** How many skills more than another label of its state one ends with at most, whatever both go on to. */
  excess(label: number, other: number): number {
    const { extender, layers } = this;
    if (layers === null) return this.skills.excess(label, other, null, 0, 0);
    return layers.excess(label, other, layers.nodeOf(extender.stateOf(other), extender.labels.steps[other]!));
  }

  /**
   * Looks at all ways, where they are not too many. The sets of all labels are to be made anew then.
   * @returns false if there are too many, or the clock ran out
   */
  async sharpen(isBeaten: IsBeaten, clock: SearchClock): Promise<boolean> {
    const { task, bounds } = this.learning;
    const layers = await StepLayers.of(task, bounds, this.skills, clock);
    if (layers === null) return false;
    const skills = await layers.leaveOut(isBeaten, clock);
    this.layers = layers;
    if (skills !== null) this.skills = skills;
    return true;
  }
}
