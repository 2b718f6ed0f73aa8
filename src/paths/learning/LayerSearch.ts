import type { LabelExtender } from "../search/LabelExtender.js";
import { NO_LABEL } from "../search/Labels.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { SearchClock } from "../pace/SearchClock.js";

/** What a search by layers is after. */
export interface LayerRules {
  /** Takes a new label in; false if it has reached the end, or no way on from it can matter. */
  admit(label: number): boolean;
  /** Whether a way on from a label can still matter, as better paths may have been found since it was taken in. */
  matters(label: number): boolean;
  /** Whether another label of its state makes a label pointless, whatever both go on to. */
  servesFor(server: number, label: number): boolean;
  /** Below 0 where the left label is the better one to keep. */
  prefer(left: number, right: number): number;
  /** Told of a label that is given up for want of room, or because the budget is used up. */
  giveUp(label: number): void;
  /** A label gets another number. */
  move(from: number, to: number): void;
  /** Labels that there is memory for. */
  room(): number;
}

/** New labels that a layer may hold before it is trimmed, as a multiple of its width, and at least. */
const SPARE = 4;
const LEAST_SPARE = 4096;

/**
 * Labels step by step: all labels of as many steps are made before any of them is extended, so that whatever makes a label pointless
 * has been seen before it is, and paths that tie in all but role ids are gone on from once. Of each layer at most `width` labels are
 * kept, the most promising ones: a beam search (Lowerre, 1976). One that gave nothing up has looked at everything that matters.
 *
 * O(width · steps of a role) labels a layer, each compared with those of its state.
 */
export class LayerSearch {
  private readonly states = new CompactIndex();
  /** By place of a state, the newest label of earlier layers and of this one, or NO_LABEL; `labels.next` leads on to the others. */
  private readonly settled: number[] = [];
  private readonly fresh: number[] = [];
  /** Places of the states that have labels in this layer. */
  private touched: number[] = [];
  private compared = 0;

  constructor(
    private readonly extender: LabelExtender,
    private readonly rules: LayerRules,
    private readonly clock: SearchClock,
  ) {}

  /**
   * Extends the prefix of the extender, but not to a banned role, layer by layer until nothing is left.
   * @param begin makes the set of skills of the label that stands for the prefix
   * @param width labels kept of a layer at most
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
      if (rules.servesFor(rival, label)) return false;
    }
    let before = NO_LABEL;
    for (let rival = fresh[index]!; rival !== NO_LABEL; rival = labels.next[rival]!) {
      this.compared++;
      if (rules.servesFor(rival, label)) return false;
      if (rules.servesFor(label, rival)) {
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

  /** Leaves of the labels from one on the best, and closes the gaps. */
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

  /** Makes the labels of this layer, from one on, those of an earlier one. */
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

/** Puts the first items of an order in front, in no order among themselves (Hoare's selection, 1961). O(items) on average. */
export function selectFirst(items: number[], count: number, compare: (left: number, right: number) => number): void {
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
