import { type Labels, NO_LABEL } from "./Labels.js";

/** What decides between two labels of one state. */
export interface LabelRules {
  /** Below 0 where whole paths that continue the left label come first in the order, given the same suffix; 0 only for itself. */
  compare(left: number, right: number): number;
  /** Whether whatever a label can go on to, another of its state can go on to as well, and at no more cost. */
  servesFor(server: number, label: number): boolean;
}

/** The labels of each state that no other of the state makes pointless. Entering costs the labels that the state has. */
export class Frontier {
  /** The newest label of each state, or NO_LABEL. */
  private readonly newest: Int32Array;
  private readonly touched: number[] = [];
  private compared = 0;

  constructor(
    private readonly labels: Labels,
    stateCount: number,
    private readonly rules: LabelRules,
  ) {
    this.newest = new Int32Array(stateCount).fill(NO_LABEL);
  }

  /** The newest label of a state, from which `labels.next` leads to the others; NO_LABEL where there is none. */
  newestOf(state: number): number {
    return this.newest[state]!;
  }

  /** Adds a label to its state and drops those that it makes pointless; false where one there makes it pointless itself. */
  enter(label: number, state: number): boolean {
    const { labels, newest, rules } = this;
    let before = NO_LABEL;
    for (let rival = newest[state]!; rival !== NO_LABEL; rival = labels.next[rival]!) {
      this.compared++;
      const order = rules.compare(rival, label);
      if (order <= 0 && rules.servesFor(rival, label)) return false;
      if (order > 0 && rules.servesFor(label, rival)) {
        labels.dead[rival] = 1;
        if (before === NO_LABEL) newest[state] = labels.next[rival]!;
        else labels.next[before] = labels.next[rival]!;
      } else {
        before = rival;
      }
    }
    if (newest[state] === NO_LABEL) this.touched.push(state);
    labels.next[label] = newest[state]!;
    newest[state] = label;
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
    for (const state of this.touched) this.newest[state] = NO_LABEL;
    this.touched.length = 0;
  }
}
