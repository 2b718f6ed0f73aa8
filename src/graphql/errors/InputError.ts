import type { ErrorCode, ErrorReason } from "./ErrorCode.js";

/** One problem of the arguments of a request. */
export interface InputProblem {
  readonly code: ErrorCode;
  /** Path of the argument, such as `profile.skills[2]`. */
  readonly argument: string;
  /** What is wrong and what to do, for a frontend developer. */
  readonly message: string;
  /** Further extensions of the error, such as suggestions. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Invalid arguments of a request: all problems, each with its own error code. */
export class InputError extends Error {
  override readonly name: string = "InputError";

  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.message).join(" "));
  }
}

/** A problem with code BAD_USER_INPUT. */
export function badInput(argument: string, reason: ErrorReason, message: string): InputProblem {
  return { code: "BAD_USER_INPUT", argument, message, extensions: { reason } };
}

/** A single problem with code BAD_USER_INPUT. */
export class BadUserInputError extends InputError {
  override readonly name = "BadUserInputError";

  constructor(argument: string, reason: ErrorReason, message: string) {
    super([badInput(argument, reason, message)]);
  }
}

/** What a check does with an invalid argument: it throws, or collects the problems of all arguments. */
export type OnBad = (argument: string, reason: ErrorReason, message: string) => void;

/** Throws for the first invalid argument. @throws BadUserInputError */
export const refuse: OnBad = (argument, reason, message) => {
  throw new BadUserInputError(argument, reason, message);
};
