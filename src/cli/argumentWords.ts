/** The options of the command line by the arguments of an operation that they give. */
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

/** What the command line calls an argument of an operation: `--know` for `profile.skills[0]`, `role 2` for `roles[1]`. */
export function argumentName(argument: string): string {
  const [, name = argument, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(argument) ?? [];
  if (name === "roles" && index !== undefined) return `role ${Number(index) + 1}`;
  return OPTIONS[name] ?? name;
}

/** What the graph says of a request, in the words of the command line: `--via` where GraphQL has `via` in backticks. */
export function inCommandWords(message: string): string {
  return message.replace(/`(\w+)`/g, (whole, name: string) => OPTIONS[`where.${name}`] ?? OPTIONS[name] ?? whole);
}

/** An argument as it was given on the command line, such as `--avoid "Staff MLE"` for `where.avoid[0]`. */
export function argumentAsGiven(argument: string, variables: Readonly<Record<string, unknown>>): string {
  const name = argumentName(argument);
  const steps = argument.split(/[.[\]]+/).filter((step) => step !== "");
  const value = steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    variables,
  );
  // An option without a value, such as --stated, stands for the one value that it gives.
  if (value === undefined || value === null || argument === "where.basis") return name;
  return [value]
    .flat()
    .map((each) => `${name} ${quoted(isEnum(argument) ? enumWord(String(each)) : String(each))}`)
    .join(" ");
}

/** Whether an argument takes values of an enum, which the command line writes as words. */
function isEnum(argument: string): boolean {
  return argument === "where.kinds" || argument === "where.minCloseness";
}

/** A value of an enum as the command line writes it: `track-change` for `TRACK_CHANGE`. */
function enumWord(value: string): string {
  return value.toLowerCase().replaceAll("_", "-");
}

/** A value as a shell takes it for one word. */
function quoted(value: string): string {
  return /^[\w:.-]+$/.test(value) ? value : JSON.stringify(value);
}
