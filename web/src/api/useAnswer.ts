import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "./ask.js";
import { askAgain } from "./askAgain.js";
import type { TadaDocumentNode } from "./graphql.js";

export interface Asked<Data> extends Answer<Data> {
  /** Whether the answer for the current variables is still loading; until then, `data` is the answer for the previous variables. */
  readonly isLoading: boolean;
}

/**
 * Sends an operation whenever its variables change, and retries if the service asks to. With null variables, nothing is sent.
 * @param isPrivate whether the variables are personal data, which must not be in a URL
 */
export function useAnswer<Data, Variables>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables | null,
  isPrivate = false,
): Asked<Data> {
  const key = variables === null ? null : JSON.stringify(variables);
  const [state, setState] = useState<Answer<Data> & { readonly key: string | null }>({
    key: null,
    data: null,
    failures: [],
  });
  const asked = useRef(variables);
  asked.current = variables;
  useEffect(() => {
    const current = asked.current;
    if (key === null || current === null) {
      setState({ key: null, data: null, failures: [] });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    askAgain(operation, current, { isPrivate, signal, onAnswer: (answer) => setState({ key, ...answer }) });
    return () => controller.abort();
  }, [operation, key, isPrivate]);
  return { data: state.data, failures: state.key === key ? state.failures : [], isLoading: state.key !== key };
}
