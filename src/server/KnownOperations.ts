import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GraphQLError, parse, stripIgnoredCharacters } from "graphql";
import { z } from "zod";

/** The folder of listed operations cannot be read; the message names the file and the problem. */
export class OperationsError extends Error {
  override readonly name = "OperationsError";
}

/** A manifest written by Apollo's `generate-persisted-query-manifest`. */
const ApolloManifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** A manifest written by the Relay compiler or codegen's client preset: texts by hash. */
const TextsByHash = z.record(z.string(), z.string());

/**
 * The operations that the operator of the service has listed, by hash. A client sends the hash instead of the text, which makes requests
 * smaller. A service that accepts only listed operations answers only what its own frontends request.
 */
export class KnownOperations {
  readonly #texts = new Map<string, string>();
  /** The texts without the characters that GraphQL ignores. */
  readonly #plain = new Set<string>();

  /**
   * Reads a folder and its subfolders: manifests of the Relay compiler, codegen's client preset and Apollo (`*.json`), and plain operations
   * (`*.graphql`, `*.gql`), whose hash is the SHA-256 of the file in hexadecimal. Other files are ignored.
   * @throws OperationsError for such a file that cannot be read or is none of these
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
      try {
        const text = readFileSync(path, "utf8");
        if (!file.endsWith(".json")) known.#add(createHash("sha256").update(text).digest("hex"), text);
        else for (const [hash, body] of operationsOf(text)) known.#add(hash, body);
      } catch (error) {
        throw new OperationsError(`${path}: ${(error as Error).message}`);
      }
    }
    if (known.size === 0)
      throw new OperationsError(`OPERATIONS=${folder} contains no operations (*.json, *.graphql, *.gql).`);
    return known;
  }

  get size(): number {
    return this.#texts.size;
  }

  /** The text of the operation with this hash; undefined if there is none. */
  textOf(hash: string): string | undefined {
    return this.#texts.get(withoutAlgorithm(hash));
  }

  /** Whether a text is listed, apart from the characters that GraphQL ignores. */
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
    this.#texts.set(withoutAlgorithm(hash), text);
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
 * The hash that a request contains instead of a text: `documentId` (codegen), `doc_id` or `id` (Relay), or Apollo's
 * `extensions.persistedQuery.sha256Hash`; null if there is none.
 */
export function hashAskedFor(operation: Readonly<Record<string, unknown>>): string | null {
  const { documentId, doc_id: docId, id, extensions } = operation;
  const persisted = (extensions as { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null | undefined)
    ?.persistedQuery?.sha256Hash;
  const hash = [documentId, docId, id, persisted].find((given) => typeof given === "string");
  return typeof hash === "string" ? hash : null;
}

/** A hash without the name of its algorithm, which codegen writes in front of it: `sha256:1e21…`. */
function withoutAlgorithm(hash: string): string {
  return hash.replace(/^sha256:/, "");
}
