import { useState } from "preact/hooks";
import { operationText } from "../api/ask.js";
import type { TadaDocumentNode } from "../api/graphql.js";

interface Props<Data, Variables> {
  readonly operation: TadaDocumentNode<Data, Variables>;
  readonly variables: Variables;
}

/** The GraphQL behind what is shown, to copy or to try out. */
export function ShowQuery<Data, Variables>({ operation, variables }: Props<Data, Variables>) {
  const [copied, setCopied] = useState("");
  const text = operationText(operation);
  const values = JSON.stringify(variables, null, 2);
  const copy = (what: string, name: string): void => {
    navigator.clipboard.writeText(what).then(
      () => setCopied(`${name} copied.`),
      () => setCopied("The browser does not let the page copy. Select the text instead."),
    );
  };
  return (
    <details class="query">
      <summary>Show the query</summary>
      <p>
        <button type="button" onClick={() => copy(text, "Query")}>
          Copy the query
        </button>{" "}
        <button type="button" onClick={() => copy(values, "Variables")}>
          Copy the variables
        </button>{" "}
        <a href="graphql">Open the sandbox of the service</a> <span role="status">{copied}</span>
      </p>
      <pre tabIndex={0} aria-label="Query">
        {text}
      </pre>
      <pre tabIndex={0} aria-label="Variables">
        {values}
      </pre>
    </details>
  );
}
