import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "./ask.js";
import { askAgain } from "./askAgain.js";
import type { TadaDocumentNode } from "./graphql.js";

export interface Asked<Data> extends Answer<Data> {
  /** Whether an answer to the current question is still to come; `data` is then that of the question before. */
  readonly isLoading: boolean;
}

/**
 * Asks whenever the variables change, and asks again by itself where the service says that this helps. Null variables ask nothing.
 * @param isPrivate whether the variables tell about a person, and so must not be part of an address
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
