import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { Context } from "../Context.js";
import { LIMITS } from "../limits/LIMITS.js";
import { isCompilable } from "./isCompilable.js";

/** Number of uses after which an operation is compiled. */
const THIRD_USE = 3;

/** Maximum number of compiled operations. Each takes up to some hundred kilobytes. */
const MOST_COMPILED = 64;

/** Maximum number of operations that wait to be compiled; others are queued again at their next use. */
const MOST_WAITING = 16;

/** While operations run, milliseconds that an operation waits to be compiled, and that pass between two compilations. */
const BUSY_MILLISECONDS = 1_000;

/** An operation of a document that is valid against the schema, with its variables. */
export interface Asked {
  readonly document: DocumentNode;
  /** Undefined if the request does not say which of the document's operations to execute. */
  readonly operation: OperationDefinitionNode | undefined;
  /** As the request gives it. */
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: Context;
}

interface Candidate {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** When it began to wait, by the clock `now`. */
  readonly since: number;
}

/**
 * Executes operations: frequently used ones as code that graphql-jit generates, all others with graphql-js. The answers are the same.
 * An operation is identified by its syntax tree, so only operations whose parsed documents are cached can be compiled. Compiling takes 1 to
 * 50 ms. It happens while no operation is executed, or, if the service is always busy, at most once a second.
 */
export class CompiledOperations {
  readonly #compiled = new LRUCache<OperationDefinitionNode, CompiledQuery>({ max: MOST_COMPILED });
  /** How often each operation was used; Infinity for those that cannot be compiled. */
  readonly #uses = new WeakMap<OperationDefinitionNode, number>();
  readonly #waiting = new Map<OperationDefinitionNode, Candidate>();
  #running = 0;
  #isTurnAsked = false;
  /** When an operation was last compiled, by the clock `now`. */
  #compiledAt = -Infinity;

  /**
   * @param schema a schema whose fields resolve within the limits of the operation
   * @param compileAll compiles each operation at its first use, before it is executed; for tests
   * @param now monotonic clock, in milliseconds
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compileAll = false,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Number of compiled operations. */
  get size(): number {
    return this.#compiled.size;
  }

  /** The answer, in the form of `execute` of graphql-js. */
  async execute(asked: Asked): Promise<ExecutionResult> {
    this.#running++;
    try {
      const { document, operationName, variables, context } = asked;
      const compiled = this.#compiledOf(asked);
      if (compiled !== undefined && this.#areSound(asked)) {
        const result = await compiled.query(undefined, context, variables);
        // No data means that nothing was resolved, because the compiled code refused the variables.
        if (result.data !== undefined) return withLocatedErrors(result);
      }
      return await execute({
        schema: this.schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
        options: { maxCoercionErrors: LIMITS.coercionErrors },
      });
    } finally {
      this.#running--;
      this.#compileSoon();
    }
  }

  /** Whether the variables have their declared types. Compiled code accepts more than graphql-js, whose messages are also better. */
  #areSound({ operation, variables = {} }: Asked): boolean {
    const declared = operation?.variableDefinitions ?? [];
    return getVariableValues(this.schema, declared, variables, { maxErrors: 1 }).errors === undefined;
  }

  #compiledOf({ document, operation }: Asked): CompiledQuery | undefined {
    if (operation === undefined) return undefined;
    const compiled = this.#compiled.get(operation);
    if (compiled !== undefined) return compiled;
    const uses = (this.#uses.get(operation) ?? 0) + 1;
    this.#uses.set(operation, uses);
    if (uses === Infinity) return undefined;
    if (this.compileAll) return this.#compile(document, operation);
    if (uses >= THIRD_USE && this.#waiting.size < MOST_WAITING && !this.#waiting.has(operation)) {
      this.#waiting.set(operation, { document, operation, since: this.now() });
    }
    return undefined;
  }

  #compileSoon(): void {
    if (this.#isTurnAsked || !this.#mayCompile()) return;
    this.#isTurnAsked = true;
    // Runs after finished answers have been sent.
    setImmediate(() => {
      this.#isTurnAsked = false;
      const [next] = this.#waiting.values();
      if (next === undefined || !this.#mayCompile()) return;
      this.#waiting.delete(next.operation);
      this.#compile(next.document, next.operation);
      this.#compiledAt = this.now();
      this.#compileSoon();
    }).unref();
  }

  /** Whether an operation waits to be compiled, and none is executed or it has waited for long. */
  #mayCompile(): boolean {
    const [next] = this.#waiting.values();
    if (next === undefined) return false;
    return this.#running === 0 || this.now() - Math.max(next.since, this.#compiledAt) >= BUSY_MILLISECONDS;
  }

  #compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | undefined {
    if (isCompilable(this.schema, document, operation)) {
      const compiled = compileQuery(this.schema, document, operation.name?.value ?? "", {
        disablingCapturingStackErrors: true,
      });
      if (isCompiledQuery(compiled)) {
        this.#compiled.set(operation, compiled);
        return compiled;
      }
    }
    this.#uses.set(operation, Infinity);
    return undefined;
  }
}

/** Errors in the form of graphql-js. The compiler has its own class, which stores the thrown error elsewhere. */
function withLocatedErrors(result: ExecutionResult): ExecutionResult {
  // Errors come first, as in graphql-js.
  return result.errors === undefined ? result : { errors: result.errors.map(located), data: result.data ?? null };
}

function located({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  // An error that already has a path is passed on unchanged; see `StoppedError`.
  if (originalError instanceof GraphQLError && originalError.path !== undefined) return originalError;
  const error = new GraphQLError(message, { path, originalError });
  return Object.assign(error, { locations });
}
