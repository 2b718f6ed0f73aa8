import { readFileSync } from "node:fs";
import { type DocumentNode, Kind, parse, type SelectionSetNode } from "graphql";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readDataset } from "../../src/dataset/readDataset.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../src/store/neo4j/Neo4jStore.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "../store/neo4j/neo4jForTests.js";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { type Answer, type Ask, asking, askingSeed, operation } from "./seedService.js";

/** The cost of an operation, the highest over its variables. */
interface Cost {
  /** Statements when memory is empty, whatever ran before. A higher number means that a read is no longer batched. */
  readonly statements: number;
  /**
   * Rounds of statements that run at the same time; at most one for each level that reads. If a level begins before another has ended,
   * both count as one round, so a run may count fewer. A higher number means that a read waits for another one without need.
   */
  readonly rounds: number;
  /** Statements when the operation is repeated: pages, neighborhoods and the dataset are read again, nodes and relations are not. */
  readonly warm: number;
}

const COSTS: Readonly<Record<string, Cost>> = {
  "alternative-paths": { statements: 6, rounds: 4, warm: 1 },
  "compare-roles": { statements: 3, rounds: 2, warm: 0 },
  "compare-tracks": { statements: 5, rounds: 3, warm: 2 },
  "cross-dataset": { statements: 3, rounds: 2, warm: 0 },
  dataset: { statements: 1, rounds: 1, warm: 1 },
  "feeder-roles": { statements: 1, rounds: 1, warm: 0 },
  find: { statements: 1, rounds: 1, warm: 0 },
  levels: { statements: 1, rounds: 1, warm: 0 },
  // Nine pages, and nine relations of their items; relations of one kind share a statement if their pages arrive together. The levels overlap
  // unless the machine is busy.
  market: { statements: 18, rounds: 4, warm: 9 },
  "matching-roles": { statements: 2, rounds: 2, warm: 0 },
  neighborhood: { statements: 6, rounds: 6, warm: 4 },
  node: { statements: 5, rounds: 3, warm: 1 },
  paths: { statements: 6, rounds: 3, warm: 0 },
  pay: { statements: 4, rounds: 3, warm: 0 },
  "reachable-roles": { statements: 1, rounds: 1, warm: 0 },
  // The nodes, the skills of the certification, and the items of the pages: roles, degree requests with their roles, and skills.
  "reverse-links": { statements: 6, rounds: 4, warm: 1 },
  roadmap: { statements: 5, rounds: 4, warm: 1 },
  // Relations of skills, roles and pay at two levels share a statement if the levels are read together, which depends on timing.
  role: { statements: 21, rounds: 3, warm: 0 },
  roles: { statements: 1, rounds: 1, warm: 1 },
  search: { statements: 1, rounds: 1, warm: 0 },
  "shortest-path": { statements: 5, rounds: 3, warm: 0 },
  "skill-gap": { statements: 4, rounds: 3, warm: 0 },
  "skills-in-text": { statements: 1, rounds: 1, warm: 0 },
  tradeoffs: { statements: 1, rounds: 1, warm: 0 },
};

const RUNS = Object.entries(OPERATION_VARIABLES).flatMap(([name, sets]) =>
  sets.map((variables) => ({ name, variables })),
);

