import { GraphQLError } from "graphql";

/**
 * Ends the process with status 1 after an error that nothing has caught, because the state of the process is unknown then. The only exception
 * is a rejected field of an answer that has already failed: if an item of a list fails at once, graphql-js 16 abandons the promises of the
 * items before it, and nothing catches their errors.
 * @param report called with the error, before the process ends
 */
export function exitOnUncaughtError(report: (error: unknown) => void): void {
  const exit = (error: unknown): void => {
    report(error);
    process.exit(1);
  };
  process.on("uncaughtException", exit);
  process.on("unhandledRejection", (error) => {
    const isAbandoned = error instanceof GraphQLError && error.path !== undefined;
    if (!isAbandoned) exit(error);
  });
}
