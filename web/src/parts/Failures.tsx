import type { Failure, Suggestion } from "../api/Failure.js";

interface Props {
  readonly failures: readonly Failure[];
  /** Called with the suggestion that replaces the invalid name. */
  readonly onTake?: (failure: Failure, suggestion: Suggestion) => void;
}

const HEADINGS: Readonly<Record<string, string>> = {
  UNREACHABLE: "No connection",
  STORE_UNAVAILABLE: "The data is not available right now",
  TOO_BUSY: "The service is busy",
  RATE_LIMITED: "Too many requests",
  ROLE_NOT_FOUND: "Role not found",
  AMBIGUOUS_ROLE: "Several roles have this name",
  SKILL_NOT_FOUND: "Skill not found",
  AMBIGUOUS_SKILL: "Several skills have this name",
  QUERY_TOO_COMPLEX: "This request is too large",
};

/** Error messages, with suggestions for unknown and ambiguous names. */
export function Failures({ failures, onTake }: Props) {
  return (
    <div role="alert">
      {failures.map((failure) => (
        <div class="failure" key={`${failure.code} ${failure.argument} ${failure.message}`}>
          <h2>{HEADINGS[failure.code] ?? "That did not work"}</h2>
          <p>{failure.message}</p>
          {failure.retryAfter !== null && <p>The page retries automatically.</p>}
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
