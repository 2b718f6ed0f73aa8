import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GraphQLError, parse, stripIgnoredCharacters } from "graphql";
import { z } from "zod";

/** The folder of known operations cannot be read; the message says which file is wrong, and how. */
export class OperationsError extends Error {
  override readonly name = "OperationsError";
}

/** A manifest of Apollo's `generate-persisted-query-manifest`. */
const ApolloManifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** A manifest of Relay's compiler or of codegen's client preset: texts by hash. */
const TextsByHash = z.record(z.string(), z.string());

/**
 * Operations that whoever runs the service has listed, by hash. A client that knows the hash sends it instead of the text: less to send,
 * and a service that takes these alone answers nothing that its own pages do not ask.
 */
export class KnownOperations {
  readonly #texts = new Map<string, string>();
  /** The texts without what GraphQL ignores. */
  readonly #plain = new Set<string>();

  /**
   * Reads a folder and those in it: manifests of Relay's compiler, of codegen's client preset and of Apollo (`*.json`), and operations as
   * they are (`*.graphql`), whose hash is the SHA-256 of the file, in hexadecimal.
   * @throws OperationsError where a file cannot be read as one of these
   */
  static read(folder: string): KnownOperations {
    const known = new KnownOperations();
    let files: string[];
    try {
      files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    } catch {
      throw new OperationsError(`OPERATIONS=${folder} is not a readable folder.`);
    }
    for (const file of files) {
      if (!/\.(json|graphql|gql)$/.test(file)) continue;
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      try {
        if (!file.endsWith(".json")) known.#add(createHash("sha256").update(text).digest("hex"), text);
        else for (const [hash, body] of operationsOf(text)) known.#add(hash, body);
      } catch (error) {
        throw new OperationsError(`${path}: ${(error as Error).message}`);
      }
    }
    if (known.size === 0) throw new OperationsError(`OPERATIONS=${folder} contains no operations (*.json, *.graphql).`);
    return known;
  }

  get size(): number {
    return this.#texts.size;
  }

  /** The text of an operation; undefined if none has the hash. */
  textOf(hash: string): string | undefined {
    return this.#texts.get(hash);
  }

  /** Whether a text says the same as one that is listed. */
  holds(text: string): boolean {
    try {
      return this.#plain.has(stripIgnoredCharacters(text));
    } catch {
      return false;
    }
  }

  #add(hash: string, text: string): void {
    try {
      parse(text);
    } catch (error) {
      if (error instanceof GraphQLError) throw new OperationsError(`${hash} is not valid GraphQL: ${error.message}`);
      throw error;
    }
    this.#texts.set(hash, text);
    this.#plain.add(stripIgnoredCharacters(text));
  }
}

function operationsOf(json: string): readonly (readonly [hash: string, text: string])[] {
  const manifest: unknown = JSON.parse(json);
  const ofApollo = ApolloManifest.safeParse(manifest);
  if (ofApollo.success) return ofApollo.data.operations.map(({ id, body }) => [id, body]);
  const byHash = TextsByHash.safeParse(manifest);
  if (byHash.success) return Object.entries(byHash.data);
  throw new OperationsError(
    "is not a manifest of operations. It must map hashes to documents, as Relay and codegen write it, or be in Apollo's format.",
  );
}

/**
 * The hash that a request names instead of a text: `documentId` (codegen), `doc_id` or `id` (Relay), or Apollo's
 * `extensions.persistedQuery.sha256Hash`; null if it names none.
 */
export function hashAskedFor(operation: Readonly<Record<string, unknown>>): string | null {
  const { documentId, doc_id: docId, id, extensions } = operation;
  const persisted = (extensions as { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null | undefined)
    ?.persistedQuery?.sha256Hash;
  const hash = [documentId, docId, id, persisted].find((given) => typeof given === "string");
  return typeof hash === "string" ? hash.replace(/^sha256:/, "") : null;
}
