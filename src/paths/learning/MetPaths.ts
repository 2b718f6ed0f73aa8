import { comparePaths, type RankedPath, simpleLength } from "../search/rankPaths.js";

/** The best whole paths that searches have met, at most so many, in order and each once; none repeats a role. */
export class MetPaths {
  private readonly paths: RankedPath[] = [];

  constructor(private readonly limit: number) {}

  /** Takes a path in where it is among the best. */
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

  /** The best, first. */
  get all(): readonly RankedPath[] {
    return this.paths;
  }

  /** What no path that matters costs more than; null while fewer paths are met than are wanted. */
  get ceiling(): readonly number[] | null {
    return this.paths.length < this.limit ? null : this.paths.at(-1)!.cost;
  }

  /** The best that begins with a prefix and goes on to another role than the banned ones. */
  bestAfter(prefix: readonly number[], banned: readonly number[]): RankedPath | null {
    const fits = ({ roles }: RankedPath): boolean =>
      prefix.every((role, i) => roles[i] === role) && !banned.includes(roles[prefix.length]!);
    return this.paths.find(fits) ?? null;
  }
}
