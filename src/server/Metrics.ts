import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { Kind, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Context } from "../graphql/Context.js";
import type { OperationWork } from "../graphql/limits/OperationWork.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { OperationGate } from "./OperationGate.js";

/** What the log says of an operation. */
export interface ToldOperation {
  /** Its name, shortened where it is long; null where it has none. */
  readonly operation: string | null;
  /** Its root field, `several`, or `none` where it could not be read. */
  readonly field: string;
  /** OK, or the code of the first error. */
  readonly outcome: string;
}

/** Letters of an operation's name in the log. */
const LONGEST_NAME = 100;

/**
 * What whoever runs the service watches, in the text format of Prometheus. Labels come from the schema and from the codes of
 * errors alone: no text of a client becomes a label, so that there are few and none tells of a person.
 */
export class Metrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #registry = new Registry();
  readonly #operations: Histogram;
  readonly #kept: Counter;
  readonly #refused: Counter;
  /** Apollo copies contexts, whose copies share their work. */
  readonly #told = new WeakMap<OperationWork, ToldOperation>();

  constructor(holder: SnapshotHolder, gate: OperationGate) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#operations = new Histogram({
      name: "career_graph_operation_seconds",
      help: "Seconds an operation took that was not answered from the response cache, by root field (several, or none where it could not be read) and by outcome: OK, or the code of the first error.",
      labelNames: ["field", "outcome"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.#kept = new Counter({
      name: "career_graph_response_cache_hits_total",
      help: "Requests answered from the response cache.",
      registers,
    });
    this.#refused = new Counter({
      name: "career_graph_refused_total",
      help: "Operations refused with TOO_BUSY, by reason: IN_FLIGHT (too many at once).",
      labelNames: ["reason"],
      registers,
    });
    new Gauge({
      name: "career_graph_operations_in_flight",
      help: "Operations by state: running, or waiting to be.",
      labelNames: ["state"],
      registers,
      collect() {
        this.set({ state: "running" }, gate.running);
        this.set({ state: "waiting" }, gate.waiting);
      },
    });
    new Gauge({
      name: "career_graph_ready",
      help: "1 where the store could be read when it was last looked at and is prepared for requests, else 0.",
      registers,
      collect() {
        this.set(holder.ready ? 1 : 0);
      },
    });
    new Gauge({
      name: "career_graph_roles",
      help: "Roles of the revision that requests begin with.",
      labelNames: ["store", "revision"],
      registers,
      collect() {
        this.reset();
        const { current, store } = holder;
        if (current !== null) this.set({ store: store.kind, revision: current.revision }, current.network.roleCount);
      },
    });
  }

  /** Everything that is measured, as text of `contentType`. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Counts a request that was answered from the response cache. */
  answeredFromCache(): void {
    this.#kept.inc();
  }

  /** Counts an operation that was refused with TOO_BUSY. */
  refused(): void {
    this.#refused.inc({ reason: "IN_FLIGHT" });
  }

  /** What is told of the operation that was asked with a context's work; absent where GraphQL never began with one. */
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
          const name = operation?.name?.value.slice(0, LONGEST_NAME) ?? null;
          this.#told.set(contextValue.work, { operation: name, field, outcome });
        },
      };
    },
  };
}

function rootFieldOf(operation: OperationDefinitionNode | undefined): string {
  // Where the schema has no mutations, graphql-js lets a mutation name any field: such names are the client's own.
  if (operation?.operation !== OperationTypeNode.QUERY) return "none";
  const [first, ...others] = operation.selectionSet.selections;
  return first?.kind === Kind.FIELD && others.length === 0 ? first.name.value : "several";
}

function outcomeOf({ body }: GraphQLRequestContextWillSendResponse<Context>["response"]): string {
  const [error] = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
  return error === undefined ? "OK" : String(error.extensions?.code ?? "INTERNAL_SERVER_ERROR");
}
