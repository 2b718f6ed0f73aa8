import { ask, type Answer } from "./ask.js";
import type { TadaDocumentNode } from "./graphql.js";

/** How often the page asks again by itself before it leaves that to a person. */
const TRIES = 20;

interface Asking<Data> {
  /** Whether the variables tell about a person, and so must not be part of an address. */
  readonly isPrivate: boolean;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Told of each answer, also of those after which it asks again. */
  readonly onAnswer: (answer: Answer<Data>) => void;
}

/** Asks, and asks again for as long as the service says that this helps. */
export function askAgain<Data, Variables>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { isPrivate, signal, onAnswer }: Asking<Data>,
): void {
  let timer = 0;
  const send = async (tries: number): Promise<void> => {
    const answer = await ask(operation, variables, { isPrivate, signal });
    if (signal.aborted) return;
    onAnswer(answer);
    const waits = answer.failures.flatMap(({ retryAfter }) => (retryAfter === null ? [] : [retryAfter]));
    if (waits.length === 0 || tries >= TRIES) return;
    timer = window.setTimeout(() => void send(tries + 1).catch(ignoreAborts), Math.max(...waits) * 1_000);
  };
  signal.addEventListener("abort", () => window.clearTimeout(timer), { once: true });
  send(1).catch(ignoreAborts);
}

/** An abandoned question needs no answer. */
function ignoreAborts(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  throw error;
}
