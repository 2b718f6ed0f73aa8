import type { FastifyInstance } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Metrics } from "./Metrics.js";

/**
 * What whoever runs the service asks it: `/health/live` (the process answers), `/health/ready` (requests are best sent here; 503 where
 * not) and `/metrics`.
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
    if (isDraining()) return reply.code(503).send({ status: "unavailable", reason: "STOPPING" });
    if (holder.current === null) return reply.code(503).send({ status: "unavailable", reason: "NOT_READ_YET" });
    const { store, current, problem, ready } = holder;
    if (problem !== null) {
      return reply.code(503).send({ status: "unavailable", reason: "STORE_UNAVAILABLE", revision: current.revision });
    }
    if (!ready) return reply.code(503).send({ status: "unavailable", reason: "PREPARING", revision: current.revision });
    return { status: "ok", store: store.kind, revision: current.revision };
  });
}
