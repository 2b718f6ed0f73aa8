import { type Command, InvalidArgumentError } from "commander";

/** The options that describe a person. */
export interface PersonOptions {
  readonly know?: readonly string[];
  readonly certified?: readonly string[];
  readonly degree?: readonly string[];
  readonly years?: number;
  readonly json?: boolean;
}

/** Collects the values of a repeatable option. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Collects the values of a repeatable option with a fixed set of values. The parser throws an InvalidArgumentError for any other value. */
export function severalOf(words: readonly string[]): typeof several {
  return (value, before) => {
    if (!words.includes(value)) throw new InvalidArgumentError(`Give one of ${words.join(", ")}.`);
    return several(value, before);
  };
}

/** Parses an option with a number, 0 or more. @throws InvalidArgumentError, which the command line reports */
export function number(value: string): number {
  const parsed = value.trim() === "" ? Number.NaN : Number(value);
  if (!(parsed >= 0 && parsed < Infinity)) throw new InvalidArgumentError("Give a number, 0 or more.");
  return parsed;
}

/** Makes a parser for an option with a whole number in a range. The parser throws an InvalidArgumentError. */
export function count(least: number, most: number): (value: string) => number {
  return (value) => {
    const parsed = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(parsed >= least && parsed <= most)) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return parsed;
  };
}

/** Adds the options that describe a person, and `--json`. */
export function withPersonOptions(command: Command): Command {
  return command
    .option("--know <skill>", "a skill held; repeatable", several)
    .option("--certified <certification>", "a certification held, whose skills count as held; repeatable", several)
    .option("--degree <degree>", "a degree held; repeatable", several)
    .option("--years <years>", "years of experience", number)
    .option("--json", "print JSON");
}

/** The profile that the options describe. */
export function profileOf({ know, certified, degree, years }: PersonOptions) {
  return { skills: know, certifications: certified, degrees: degree, years };
}
