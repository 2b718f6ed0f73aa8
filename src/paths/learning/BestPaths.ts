import { comparePaths, type RankedPath, simpleLength } from "../search/rankPaths.js";

/** The best complete paths that searches have found, at most `limit`, in order and without duplicates. None repeats a role. */
export class BestPaths {
  private readonly paths: RankedPath[] = [];

  constructor(private readonly limit: number) {}

  /** Adds a path if it is among the best. */
  offer(path: RankedPath): void {
    const { paths, limit } = this;
    const last = paths.at(-1);
    if (paths.length === limit && comparePaths(path, last!) >= 0) return;
    if (simpleLength(path.roles) < path.roles.length) return;
    let at = paths.length;
    while (at > 0 && comparePaths(path, paths[at - 1]!) < 0) at--;
    if (at > 0 && comparePaths(path, paths[at - 1]!) === 0) return;
    paths.splice(at, 0, path);
    if (paths.length > limit) paths.pop();
  }

  /** The paths found, best first. */
  get all(): readonly RankedPath[] {
    return this.paths;
  }

  /** An upper bound on the cost of the paths that still matter; null while fewer than `limit` paths are known. */
  get ceiling(): readonly number[] | null {
    return this.paths.length < this.limit ? null : this.paths.at(-1)!.cost;
  }

  /** The best path that begins with a prefix and does not continue with a banned role; null if there is none. */
  bestAfter(prefix: readonly number[], banned: readonly number[]): RankedPath | null {
    const fits = ({ roles }: RankedPath): boolean =>
      prefix.every((role, i) => roles[i] === role) && !banned.includes(roles[prefix.length]!);
    return this.paths.find(fits) ?? null;
  }
}