describeWithNeo4j("every example operation over Neo4j", () => {
  let askEmbedded: Ask;
  const costs = new Map<string, Cost>();

  beforeAll(async () => {
    const { dataset } = await readDataset(["seed"]);
    if (dataset === null) throw new Error("The seed dataset has problems.");
    await erase(sharedAddress());
    await loadDataset(dataset, sharedAddress());
    askEmbedded = await askingSeed();
  });
  afterAll(() => erase(sharedAddress()));

  test.each(RUNS)(
    "$name gets the same answer as from the embedded store, with $variables, with and without data in memory",
    async ({ name, variables }) => {
      const counter = new RoundCounter();
      const store = new Neo4jStore(sharedAddress(), { onStatement: counter.onStatement });
      try {
        const ask = await asking(store);
        await ask("{ __typename }"); // Reads the snapshot, which all requests share.
        counter.reset();
        const cold = await ask(operation(name), variables);
        const { statements, rounds } = counter;
        expect(comparable(cold)).toEqual(comparable(await askEmbedded(operation(name), variables)));
        // A neighborhood also needs a round per hop.
        const hops = name === "neighborhood" ? Number(variables["depth"] ?? 1) : 0;
        expect(rounds).toBeLessThanOrEqual(levelsOf(parse(operation(name))) + hops);

        counter.reset();
        expect(comparable(await ask(operation(name), variables))).toEqual(comparable(cold));
        const most = costs.get(name) ?? { statements: 0, rounds: 0, warm: 0 };
        costs.set(name, {
          statements: Math.max(most.statements, statements),
          rounds: Math.max(most.rounds, rounds),
          warm: Math.max(most.warm, counter.statements),
        });
      } finally {
        await store.close();
      }
    },
  );

  test.each(RUNS)("$name answers the same when it is compiled, with $variables", async ({ name, variables }) => {
    const store = new Neo4jStore(sharedAddress());
    try {
      const ask = await asking(store, undefined, "all");
      expect(comparable(await ask(operation(name), variables))).toEqual(
        comparable(await askEmbedded(operation(name), variables)),
      );
    } finally {
      await store.close();
    }
  });

  test.each([
    ["quotes and braces", `"}) { id } } #'`],
    ["backslashes", "\\\\\\"],
    ["Lucene operators", "*:* OR title:/.*/ AND -a~2 ^4 [a TO b] && || !"],
    ["Cypher", "role:') DETACH DELETE n //"],
    ["NUL", "role:a\u0000b"],
    ["lone surrogates", "role:a\ud800b\udfff"],
    ["100 KB", `role:${"x".repeat(100_000)}`],
  ])(
    "a text of %s gets the same answer as from the embedded store, wherever a client may write a text, and changes nothing",
    async (_, text) => {
      const store = new Neo4jStore(sharedAddress());
      const held =
        "MATCH (node) OPTIONAL MATCH (node)-[joined]->() RETURN count(DISTINCT node) AS nodes, count(joined) AS joined";
      try {
        const ask = await asking(store);
        const before = await cypher(sharedAddress(), held);
        for (const asked of HOSTILE) {
          const answer = await ask(asked, { text });
          expect(comparable(answer)).toEqual(comparable(await askEmbedded(asked, { text })));
          for (const { extensions } of answer.errors ?? [])
            expect(extensions.code).toMatch(/_NOT_FOUND$|^BAD_USER_INPUT$/);
        }
        expect(await cypher(sharedAddress(), held)).toEqual(before);
      } finally {
        await store.close();
      }
    },
  );

  test("needs no more statements and rounds than listed", () => {
    expect([...costs.keys()].sort()).toEqual(Object.keys(COSTS));
    const dearer = [...costs].filter(([name, cost]) => {
      const most = COSTS[name] as Cost;
      return cost.statements > most.statements || cost.rounds > most.rounds || cost.warm > most.warm;
    });
    expect(Object.fromEntries(dearer)).toEqual({});
  });
});

/** Operations with a text from the client: as a reference, as an id, as a search text, and as a filter. */
const HOSTILE = [
  "query ($text: String!) { role(ref: $text) { id } }",
  "query ($text: String!) { shortestPath(from: $text, to: $text) { steps { to { id } } } }",
  'query ($text: String!) { skillGap(to: "Staff MLE", profile: { skills: [$text] }) { coverage } }',
  "query ($text: ID!) { node(id: $text) { id } }",
  "query ($text: ID!) { neighborhood(id: $text) { nodes { id } } }",
  "query ($text: String!) { search(text: $text) { edges { node { id } } } }",
  "query ($text: String!) { skills(where: { category: $text }) { totalCount } }",
];

/** The statements that read which revision is active, and whether it is complete. */
const CHECKS = ["read/active", "check/totals"].map((name) => readFileSync(`cypher/${name}.cypher`, "utf8"));

/** Counts statements, and how often one begins while no other is running. Statements that check for a new revision do not count. */
class RoundCounter {
  statements = 0;
  rounds = 0;
  #underWay = 0;

  readonly onStatement = (text: string, ended: Promise<void>): void => {
    if (CHECKS.includes(text)) return;
    this.statements++;
    if (this.#underWay++ === 0) this.rounds++;
    void ended.then(() => this.#underWay--);
  };

  reset(): void {
    this.statements = this.rounds = 0;
  }
}

/** An answer without what may differ between stores: the store and the time of loading. */
function comparable({ data, errors }: Answer): unknown {
  const hidden = new Set(["store", "loadedAt"]);
  return JSON.parse(JSON.stringify({ data, errors }, (name, value: unknown) => (hidden.has(name) ? undefined : value)));
}

/** The nesting depth of an operation, including fragments. */
function levelsOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  const depth = (selections: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(selections?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return depth(fragments.get(selection.name.value));
        return (selection.kind === Kind.FIELD ? 1 : 0) + depth(selection.selectionSet);
      }),
    );
  return Math.max(
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? depth(definition.selectionSet) : 0,
    ),
  );
}
