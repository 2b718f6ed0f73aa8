import { type Labels, NO_LABEL } from "./Labels.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";

/** What decides between two labels of one state. */
export interface LabelRules {
  /** Below 0 where whole paths that continue the left label come first in the order, given the same suffix; 0 only for itself. */
  compare(left: number, right: number): number;
  /** Whether whatever a label can go on to, another of its state can go on to as well, and at no more cost. */
  servesFor(server: number, label: number): boolean;
}

/** The labels of each state that no other of the state makes pointless. Entering costs the labels that the state has. */
export class Frontier {
  private readonly states = new CompactIndex();
  /** By place of a state, its newest label or NO_LABEL. */
  private readonly newest: number[] = [];
  private compared = 0;

  constructor(
    private readonly labels: Labels,
    private readonly rules: LabelRules,
  ) {}

  /** The newest label of a state, from which `labels.next` leads to the others; NO_LABEL where there is none. */
  newestOf(state: number): number {
    const index = this.states.indexOf(state);
    return index === ABSENT ? NO_LABEL : this.newest[index]!;
  }

  /** Adds a label to its state and drops those that it makes pointless; false if one there makes it pointless itself. */
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

  /** How many labels were compared since this was last asked, for the clock to count. */
  takeCompared(): number {
    const { compared } = this;
    this.compared = 0;
    return compared;
  }

  /** Forgets all labels; costs the states that were entered. */
  clear(): void {
    this.states.clear();
  }
}
