import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { Kind, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Context } from "../graphql/Context.js";
import type { OperationWork } from "../graphql/limits/OperationWork.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { StoreActivity } from "../store/StoreActivity.js";
import { searchQueue } from "../paths/pace/SearchQueue.js";
import type { OperationGate } from "./OperationGate.js";
import type { ResponseCache } from "./ResponseCache.js";

/** The log properties of an operation. */
export interface ToldOperation {
  /** Its name, shortened if it is long; null if it has none. */
  readonly operation: string | null;
  /** Its root field, `several`, or `none` if it could not be parsed. */
  readonly field: string;
  /** OK, or the code of the first error. */
  readonly outcome: string;
}

/** Maximum number of characters of an operation's name in the log. */
const LONGEST_NAME = 100;

/**
 * The metrics of the service, in the text format of Prometheus. Labels come only from the schema and the error codes, never from a client's
 * text. So there are few of them, and none contains personal data.
 */
export class Metrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #registry = new Registry();
  readonly #operations: Histogram;
  readonly #cache: Counter;
  readonly #refused: Counter;
  readonly #byBudget: Counter;
  /** Keyed by the work, because Apollo Server copies contexts and the copies share their work. */
  readonly #told = new WeakMap<OperationWork, ToldOperation>();

  constructor(holder: SnapshotHolder, gate: OperationGate, cache: ResponseCache | null) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#operations = new Histogram({
      name: "career_graph_operation_seconds",
      help: "Duration in seconds of operations that were not answered from the response cache, by root field (several, or none if the operation could not be parsed) and by outcome: OK, or the code of the first error.",
      labelNames: ["field", "outcome"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.#cache = new Counter({
      name: "career_graph_response_cache_requests_total",
      help: "Lookups in the response cache, by result: HIT or MISS.",
      labelNames: ["result"],
      registers,
    });
    new Gauge({
      name: "career_graph_response_cache_bytes",
      help: "Size of the cached answers in bytes.",
      registers,
      collect() {
        this.set(cache?.bytes ?? 0);
      },
    });
    this.#refused = new Counter({
      name: "career_graph_refused_total",
      help: "Refused requests, by reason: IN_FLIGHT (too many operations at once) and EVENT_LOOP (event loop lag) with code TOO_BUSY, RATE_LIMIT with code RATE_LIMITED.",
      labelNames: ["reason"],
      registers,
    });
    this.#byBudget = new Counter({
      name: "career_graph_limit_reached_total",
      help: "Operations in which a search used up its budget and returned the best paths found so far.",
      registers,
    });
    new Gauge({
      name: "career_graph_searches",
      help: "Searches by skills, by state: running or queued.",
      labelNames: ["state"],
      registers,
      collect() {
        this.set({ state: "running" }, searchQueue.atWork);
        this.set({ state: "queued" }, searchQueue.length);
      },
    });
    new Gauge({
      name: "career_graph_operations_in_flight",
      help: "Operations, by state: running or waiting.",
      labelNames: ["state"],
      registers,
      collect() {
        this.set({ state: "running" }, gate.inProgress);
        this.set({ state: "waiting" }, gate.waiting);
      },
    });
    new Gauge({
      name: "career_graph_ready",
      help: "1 if the service holds a revision and is ready for requests, otherwise 0.",
      registers,
      collect() {
        this.set(holder.ready ? 1 : 0);
      },
    });
    new Gauge({
      name: "career_graph_degraded",
      help: "1 if the service holds a revision but the store was unavailable or damaged at the last check, so that only data in memory is served; otherwise 0.",
      registers,
      collect() {
        this.set(holder.degraded ? 1 : 0);
      },
    });
    new Gauge({
      name: "career_graph_store_look_age_seconds",
      help: "Seconds since the last check that found the store available and undamaged; NaN before the first one.",
      registers,
      collect() {
        this.set(holder.secondsSinceCheck ?? NaN);
      },
    });
    new Gauge({
      name: "career_graph_revision_age_seconds",
      help: "Age in seconds of the revision that new requests use; NaN while unknown.",
      registers,
      async collect() {
        const info = await holder.current?.reader.dataset().catch(() => undefined);
        this.set(info === undefined ? NaN : (Date.now() - info.loadedAt.getTime()) / 1000);
      },
    });
    const { activity } = holder.store;
    if (activity !== undefined) this.#watch(activity);
    new Gauge({
      name: "career_graph_roles",
      help: "Number of roles in the revision that new requests use.",
      labelNames: ["store", "revision"],
      registers,
      collect() {
        this.reset();
        const { current, store } = holder;
        if (current !== null) this.set({ store: store.kind, revision: current.revision }, current.network.roleCount);
      },
    });
  }

  /** Measures the statements of a store. */
  #watch(activity: StoreActivity): void {
    const registers = [this.#registry];
    const statements = new Histogram({
      name: "career_graph_store_statement_seconds",
      help: "Duration in seconds of Neo4j statements, including queueing, by outcome: OK, BUSY (queued too long), or why Neo4j did not answer.",
      labelNames: ["outcome"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    });
    activity.onStatement = (seconds, outcome) => statements.observe({ outcome }, seconds);
    new Gauge({
      name: "career_graph_store_statements",
      help: "Neo4j statements, by state: running (each on its own connection) or waiting. Streams are not counted.",
      labelNames: ["state"],
      registers,
      collect() {
        this.set({ state: "running" }, activity.running);
        this.set({ state: "waiting" }, activity.waiting);
      },
    });
    new Gauge({
      name: "career_graph_store_connections_replaced",
      help: "Number of times that all connections to Neo4j were replaced, because one was dead or the password changed.",
      registers,
      collect() {
        this.set(activity.replaced);
      },
    });
  }

  /** All metrics, as text of type `contentType`. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Counts a lookup in the response cache. */
  askedCache(isHit: boolean): void {
    this.#cache.inc({ result: isHit ? "HIT" : "MISS" });
  }

  /** Counts a request that was refused. */
  refused(reason: "IN_FLIGHT" | "EVENT_LOOP" | "RATE_LIMIT"): void {
    this.#refused.inc({ reason });
  }

  /** The log properties of the operation with this work; undefined if GraphQL did not execute it. */
  told(work: OperationWork): ToldOperation | undefined {
    return this.#told.get(work);
  }

  /** The Apollo plugin that measures operations. */
  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async () => {
      const begun = performance.now();
      return {
        willSendResponse: async ({ operation, response, contextValue }) => {
          const seconds = (performance.now() - begun) / 1000;
          const [field, outcome] = [rootFieldOf(operation), outcomeOf(response)];
          this.#operations.observe({ field, outcome }, seconds);
          if (contextValue.endedByBudget) this.#byBudget.inc();
          const name = operation?.name?.value.slice(0, LONGEST_NAME) ?? null;
          this.#told.set(contextValue.work, { operation: name, field, outcome });
        },
      };
    },
  };
}

function rootFieldOf(operation: OperationDefinitionNode | undefined): string {
  // graphql-js does not validate the fields of a mutation if the schema has none, so they may be any text of the client.
  if (operation?.operation !== OperationTypeNode.QUERY) return "none";
  const [first, ...others] = operation.selectionSet.selections;
  return first?.kind === Kind.FIELD && others.length === 0 ? first.name.value : "several";
}

function outcomeOf({ body }: GraphQLRequestContextWillSendResponse<Context>["response"]): string {
  const [error] = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
  return error === undefined ? "OK" : String(error.extensions?.code ?? "INTERNAL_SERVER_ERROR");
}
