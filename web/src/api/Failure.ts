/** A node that an ambiguous or unknown name may mean. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly origin: string | null;
}

/** An error of the service, as the page shows it. */
export interface Failure {
  /** `extensions.code` of the error; `UNREACHABLE` if there was no answer. */
  readonly code: string;
  readonly message: string;
  /** The invalid argument, such as `from`; null if the error is not about an argument. */
  readonly argument: string | null;
  readonly suggestions: readonly Suggestion[];
  /** Seconds after which to retry; null if a retry does not help. */
  readonly retryAfter: number | null;
}

/** Reads the errors of an answer. */
export function failuresIn(errors: readonly unknown[]): readonly Failure[] {
  return errors.map((error) => {
    const { message, extensions } = record(error);
    const { code, argument, suggestions, candidates, retryAfter } = record(extensions);
    return {
      code: typeof code === "string" ? code : "UNKNOWN",
      message: typeof message === "string" ? message : "The service gave no reason.",
      argument: typeof argument === "string" ? argument : null,
      suggestions: [...list(candidates), ...list(suggestions)].flatMap(suggestionOf),
      retryAfter: typeof retryAfter === "number" ? retryAfter : null,
    };
  });
}

function suggestionOf(value: unknown): readonly Suggestion[] {
  if (typeof value === "string") return [{ id: value, label: value, origin: null }];
  const { id, label, title, name, origin } = record(value);
  const shown = [label, title, name, id].find((text) => typeof text === "string");
  if (typeof id !== "string" || typeof shown !== "string") return [];
  const from = typeof origin === "string" ? origin : record(origin)["name"];
  return [{ id, label: shown, origin: typeof from === "string" ? from : null }];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
