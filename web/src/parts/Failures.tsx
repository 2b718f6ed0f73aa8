import type { Failure, Suggestion } from "../api/Failure.js";

interface Props {
  readonly failures: readonly Failure[];
  /** Takes a suggestion in place of what was wrong. */
  readonly onTake?: (failure: Failure, suggestion: Suggestion) => void;
}

const HEADINGS: Readonly<Record<string, string>> = {
  UNREACHABLE: "No connection",
  STORE_UNAVAILABLE: "The data cannot be read right now",
  TOO_BUSY: "The service is busy",
  RATE_LIMITED: "Too many requests",
  ROLE_NOT_FOUND: "This role is not here",
  AMBIGUOUS_ROLE: "Several roles are called that",
  SKILL_NOT_FOUND: "This skill is not here",
  AMBIGUOUS_SKILL: "Several skills are called that",
  QUERY_TOO_COMPLEX: "This is too much to answer at once",
};

/** What went wrong, and what may have been meant. */
export function Failures({ failures, onTake }: Props) {
  return (
    <div role="alert">
      {failures.map((failure) => (
        <div class="failure" key={`${failure.code} ${failure.argument} ${failure.message}`}>
          <h2>{HEADINGS[failure.code] ?? "That did not work"}</h2>
          <p>{failure.message}</p>
          {failure.retryAfter !== null && <p>The page asks again by itself.</p>}
          {onTake !== undefined && failure.suggestions.length > 0 && (
            <ul class="plain">
              {failure.suggestions.map((suggestion) => (
                <li key={suggestion.id}>
                  <button type="button" onClick={() => onTake(failure, suggestion)}>
                    {suggestion.label}
                    {suggestion.origin !== null && <small> {suggestion.origin}</small>}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
