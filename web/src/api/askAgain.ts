import { ask, type Answer } from "./ask.js";
import type { TadaDocumentNode } from "./graphql.js";

/** How often an operation is sent before the page gives up. */
const TRIES = 20;

interface Asking<Data> {
  /** Whether the variables are personal data, which must not be in a URL. */
  readonly isPrivate: boolean;
  /** Aborted when the answer is no longer needed. */
  readonly signal: AbortSignal;
  /** Called with each answer, including those that are followed by a retry. */
  readonly onAnswer: (answer: Answer<Data>) => void;
}

/** Sends an operation, and retries as long as the answer has a `retryAfter`. */
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

/** An aborted request is not an error. */
function ignoreAborts(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  throw error;
}
