/** One thing wrong with a request. */
export interface ArgumentError {
  /** Path of the argument, such as `where.via[1]` or `limit`. */
  readonly argument: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** What sort of mistake it is. */
  readonly reason: "OUT_OF_RANGE" | "UNKNOWN_ID" | "CONTRADICTION";
}

/** A request that makes no sense whatever the graph holds; it carries everything that is wrong, in order of the arguments. */
export class PathQueryError extends Error {
  override readonly name = "PathQueryError";
  readonly argument: string;

  /** @param errors at least one */
  constructor(readonly errors: readonly [ArgumentError, ...ArgumentError[]]) {
    super(errors.map((error) => `${error.argument}: ${error.message}`).join(" "));
    this.argument = errors[0].argument;
  }
}
