import type { FastifyInstance } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import type { Metrics } from "./Metrics.js";

/**
 * Serves the routes for operators: `/health/live` (the process runs), `/health/ready` (200 if requests should be sent here, with status
 * `degraded` if only data in memory is served; otherwise 503) and `/metrics`.
 * @param isDraining whether the service is about to stop but still accepts requests
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
    // The error itself is only logged: anyone may read this answer, and the message may contain host names.
    const { store, current, problem, ready } = holder;
    const unavailable = problem instanceof StoreDamagedError ? "DAMAGED" : "STORE_UNAVAILABLE";
    if (isDraining()) return reply.code(503).send({ status: "unavailable", reason: "STOPPING" });
    if (current === null) {
      const reason = unavailable === "DAMAGED" ? unavailable : "NOT_READ_YET";
      return reply.code(503).send({ status: "unavailable", reason });
    }
    if (!ready) return reply.code(503).send({ status: "unavailable", reason: "PREPARING", revision: current.revision });
    // Status 200, because the other instances lack the store too and this one still serves the data in memory.
    if (problem !== null) {
      return { status: "degraded", reason: unavailable, store: store.kind, revision: current.revision };
    }
    return { status: "ok", store: store.kind, revision: current.revision };
  });
}
