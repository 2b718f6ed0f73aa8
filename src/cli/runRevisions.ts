import { readConfig } from "../server/Config.js";
import {
  activateRevision,
  type HeldRevision,
  heldRevisions,
  verifyRevision,
} from "../store/neo4j/loading/revisions.js";
import type { Neo4jAddress } from "../store/neo4j/Neo4jAddress.js";

/** `career-graph revisions`: lists the revisions in Neo4j, the active one first. @throws Error if no Neo4j is configured */
export async function runRevisions({ json = false }: { readonly json?: boolean }): Promise<void> {
  const revisions = await heldRevisions(neo4jOfEnvironment());
  if (json) console.log(JSON.stringify({ revisions }, null, 2));
  else if (revisions.length === 0)
    console.log("The database has no revision: load a dataset with `career-graph load`.");
  else console.log(revisions.map(lineOf).join("\n"));
}

/**
 * `career-graph verify`: checks the active or the given revision and prints each problem. If there are any, the process exits with 1.
 * @throws Error if no Neo4j is configured; LoadError if the revision does not exist
 */
export async function runVerify(
  named: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  const { stored, active, problems } = await verifyRevision(neo4jOfEnvironment(), named ?? null);
  if (problems.length > 0) process.exitCode = 1;
  if (json)
    return console.log(JSON.stringify({ revision: stored, active, whole: problems.length === 0, problems }, null, 2));
  const which = active ? "the active one" : "kept, not active";
  console.log(
    problems.length === 0
      ? `Revision ${stored} (${which}) is undamaged.`
      : [
          `Revision ${stored} (${which}) is damaged:`,
          ...problems.map((problem) => `  ${problem}`),
          "Load its dataset again with `career-graph load`, which replaces it with an undamaged copy.",
        ].join("\n"),
  );
}

/**
 * `career-graph activate`: makes a kept revision active again.
 * @throws Error if no Neo4j is configured; LoadError if the revision does not exist or is damaged
 */
export async function runActivate(named: string): Promise<void> {
  const { stored, replaced } = await activateRevision(neo4jOfEnvironment(), named);
  if (replaced === stored)
    return console.log(`Revision ${stored} is already active and undamaged; nothing was changed.`);
  console.log(`Revision ${stored} is active${replaced === null ? "" : `, in place of ${replaced}`}.`);
}

/** @throws Error if no Neo4j is configured */
export function neo4jOfEnvironment(): Neo4jAddress {
  const { neo4j } = readConfig(process.env);
  if (neo4j !== null) return neo4j;
  throw new Error("NEO4J_URI is not set. Set it to your Neo4j, or start one with `npm run neo4j`.");
}

function lineOf({ stored, state, active, name, version, loadedAt, replacedAt, entities, relationships }: HeldRevision) {
  const is = active
    ? "active"
    : state === "READY"
      ? "kept"
      : state === "LOADING"
        ? "loading, or abandoned"
        : "being dropped";
  const holds = entities === null ? "" : `, ${entities} nodes, ${relationships} relationships`;
  const times = [
    ...(loadedAt === null ? [] : [`loaded ${loadedAt.toISOString()}`]),
    ...(replacedAt === null ? [] : [`replaced ${replacedAt.toISOString()}`]),
  ];
  return `${stored}  ${is}: ${name} ${version}${holds}${times.length === 0 ? "" : `; ${times.join(", ")}`}`;
}
