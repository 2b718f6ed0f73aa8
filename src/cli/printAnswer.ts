import { ask, AskError } from "./ask.js";

/** What a command asks, and how it shows the answer to a person. */
export interface Question<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The field of the answer that is printed; the operation asks for no other. */
  readonly field: string;
  readonly render: (answer: T) => string;
}

/**
 * Asks and prints the answer: as text, or for a program as JSON. For a program errors are JSON on standard output too, as
 * `{ "errors": [...] }` with what GraphQL says of each, and the command fails.
 * @throws Error with what went wrong, where the answer is for a person
 */
export async function printAnswer<T>(json: boolean, { query, variables, field, render }: Question<T>): Promise<void> {
  try {
    const { [field]: answer } = await ask<Record<string, T>>(query, variables);
    console.log(json ? JSON.stringify(answer, null, 2) : render(answer as T));
  } catch (error) {
    if (!json) throw error;
    const errors = error instanceof AskError ? error.errors : [{ message: String((error as Error).message) }];
    console.log(JSON.stringify({ errors: errors.map(({ message, ...rest }) => ({ message, ...rest })) }, null, 2));
    process.exitCode = 1;
  }
}
