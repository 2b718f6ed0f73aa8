/** One error in the arguments of a request. */
export interface ArgumentError {
  /** Path of the argument, such as `where.via[1]` or `limit`. */
  readonly argument: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** The sort of error. */
  readonly reason: "OUT_OF_RANGE" | "UNKNOWN_ID" | "CONTRADICTION" | "MISSING";
}

/** Thrown for an invalid request. It has all errors, in argument order. */
export class PathQueryError extends Error {
  override readonly name = "PathQueryError";
  readonly argument: string;

  /** @param errors at least one */
  constructor(readonly errors: readonly [ArgumentError, ...ArgumentError[]]) {
    super(errors.map((error) => `${error.argument}: ${error.message}`).join(" "));
    this.argument = errors[0].argument;
  }
}
