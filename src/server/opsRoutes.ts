import type { FastifyInstance } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import type { Metrics } from "./Metrics.js";

/**
 * What whoever runs the service asks it: `/health/live` (the process answers), `/health/ready` (requests are best sent here, `degraded` where
 * only memory answers them; 503 where not) and `/metrics`.
 * @param isDraining whether the service has been told to stop and takes requests for a while still
 */
export function opsRoutes(
  app: FastifyInstance,
  holder: SnapshotHolder,
  metrics: Metrics,
  isDraining: () => boolean,
): void {
  app.get("/metrics", async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  app.get("/health/live", () => ({ status: "ok" }));
  app.get("/health/ready", (_request, reply) => {
    // Why is for the log: an answer may reach anyone, and a reason may name hosts.
    const { store, current, problem, ready } = holder;
    const unavailable = problem instanceof StoreDamagedError ? "DAMAGED" : "STORE_UNAVAILABLE";
    if (isDraining()) return reply.code(503).send({ status: "unavailable", reason: "STOPPING" });
    if (current === null) {
      const reason = unavailable === "DAMAGED" ? unavailable : "NOT_READ_YET";
      return reply.code(503).send({ status: "unavailable", reason });
    }
    if (!ready) return reply.code(503).send({ status: "unavailable", reason: "PREPARING", revision: current.revision });
    // Every other instance is without the store too, and what memory holds is answered: taking this one out would help nobody.
    if (problem !== null) {
      return { status: "degraded", reason: unavailable, store: store.kind, revision: current.revision };
    }
    return { status: "ok", store: store.kind, revision: current.revision };
  });
}
