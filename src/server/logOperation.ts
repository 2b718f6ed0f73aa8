import type { FastifyBaseLogger } from "fastify";
import type { Context } from "../graphql/Context.js";
import type { Metrics } from "./Metrics.js";

/** Milliseconds from which an operation is logged as slow. */
const SLOW = 1_000;

interface LoggedOperation {
  /** Null if the request was answered without GraphQL. */
  readonly context: Context | null;
  /** Time from the request to its answer. */
  readonly milliseconds: number;
  /** Whether a client called it over GraphQL, or an assistant through a tool. */
  readonly by: "CLIENT" | "TOOL";
  /** Further properties of the log line. */
  readonly seen?: Readonly<Record<string, unknown>>;
}

/** Logs one answered operation. The operation's name is all of the client's text that is logged: variables may contain a person's profile. */
export function logOperation(
  log: FastifyBaseLogger,
  metrics: Metrics,
  { context, milliseconds, by, seen = {} }: LoggedOperation,
): void {
  const line =
    context === null
      ? { ...seen, milliseconds, reachedGraphQL: false }
      : {
          ...seen,
          milliseconds,
          ...metrics.told(context.work),
          cost: context.work.cost,
          storeRounds: context.storeRounds,
        };
  const what = by === "TOOL" ? "operation of a tool" : "operation";
  if (milliseconds >= SLOW) log.warn(line, `A slow ${what}.`);
  else log.info(line, `An ${what}.`);
}
