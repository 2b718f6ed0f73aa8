import { ask } from "./ask.js";

/** What a command asks, and how it shows the answer to a person. */
export interface Question<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The field of the answer that is printed; the operation asks for no other. */
  readonly field: string;
  readonly render: (answer: T) => string;
}

/**
 * Asks and prints the answer: as text, or for a program as JSON.
 * @throws AskError with what is wrong with the question
 */
export async function printAnswer<T>(json: boolean, { query, variables, field, render }: Question<T>): Promise<void> {
  const { [field]: answer } = await ask<Record<string, T>>(query, variables);
  console.log(json ? JSON.stringify(answer, null, 2) : render(answer as T));
}
