import { ask } from "./ask.js";

/** The operation of a command, and how its answer is printed as text. */
export interface Question<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The only root field of the operation, which is printed. */
  readonly field: string;
  readonly render: (answer: T) => string;
}

/**
 * Executes the operation and prints the answer, as text or as JSON.
 * @throws AskError with all errors of the answer
 */
export async function printAnswer<T>(json: boolean, { query, variables, field, render }: Question<T>): Promise<void> {
  const { [field]: answer } = await ask<Record<string, T>>(query, variables);
  console.log(json ? JSON.stringify(answer, null, 2) : render(answer as T));
}
