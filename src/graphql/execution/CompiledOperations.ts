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

/** From which use on an operation is worth compiling. */
const THIRD_USE = 3;

/** Operations kept compiled; one takes up to some hundred kilobytes. */
const MOST_COMPILED = 64;

/** Operations that wait to be compiled at most; others come up again at their next use. */
const MOST_WAITING = 16;

/** An operation of a document that is valid by the schema, and what it is asked with. */
export interface Asked {
  readonly document: DocumentNode;
  /** Undefined where the request does not say which of the document's operations it means. */
  readonly operation: OperationDefinitionNode | undefined;
  /** As the request gives it. */
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: Context;
}

interface Candidate {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Executes operations: those used again and again as code that graphql-jit writes for them, all others by graphql-js. The answers are the
 * same. Operations are known by their syntax tree, so those whose documents are kept parsed are the ones that can be compiled. Code is
 * written, which takes 1 to 50 ms, while no operation is executed.
 */
export class CompiledOperations {
  readonly #compiled = new LRUCache<OperationDefinitionNode, CompiledQuery>({ max: MOST_COMPILED });
  /** How often operations were used; Infinity for those that are not to be compiled. */
  readonly #uses = new WeakMap<OperationDefinitionNode, number>();
  readonly #waiting = new Map<OperationDefinitionNode, Candidate>();
  #running = 0;
  #isIdleAsked = false;

  /**
   * @param schema whose fields resolve within the operation's limits
   * @param compileAll compiles each operation at its first use, while it waits: for tests
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compileAll = false,
  ) {}

  /** Operations that are compiled now. */
  get size(): number {
    return this.#compiled.size;
  }

  /** The answer, as `execute` of graphql-js gives it. */
  async execute(asked: Asked): Promise<ExecutionResult> {
    this.#running++;
    try {
      const { document, operationName, variables, context } = asked;
      const compiled = this.#compiledOf(asked);
      if (compiled !== undefined && this.#areSound(asked)) {
        const result = await compiled.query(undefined, context, variables);
        // Without data, nothing was resolved: the compiler's code did not take the variables.
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
      this.#compileWhenIdle();
    }
  }

  /** Whether variables are as declared. The compiler's code takes more than graphql-js, which also says better what is wrong. */
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
    if (this.compileAll) return this.#compile({ document, operation });
    if (uses >= THIRD_USE && this.#waiting.size < MOST_WAITING) this.#waiting.set(operation, { document, operation });
    return undefined;
  }

  #compileWhenIdle(): void {
    if (this.#running > 0 || this.#waiting.size === 0 || this.#isIdleAsked) return;
    this.#isIdleAsked = true;
    // After the answers that are ready have been sent.
    setImmediate(() => {
      this.#isIdleAsked = false;
      const [next] = this.#waiting.values();
      if (this.#running > 0 || next === undefined) return;
      this.#waiting.delete(next.operation);
      this.#compile(next);
      this.#compileWhenIdle();
    }).unref();
  }

  #compile({ document, operation }: Candidate): CompiledQuery | undefined {
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

/** Errors as graphql-js makes them: the compiler's own are of another class, and do not have what was thrown in the same place. */
function withLocatedErrors(result: ExecutionResult): ExecutionResult {
  // Errors first, as graphql-js has them.
  return result.errors === undefined ? result : { errors: result.errors.map(located), data: result.data ?? null };
}

function located({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  // One that has a path is passed on as it is, see `StoppedError`.
  if (originalError instanceof GraphQLError && originalError.path !== undefined) return originalError;
  const error = new GraphQLError(message, { path, originalError });
  return Object.assign(error, { locations });
}
