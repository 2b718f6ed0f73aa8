import { InvalidArgumentError } from "commander";

/** Parses an option with language codes, separated by commas. @throws InvalidArgumentError, which the command line reports */
export function languageCodes(value: string): readonly string[] {
  const codes = value.split(",").map((code) => code.trim());
  const odd = codes.find((code) => !/^[a-z]{2}$/.test(code));
  if (odd === undefined) return codes;
  throw new InvalidArgumentError(`“${odd}” is not an ISO 639-1 code. Give two lower-case letters each, such as en,fr.`);
}
