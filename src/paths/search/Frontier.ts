import { type Labels, NO_LABEL } from "./Labels.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";

/** The rules that decide between two labels of one state. */
export interface LabelRules {
  /** Below 0 if, for the same continuation, the path of the left label comes first. 0 only if the labels are equal. */
  compare(left: number, right: number): number;
  /** Whether `server` allows every continuation that `label` allows. */
  servesFor(server: number, label: number): boolean;
}

/** The labels of each state that no other label of the state dominates. Entering a label is linear in the labels of its state. */
export class Frontier {
  private readonly states = new CompactIndex();
  /** By index of a state: its newest label, or NO_LABEL. */
  private readonly newest: number[] = [];
  private compared = 0;

  constructor(
    private readonly labels: Labels,
    private readonly rules: LabelRules,
  ) {}

  /** The newest label of a state, from which `labels.next` leads to the others; NO_LABEL if there is none. */
  newestOf(state: number): number {
    const index = this.states.indexOf(state);
    return index === ABSENT ? NO_LABEL : this.newest[index]!;
  }

  /** Adds a label to its state and drops the labels that it dominates; false if another label dominates it. */
  enter(label: number, state: number): boolean {
    const { labels, newest, rules } = this;
    let index = this.states.indexOf(state);
    if (index === ABSENT) {
      index = this.states.add(state);
      newest[index] = NO_LABEL;
    }
    let before = NO_LABEL;
    for (let rival = newest[index]!; rival !== NO_LABEL; rival = labels.next[rival]!) {
      this.compared++;
      const order = rules.compare(rival, label);
      if (order <= 0 && rules.servesFor(rival, label)) return false;
      if (order > 0 && rules.servesFor(label, rival)) {
        labels.dead[rival] = 1;
        if (before === NO_LABEL) newest[index] = labels.next[rival]!;
        else labels.next[before] = labels.next[rival]!;
      } else {
        before = rival;
      }
    }
    labels.next[label] = newest[index]!;
    newest[index] = label;
    return true;
  }

  /** How many comparisons were made since the last call, to charge them to the clock. */
  takeCompared(): number {
    const { compared } = this;
    this.compared = 0;
    return compared;
  }

  /** Removes all labels. Linear in the number of states. */
  clear(): void {
    this.states.clear();
  }
}
