import type { LabelExtender } from "../search/LabelExtender.js";
import { NO_LABEL } from "../search/Labels.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { SearchClock } from "../pace/SearchClock.js";

/** What a particular search by layers keeps, compares and gives up. */
export interface LayerRules {
  /** Whether to keep a new label; false if it has reached the end or no continuation of it can matter. */
  admit(label: number): boolean;
  /** Whether a continuation of a label can still matter. Better paths may have been found since `admit`. */
  matters(label: number): boolean;
  /** Whether a label dominates another of its state: it is at least as good for every continuation. */
  dominates(rival: number, label: number): boolean;
  /** Below 0 if the left label is the better one to keep. */
  prefer(left: number, right: number): number;
  /** Called for each label that is given up because the layer is full or the budget is used up. */
  giveUp(label: number): void;
  /** Called when a label gets another number. */
  move(from: number, to: number): void;
  /** How many labels fit in memory. */
  room(): number;
}

/** A layer is trimmed when its new labels exceed this multiple of its width, but not below the minimum. */
const SPARE = 4;
const LEAST_SPARE = 4096;

/**
 * Makes labels layer by layer: all labels with the same number of steps exist before any of them is extended. A label that is dominated
 * is therefore never extended, and of paths that differ only in role ids, only one is extended. Each layer keeps at most `width` labels, the
 * most promising ones: a beam search (Lowerre, 1976). A search that gave up no label is exhaustive.
 *
 * O(width · steps of a role) labels per layer, each compared with the labels of its state.
 */
export class LayerSearch {
  private readonly states = new CompactIndex();
  /** By index of a state: its newest label of an earlier layer, or NO_LABEL. `labels.next` leads to the others. */
  private readonly settled: number[] = [];
  /** By index of a state: its newest label of the current layer, or NO_LABEL. */
  private readonly fresh: number[] = [];
  /** Indexes of the states that have labels in the current layer. */
  private touched: number[] = [];
  private compared = 0;

  constructor(
    private readonly extender: LabelExtender,
    private readonly rules: LayerRules,
    private readonly clock: SearchClock,
  ) {}

  /**
   * Extends the prefix of the extender layer by layer until no label is left.
   * @param begin sets the skills of the label that represents the prefix
   * @param banned roles that must not follow the prefix
   * @param width the maximum number of labels that a layer keeps
   */
  async run(begin: (root: number) => void, banned: readonly number[], width: number): Promise<void> {
    const { extender, rules, clock } = this;
    const { labels } = extender;
    this.clear();
    const root = extender.root();
    begin(root);
    let first = labels.count;
    this.extend(root, banned);
    while (labels.count > first) {
      this.trim(first, width);
      this.settle(first);
      const end = labels.count;
      for (let label = first; label < end; label++) {
        if (!rules.matters(label)) continue;
        if (!this.spend(label)) {
          for (let left = label; left < labels.count; left++) if (labels.dead[left] === 0) rules.giveUp(left);
          return;
        }
        if (clock.restDue) await clock.rest();
        this.extend(label, []);
        if (labels.count - end > Math.max(SPARE * width, LEAST_SPARE)) this.trim(end, width);
      }
      first = end;
    }
  }

  /** Forgets all labels. */
  clear(): void {
    this.extender.labels.clear();
    this.states.clear();
    this.touched = [];
  }

  private spend(label: number): boolean {
    const { clock, extender, rules } = this;
    if (extender.labels.count > rules.room()) clock.giveUp();
    clock.charge(this.compared);
    this.compared = 0;
    return clock.spend(extender.stepsFrom(label));
  }

  private extend(parent: number, banned: readonly number[]): void {
    this.extender.extend(parent, banned, this.keep);
  }

  private readonly keep = (label: number): boolean => {
    const { rules, states, settled, fresh } = this;
    const { labels } = this.extender;
    if (!rules.admit(label)) return false;
    const state = this.extender.stateOf(label);
    let index = states.indexOf(state);
    if (index === ABSENT) {
      index = states.add(state);
      settled[index] = fresh[index] = NO_LABEL;
    }
    for (let rival = settled[index]!; rival !== NO_LABEL; rival = labels.next[rival]!) {
      this.compared++;
      if (rules.dominates(rival, label)) return false;
    }
    let before = NO_LABEL;
    for (let rival = fresh[index]!; rival !== NO_LABEL; rival = labels.next[rival]!) {
      this.compared++;
      if (rules.dominates(rival, label)) return false;
      if (rules.dominates(label, rival)) {
        labels.dead[rival] = 1;
        if (before === NO_LABEL) fresh[index] = labels.next[rival]!;
        else labels.next[before] = labels.next[rival]!;
      } else {
        before = rival;
      }
    }
    if (fresh[index] === NO_LABEL) this.touched.push(index);
    labels.next[label] = fresh[index]!;
    fresh[index] = label;
    return true;
  };

  /** Keeps the `width` best of the labels from `first` on, and renumbers them without gaps. */
  private trim(first: number, width: number): void {
    const { extender, rules, fresh } = this;
    const { labels } = extender;
    const alive: number[] = [];
    for (let label = first; label < labels.count; label++) if (labels.dead[label] === 0) alive.push(label);
    if (alive.length > width) {
      selectFirst(alive, width, (left, right) => rules.prefer(left, right) || left - right);
      for (let i = width; i < alive.length; i++) {
        labels.dead[alive[i]!] = 1;
        rules.giveUp(alive[i]!);
      }
    } else if (alive.length === labels.count - first) {
      return;
    }
    let kept = first;
    for (let label = first; label < labels.count; label++) {
      if (labels.dead[label] === 1) continue;
      if (label !== kept) {
        labels.move(label, kept);
        rules.move(label, kept);
      }
      kept++;
    }
    labels.dropFrom(kept);
    for (const index of this.touched) fresh[index] = NO_LABEL;
    this.touched = [];
    for (let label = first; label < kept; label++) {
      const index = this.states.indexOf(extender.stateOf(label));
      if (fresh[index] === NO_LABEL) this.touched.push(index);
      labels.next[label] = fresh[index]!;
      fresh[index] = label;
    }
    this.clock.pass(alive.length);
  }

  /** Moves the labels from `first` on from the current layer to the earlier ones. */
  private settle(first: number): void {
    const { extender, settled, fresh, states } = this;
    const { labels } = extender;
    for (const index of this.touched) fresh[index] = NO_LABEL;
    this.touched = [];
    for (let label = first; label < labels.count; label++) {
      const index = states.indexOf(extender.stateOf(label));
      labels.next[label] = settled[index]!;
      settled[index] = label;
    }
  }
}

/** Moves the `count` first items to the front, in no particular order (Hoare's quickselect, 1961). O(items) on average. */
function selectFirst(items: number[], count: number, compare: (left: number, right: number) => number): void {
  const last = count - 1;
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const pivot = items[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (compare(items[left]!, pivot) < 0) left++;
      while (compare(items[right]!, pivot) > 0) right--;
      if (left > right) break;
      const item = items[left]!;
      items[left++] = items[right]!;
      items[right--] = item;
    }
    if (last <= right) high = right;
    else if (last >= left) low = left;
    else return;
  }
}
