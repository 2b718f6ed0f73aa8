import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Answer } from "./ask.js";
import type { TadaDocumentNode } from "./graphql.js";

export interface Asked<Data> extends Answer<Data> {
  /** Whether an answer to the current question is still to come; `data` is then that of the question before. */
  readonly isLoading: boolean;
}

/** How often the page asks again by itself before it leaves that to a person. */
const TRIES = 20;

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
    let timer = 0;
    const send = async (tries: number): Promise<void> => {
      const answer = await ask(operation, current, { isPrivate, signal: controller.signal });
      if (controller.signal.aborted) return;
      setState({ key, ...answer });
      const waits = answer.failures.flatMap(({ retryAfter }) => (retryAfter === null ? [] : [retryAfter]));
      if (waits.length === 0 || tries >= TRIES) return;
      timer = window.setTimeout(() => void send(tries + 1).catch(ignoreAborts), Math.max(...waits) * 1_000);
    };
    send(1).catch(ignoreAborts);
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [operation, key, isPrivate]);
  return { data: state.data, failures: state.key === key ? state.failures : [], isLoading: state.key !== key };
}

/** An abandoned question needs no answer. */
function ignoreAborts(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  throw error;
}
