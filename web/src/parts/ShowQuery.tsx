import { useState } from "preact/hooks";
import { operationText } from "../api/ask.js";
import type { TadaDocumentNode } from "../api/graphql.js";

interface Props<Data, Variables> {
  readonly operation: TadaDocumentNode<Data, Variables>;
  readonly variables: Variables;
}

/** The most characters of a URL, because servers refuse headers of more than 16 KB. */
const LONGEST_ADDRESS = 12_000;

/** Whether the service serves GraphiQL. If it does not, `pageRoutes` sets the attribute. */
const HAS_GRAPHIQL = document.documentElement.dataset["graphiql"] !== "off";

/** The GraphQL operation behind the view, to copy or to open in GraphiQL. */
export function ShowQuery<Data, Variables extends object>({ operation, variables }: Props<Data, Variables>) {
  const [copied, setCopied] = useState("");
  const text = operationText(operation);
  const values = JSON.stringify(variables, null, 2);
  const isPersonal = "profile" in variables;
  // URLs are kept in histories and logs, so they must not contain the skills of the user.
  const open = isPersonal ? JSON.stringify({ ...variables, profile: { skills: [] } }, null, 2) : values;
  const address = `graphiql?${new URLSearchParams({ query: text, variables: open }).toString()}`;
  const copy = (what: string, name: string): void => {
    navigator.clipboard.writeText(what).then(
      () => setCopied(`${name} copied.`),
      () => setCopied("The browser does not allow the page to copy. Select the text instead."),
    );
  };
  return (
    <details class="query">
      <summary>Show the query</summary>
      <p class="actions">
        <button type="button" onClick={() => copy(text, "Query")}>
          Copy the query
        </button>
        <button type="button" onClick={() => copy(values, "Variables")}>
          Copy the variables
        </button>
        {HAS_GRAPHIQL && address.length <= LONGEST_ADDRESS && <a href={address}>Open in GraphiQL</a>}
        <span role="status">{copied}</span>
      </p>
      {isPersonal && HAS_GRAPHIQL && (
        <p class="hint">The link to GraphiQL does not contain your skills. Copy the variables to include them.</p>
      )}
      <pre tabIndex={0} aria-label="Query">
        {text}
      </pre>
      <pre tabIndex={0} aria-label="Variables">
        {values}
      </pre>
    </details>
  );
}
