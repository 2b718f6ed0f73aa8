import neo4j from "neo4j-driver";
import { ENTITY_PREFIXES } from "../../model/entityKinds.js";
import { storedRevision } from "./dataModel.js";
import { statementsIn } from "./statement.js";
import { RUNNING, type StatementParameters, type StatementRunner } from "./StatementRunner.js";

/** All statements that a request may run, and the one that is sent when the server is silent. */
const READING = [...statementsIn("read"), ...statementsIn("related"), RUNNING];

/** A revision that no store has. It is as long as real ones, because plans also depend on the lengths of strings and lists. */
const NO_REVISION = storedRevision("0".repeat(32));

/** Lengths of the lists of ids. Neo4j makes a new plan for each power of ten; longer lists occur later, when planning is fast. */
const SIZES = [1, 10];

/** Milliseconds after which planning stops, because a server that needs longer is busy with other work. */
const PATIENCE = 60_000;

/**
 * Makes Neo4j plan every statement that answers requests, by running each for a revision that no store has. A server that has just
 * started takes up to seconds to plan one, and a request that needs several at once would miss its deadline. Starts no more statements
 * when its time is over.
 * @throws Neo4jUnavailableError if the server cannot be reached, or is silent for longer than a stream may be
 */
export async function planStatements(runner: StatementRunner): Promise<void> {
  const until = Date.now() + PATIENCE;
  const waiting = SIZES.flatMap((size) => READING.map((text) => ({ text, parameters: parametersOf(size) })));
  // Two at a time, so that a server with few processors still answers others.
  const lane = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next !== undefined && Date.now() < until; next = waiting.shift()) {
        for await (const _ of runner.stream(next.text, next.parameters)); // Nothing comes.
      }
    } finally {
      // After a failure, the other lane would fail, too.
      waiting.length = 0;
    }
  };
  await Promise.all([lane(), lane()]);
}

/** A value for every parameter of a reading statement, with the type and size that requests use. */
function parametersOf(size: number): StatementParameters {
  const ids = Array.from({ length: size }, () => "role:");
  return {
    revision: NO_REVISION,
    ids,
    reached: ids,
    keys: ids.map((id) => ({ id, from: id, to: id })),
    prefixes: ENTITY_PREFIXES,
    relations: null,
    prefix: "role",
    ending: "@0",
    size: neo4j.int(20),
    from: neo4j.int(0),
    to: null,
    backward: false,
    limit: neo4j.int(50),
    id: "skill:",
    rank: neo4j.int(0),
    role: 0.5,
    instance: "",
  };
}
