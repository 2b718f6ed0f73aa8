/** No label. */
export const NO_LABEL = -1;

/**
 * Partial paths as columns. Each label extends another by one role. Labels are numbered in order of creation. Clearing keeps the
 * memory.
 */
export class Labels {
  count = 0;
  /** The role that the partial path has reached. */
  role = new Int32Array(1024);
  /** The label that it extends, or NO_LABEL. */
  parent = new Int32Array(1024);
  /** Waypoints passed. */
  passed = new Int32Array(1024);
  steps = new Int32Array(1024);
  months = new Float64Array(1024);
  /** Steps that the dataset infers. */
  inferred = new Int32Array(1024);
  trackChanges = new Int32Array(1024);
  /** One bit for each watched role that the partial path has passed. */
  watched = new Int32Array(1024);
  /** Weight so far. */
  weight = new Float64Array(1024);
  /** A lower bound on the weight of a complete path that extends the label. */
  floor = new Float64Array(1024);
  /** The next label in the same state, or NO_LABEL. */
  next = new Int32Array(1024);
  /** 1 if a better label dominates this one. */
  dead = new Uint8Array(1024);

  clear(): void {
    this.count = 0;
  }

  /** Adds a label. The caller must fill in every column except `role`, `parent` and `dead`. */
  add(role: number, parent: number): number {
    if (this.count === this.role.length) this.grow();
    const label = this.count++;
    this.role[label] = role;
    this.parent[label] = parent;
    this.dead[label] = 0;
    return label;
  }

  /** Removes the newest label. The next label gets its number. */
  dropLast(): void {
    this.count--;
  }

  /** Moves a label to an unused number. No label may extend it yet. */
  move(from: number, to: number): void {
    this.role[to] = this.role[from]!;
    this.parent[to] = this.parent[from]!;
    this.passed[to] = this.passed[from]!;
    this.steps[to] = this.steps[from]!;
    this.months[to] = this.months[from]!;
    this.inferred[to] = this.inferred[from]!;
    this.trackChanges[to] = this.trackChanges[from]!;
    this.watched[to] = this.watched[from]!;
    this.weight[to] = this.weight[from]!;
    this.floor[to] = this.floor[from]!;
    this.next[to] = this.next[from]!;
    this.dead[to] = this.dead[from]!;
  }

  /** Removes all labels from a number on. */
  dropFrom(count: number): void {
    this.count = count;
  }

  /**
   * Compares two partial paths with the same number of steps by role ids, position by position. Below 0 if the left one comes first.
   * O(steps after their common prefix).
   */
  compareRoles(left: number, right: number): number {
    let order = 0;
    while (left !== right) {
      const difference = this.role[left]! - this.role[right]!;
      if (difference !== 0) order = difference;
      left = this.parent[left]!;
      right = this.parent[right]!;
    }
    return order;
  }

  /**
   * Like `compareRoles`, for partial paths that grow backward from the end, so that the newest role comes first. O(steps after their
   * common part).
   */
  compareRolesBackward(left: number, right: number): number {
    while (left !== right) {
      const difference = this.role[left]! - this.role[right]!;
      if (difference !== 0) return difference;
      left = this.parent[left]!;
      right = this.parent[right]!;
    }
    return 0;
  }

  /** The roles of a partial path after its first label, in order. */
  rolesOf(label: number): number[] {
    const roles: number[] = [];
    for (let at = label; this.parent[at] !== NO_LABEL; at = this.parent[at]!) roles.push(this.role[at]!);
    return roles.reverse();
  }

  private grow(): void {
    const size = this.role.length * 2;
    this.role = larger(this.role, new Int32Array(size));
    this.parent = larger(this.parent, new Int32Array(size));
    this.passed = larger(this.passed, new Int32Array(size));
    this.steps = larger(this.steps, new Int32Array(size));
    this.months = larger(this.months, new Float64Array(size));
    this.inferred = larger(this.inferred, new Int32Array(size));
    this.trackChanges = larger(this.trackChanges, new Int32Array(size));
    this.watched = larger(this.watched, new Int32Array(size));
    this.weight = larger(this.weight, new Float64Array(size));
    this.floor = larger(this.floor, new Float64Array(size));
    this.next = larger(this.next, new Int32Array(size));
    this.dead = larger(this.dead, new Uint8Array(size));
  }
}

function larger<Column extends Int32Array | Float64Array | Uint8Array>(column: Column, space: Column): Column {
  space.set(column);
  return space;
}
