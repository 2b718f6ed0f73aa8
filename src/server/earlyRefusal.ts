import type { IncomingMessage, ServerResponse } from "node:http";
import type { ArrivalGuard } from "./ArrivalGuard.js";
import type { HttpLimits } from "./HTTP_LIMITS.js";
import { LatestFirst } from "./LatestFirst.js";
import type { OperationGate } from "./OperationGate.js";
import { refuser } from "./refuse.js";
import { requestId } from "./requestId.js";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** A request and its response. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface EarlyRefusal {
  readonly arrivals: ArrivalGuard;
  readonly gate: OperationGate;
  readonly limits: Pick<HttpLimits, "retrySeconds" | "rushHeld" | "rushHoldMilliseconds">;
  /** Paths whose requests may be refused, each with all that begins with it. */
  readonly paths: readonly string[];
  readonly corsOrigins: readonly string[];
  /** Called for each refused request. */
  readonly refused: (reason: "EVENT_LOOP" | "IN_FLIGHT") => void;
}

/**
 * Wraps the request handler of Fastify, which does much work for a request before it calls the first hook. Under overload, the wrapper
 * refuses requests before that work, or holds them until the event loop has read everything that arrived with them.
 */
export function earlyRefusal(
  handle: Handle,
  { arrivals, gate, limits, paths, corsOrigins, refused }: EarlyRefusal,
): Handle {
  const refuse = refuser(limits.retrySeconds, corsOrigins);
  const turnAway = (reason: "EVENT_LOOP" | "IN_FLIGHT", { request, response }: Exchange): void => {
    refused(reason);
    refuse(request, response, requestId(request));
  };
  const latestFirst = new LatestFirst<Exchange>(
    limits.rushHeld,
    limits.rushHoldMilliseconds,
    () => gate.isOpen,
    ({ request, response }) => handle(request, response),
    (exchange) => {
      arrivals.late();
      turnAway("EVENT_LOOP", exchange);
    },
  );
  return (request, response) => {
    const { url = "", method } = request;
    if (method === "OPTIONS" || !paths.some((path) => url.startsWith(path))) return handle(request, response);
    const handling = arrivals.handlingOf(gate.waiting, gate.inProgress);
    if (handling === "REFUSE") turnAway("EVENT_LOOP", { request, response });
    else if (handling === "HOLD") latestFirst.add({ request, response });
    else if (gate.isFull) {
      arrivals.turnedAway();
      turnAway("IN_FLIGHT", { request, response });
    } else handle(request, response);
  };
}
