import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "./ask.js";
import { askAgain } from "./askAgain.js";
import type { TadaDocumentNode } from "./graphql.js";

/**
 * Sends one operation for each of several ids: once for as long as the id is shown, and again if the service asks to retry.
 * @returns the answers by id; answers that are still loading are missing
 */
export function useAnswers<Data>(
  operation: TadaDocumentNode<Data, { id: string }>,
  ids: readonly string[],
): ReadonlyMap<string, Answer<Data>> {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer<Data>>>(new Map());
  const asked = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const wanted = new Set(ids);
    for (const [id, controller] of asked.current) {
      if (wanted.has(id)) continue;
      controller.abort();
      asked.current.delete(id);
    }
    setAnswers((before) => new Map([...before].filter(([id]) => wanted.has(id))));
    for (const id of wanted) {
      if (asked.current.has(id)) continue;
      const controller = new AbortController();
      asked.current.set(id, controller);
      const onAnswer = (answer: Answer<Data>): void => setAnswers((before) => new Map(before).set(id, answer));
      askAgain(operation, { id }, { isPrivate: false, signal: controller.signal, onAnswer });
    }
  }, [operation, ids.join(" ")]);
  useEffect(
    () => () => {
      for (const controller of asked.current.values()) controller.abort();
    },
    [],
  );
  return answers;
}
