import neo4j from "neo4j-driver";
import { ENTITY_PREFIXES } from "../../model/entityKinds.js";
import { storedRevision } from "./dataModel.js";
import { statementsIn } from "./statement.js";
import type { StatementParameters, StatementRunner } from "./StatementRunner.js";

/** Every statement that may be sent for a request. */
const READING = [...statementsIn("read"), ...statementsIn("related")];

/** A revision that no store holds, as long as any: Neo4j plans for the sizes of texts and lists too. */
const NO_REVISION = storedRevision("0".repeat(32));

/** How many ids are asked for at a time: Neo4j plans anew for each power of ten. What asks for more comes later, when planning is quick. */
const SIZES = [1, 10];

/** Milliseconds for all of it: a server that needs longer has other things to do. */
const PATIENCE = 60_000;

/**
 * Has Neo4j plan every statement that answers requests, by asking each of a revision that no store holds. A server that has just
 * started takes up to seconds for one, and a request that needs several at once would miss its deadline. Begins no more
 * when its time is over.
 * @throws Neo4jUnavailableError where the server cannot be reached, or stays silent longer than a stream may
 */
export async function planStatements(runner: StatementRunner): Promise<void> {
  const until = Date.now() + PATIENCE;
  const waiting = SIZES.flatMap((size) => READING.map((text) => ({ text, parameters: parametersOf(size) })));
  // Two at a time, so that a server of few processors still answers others.
  const lane = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next !== undefined && Date.now() < until; next = waiting.shift()) {
        for await (const _ of runner.stream(next.text, next.parameters)); // Nothing comes.
      }
    } finally {
      // What fails in one lane would fail in the other.
      waiting.length = 0;
    }
  };
  await Promise.all([lane(), lane()]);
}

/** A value for every parameter of a reading statement, of the type and size that requests give. */
function parametersOf(size: number): StatementParameters {
  const ids = Array.from({ length: size }, () => "role:");
  return {
    revision: NO_REVISION,
    ...{ ids, reached: ids },
    keys: ids.map((id) => ({ id, from: id, to: id })),
    ...{ prefixes: ENTITY_PREFIXES, relations: null },
    ...{ prefix: "role", ending: "@0" },
    ...{ size: neo4j.int(20), from: neo4j.int(0), to: null, backward: false, limit: neo4j.int(50) },
    ...{ id: "skill:", rank: neo4j.int(0), role: 0.5 },
  };
}
