/** The command-line option for each argument of an operation. */
const OPTIONS: Readonly<Record<string, string>> = {
  limit: "--top",
  objective: "--by",
  "profile.skills": "--know",
  "profile.certifications": "--certified",
  "profile.degrees": "--degree",
  "profile.years": "--years",
  "where.avoid": "--avoid",
  "where.via": "--via",
  "where.tracks": "--track",
  "where.kinds": "--kind",
  "where.basis": "--stated",
  "where.minCloseness": "--closeness",
  "where.maxSteps": "--max-steps",
  "where.maxYears": "--max-years",
  "where.maxTrackChanges": "--max-track-changes",
  "where.maxPreparationRise": "--max-preparation-rise",
  "where.minPay": "--min-pay",
  "where.currency": "--currency",
  "where.place": "--place",
};

/** The name of an argument on the command line: `--know` for `profile.skills[0]`, `role 2` for `roles[1]`. */
export function argumentName(argument: string): string {
  const [, name = argument, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(argument) ?? [];
  if (name === "roles" && index !== undefined) return `role ${Number(index) + 1}`;
  return OPTIONS[name] ?? name;
}

/** An error message with the names of the command line: `--via` replaces `via` in backticks. */
export function inCommandWords(message: string): string {
  return message.replace(/`(\w+)`/g, (whole, name: string) => OPTIONS[`where.${name}`] ?? OPTIONS[name] ?? whole);
}

/** An argument with its value as on the command line, such as `--avoid "Staff MLE"` for `where.avoid[0]`. */
export function argumentAsGiven(argument: string, variables: Readonly<Record<string, unknown>>): string {
  const name = argumentName(argument);
  const steps = argument.split(/[.[\]]+/).filter((step) => step !== "");
  const value = steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    variables,
  );
  // An option without a value, such as --stated, stands for a fixed value.
  if (value === undefined || value === null || argument === "where.basis") return name;
  return [value]
    .flat()
    .map((each) => `${name} ${quoted(isEnum(argument) ? enumWord(String(each)) : String(each))}`)
    .join(" ");
}

/** Whether an argument has an enum type, whose values the command line writes as words. */
function isEnum(argument: string): boolean {
  return argument === "where.kinds" || argument === "where.minCloseness";
}

/** An enum value on the command line: `track-change` for `TRACK_CHANGE`. */
function enumWord(value: string): string {
  return value.toLowerCase().replaceAll("_", "-");
}

/** A value, quoted if a shell would split it. */
function quoted(value: string): string {
  return /^[\w:.-]+$/.test(value) ? value : JSON.stringify(value);
}
