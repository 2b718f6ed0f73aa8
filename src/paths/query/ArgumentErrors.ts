import type { Network } from "../network/Network.js";
import { PathQueryError, type ArgumentError } from "./PathQueryError.js";

/** Collects the errors in the arguments of a request. */
export class ArgumentErrors {
  readonly all: ArgumentError[] = [];

  add(argument: string, message: string, reason: ArgumentError["reason"] = "CONTRADICTION"): void {
    this.all.push({ argument, message, reason });
  }

  addUnknownRole(network: Network, argument: string, id: string): void {
    if (!network.has(id))
      this.add(argument, `There is no role "${id}". Give the id of an existing role.`, "UNKNOWN_ID");
  }

  addBadCount(argument: string, count: number | null): void {
    if (count !== null && !(Number.isInteger(count) && count >= 0)) {
      this.add(
        argument,
        `${called(argument)} is ${count}. Give a whole number, 0 or more, or omit it for no limit.`,
        "OUT_OF_RANGE",
      );
    }
  }

  addBadYears(argument: string, years: number | null): void {
    if (years !== null && !(years >= 0 && years < Infinity)) {
      this.add(
        argument,
        `${called(argument)} is ${years}. Give a number of years, 0 or more, or omit it for no limit.`,
        "OUT_OF_RANGE",
      );
    }
  }

  /** @throws PathQueryError if there is any error */
  check(): void {
    const [first, ...others] = this.all;
    if (first !== undefined) throw new PathQueryError([first, ...others]);
  }
}

/** The name of an argument in a message: the last part of its path. */
function called(argument: string): string {
  return `\`${argument.split(".").at(-1)}\``;
}
