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

/** What the operations of tools share with those of GraphQL clients. */
export interface Asked {
  readonly apollo: ApolloServer<Context>;
  readonly holder: SnapshotHolder;
  readonly gate: OperationGate;
  /** The operations in progress; their searches are ended when the service stops. */
  readonly atWork: Set<OperationWork>;
  readonly retrySeconds: number;
  /** Called for each operation that found no place at the gate. */
  readonly refused: () => void;
  /** Called for each answered operation, with the time since its arrival. */
  readonly answered: (context: Context, milliseconds: number) => void;
  /** Called with each internal error. */
  readonly report: (error: unknown) => void;
}

const FAILED: GraphQLFormattedError = {
  message: OUR_FAULT,
  extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR },
};

/** Makes a function that executes the operations of tools like those of GraphQL clients: with the same gate, Apollo Server and limits. */
export function graphAsker({ apollo, holder, gate, atWork, retrySeconds, refused, answered, report }: Asked): AskGraph {
  return async (operation, variables, signal) => {
    const begun = performance.now();
    const place = gate.enter();
    const { decision, leave } = place;
    signal.addEventListener("abort", leave, { once: true });
    if ((await decision) === "REFUSED") {
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
