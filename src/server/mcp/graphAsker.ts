import type { ApolloServer } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { Context } from "../../graphql/Context.js";
import { ErrorCode } from "../../graphql/errors/ErrorCode.js";
import type { OperationWork } from "../../graphql/limits/OperationWork.js";
import type { AskGraph } from "../../mcp/toolServer.js";
import type { SnapshotHolder } from "../../snapshot/SnapshotHolder.js";
import { contextOf } from "../contextOf.js";
import { OUR_FAULT } from "../errorBody.js";
import type { OperationGate } from "../OperationGate.js";
import { tooBusyBody } from "../refuse.js";

/** What the operations of tools share with those that come as GraphQL. */
export interface Asked {
  readonly apollo: ApolloServer<Context>;
  readonly holder: SnapshotHolder;
  readonly gate: OperationGate;
  /** The operations at work, whose searches are ended when the service stops. */
  readonly atWork: Set<OperationWork>;
  readonly retrySeconds: number;
  /** Told of an operation that found no place. */
  readonly refused: () => void;
  /** Told of an operation that was answered, and how long it took from its arrival. */
  readonly answered: (context: Context, milliseconds: number) => void;
  /** Told of an error that is our own fault. */
  readonly report: (error: unknown) => void;
}

const FAILED: GraphQLFormattedError = {
  message: OUR_FAULT,
  extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR },
};

/** Asks operations for tools as they are asked over GraphQL: behind the same gate, by the same Apollo Server, within the same limits. */
export function graphAsker({ apollo, holder, gate, atWork, retrySeconds, refused, answered, report }: Asked): AskGraph {
  return async (operation, variables, signal) => {
    const begun = performance.now();
    const place = gate.enter();
    const { admitted, leave } = place;
    signal.addEventListener("abort", leave, { once: true });
    if (!(await admitted)) {
      refused();
      return { data: null, errors: tooBusyBody(retrySeconds).errors };
    }
    if (signal.aborted) {
      leave();
      return { data: null, errors: [] };
    }
    const context = contextOf(holder, place);
    const stop = (): void => context.work.stop("DISCONNECTED");
    atWork.add(context.work);
    signal.addEventListener("abort", stop, { once: true });
    try {
      const request = { query: operation, variables: { ...variables } };
      const { body } = await apollo.executeOperation(request, { contextValue: context });
      if (body.kind !== "single") throw new Error("The service sent the answer in parts, which a tool cannot return.");
      const { data, errors } = body.singleResult;
      return { data: data ?? null, errors: errors ?? [] };
    } catch (error) {
      report(error);
      return { data: null, errors: [FAILED] };
    } finally {
      leave();
      atWork.delete(context.work);
      signal.removeEventListener("abort", stop);
      answered(context, Math.round(performance.now() - begun));
    }
  };
}
