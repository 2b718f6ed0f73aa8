import { INFERRED_BIT, monthsOf } from "../network/Network.js";
import { changesTrack, passedWith, type PathTask } from "../query/PathTask.js";

/** The beginning of a path, extended role by role, with its sums. A search for the rest of the path starts here. */
export class PathPrefix {
  last = 0;
  /** Waypoints passed. */
  passed = 0;
  steps = 0;
  months = 0;
  inferred = 0;
  trackChanges = 0;
  private path: readonly number[] = [];
  private readonly own = new Set<number>();

  constructor(private readonly task: PathTask) {}

  /** Whether a role is in the prefix. */
  passes(role: number): boolean {
    return this.own.has(role);
  }

  /** Resets the prefix to the first role of a path. */
  begin(path: readonly number[]): void {
    this.path = path;
    this.last = path[0]!;
    this.own.clear();
    this.own.add(this.last);
    this.passed = this.steps = this.months = this.inferred = this.trackChanges = 0;
  }

  /** Extends the prefix by the next role of the path. */
  advance(): void {
    const { network, to } = this.task;
    const next = this.path[this.steps + 1]!;
    const step = network.findStep(this.last, next);
    if (changesTrack(network, this.last, next)) this.trackChanges++;
    if (next !== to) this.passed = passedWith(this.task, this.passed, next);
    this.steps++;
    this.months += monthsOf(network.columns.outSteps[step]!);
    if ((network.columns.outTraits[step]! & INFERRED_BIT) !== 0) this.inferred++;
    this.own.add(next);
    this.last = next;
  }

  /** The roles of the prefix. */
  get roles(): readonly number[] {
    return this.path.slice(0, this.steps + 1);
  }

  /** The roles of the prefix followed by some roles. */
  continued(roles: readonly number[]): number[] {
    return [...this.roles, ...roles];
  }
}
