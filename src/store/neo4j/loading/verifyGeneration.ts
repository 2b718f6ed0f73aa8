import { ENTITY_PREFIXES } from "../../../model/entityKinds.js";
import { STORED_PREFIXES } from "../dataModel.js";
import { checksumOfPart, type NetworkPart, relationsOfPart } from "../networkParts.js";
import { countProblems, type FoundCounts, type RecordedCounts } from "../recordedCounts.js";
import { statement } from "../statement.js";
import type { RoleRelations } from "../../CareerStore.js";
import { ROLES_A_PART } from "../dataModel.js";
import { checksumOfEntity, checksumOfNode, checksumOfRelationship, DATASET_LABELS } from "./checksums.js";
import type { LoadSession } from "./LoadSession.js";

interface RoleRow {
  readonly id: string;
  readonly transitions: readonly (readonly unknown[])[];
  readonly requirements: readonly (readonly unknown[])[];
}

interface PartRow {
  readonly ordinal: number;
  readonly part: NetworkPart & { readonly checksum?: string };
}

type Properties = Readonly<Record<string, unknown>>;

interface RecordRow {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly relationships: readonly (readonly [type: string, toId: string, properties: Properties])[];
}

const RECORDED = statement<RecordedCounts & { readonly properties: Properties }>("check/recorded-counts");
const COUNT_ENTITIES = statement<FoundCounts["entities"][number]>("check/count-entities");
const COUNT_RELATIONSHIPS = statement<FoundCounts["relationships"][number]>("check/count-relationships");
const DANGLING = statement<{ readonly id: string }>("check/dangling-references");
const RECORDS = statement<RecordRow>("check/records");
const ROLE_RELATIONS = statement<RoleRow>("check/role-relations");
const NETWORK_PARTS = statement<PartRow>("check/network-parts");

/** How many problems of the records, and of the network, are listed. */
const MOST_PROBLEMS = 10;

/**
 * Checks a generation against what its load noted and against itself. It compares the numbers of entities and relationships, and the
 * checksums of every record, of the Dataset node and of each part of the network. It looks for references to missing ids, and for parts of
 * the network that differ from the relationships. It reads every node and relationship, which takes 10 s for 20,000 roles.
 * @param stored the revision as stored
 * @returns one line per problem; none if the generation is whole
 * @throws Neo4jUnavailableError
 */
export async function verifyGeneration(load: LoadSession, stored: string): Promise<readonly string[]> {
  const revision = { revision: stored };
  const [recorded] = await load.read(RECORDED, revision);
  if (recorded === undefined) return ["the database does not have it"];
  const found = {
    entities: await load.read(COUNT_ENTITIES, { ...revision, prefixes: STORED_PREFIXES }),
    relationships: await load.read(COUNT_RELATIONSHIPS, { ...revision, prefixes: ENTITY_PREFIXES }),
  };
  const dangling = await load.read(DANGLING, { ...revision, prefixes: ENTITY_PREFIXES });
  return [
    ...countProblems(recorded, found),
    ...dangling.map(({ id }) => `a record refers to ${id}, which is missing`),
    ...(isDatasetWhole(recorded.properties) ? [] : ["the Dataset node was changed after the load"]),
    ...(await recordProblems(load, stored, recorded.types)),
    ...(await networkProblems(load, stored)),
  ];
}

/** Whether a Dataset node is as its load wrote it. Its key is not covered, nor what changes when it is made active or replaced. */
function isDatasetWhole(properties: Properties): boolean {
  const written = { ...properties, revision: null, checksum: null, state: null, loadedAt: null, replacedAt: null };
  return checksumOfNode(DATASET_LABELS, written) === properties["checksum"];
}

async function recordProblems(
  load: LoadSession,
  revision: string,
  types: readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for await (const record of load.stream(RECORDS, { revision, prefixes: ENTITY_PREFIXES, types })) {
    if (isRecordWhole(record)) continue;
    if (problems.length === MOST_PROBLEMS) return [...problems, "more records than are listed here were changed"];
    problems.push(`${record.id}, or a relationship that starts from it, was changed after the load`);
  }
  return problems;
}

function isRecordWhole({ labels, properties, relationships }: RecordRow): boolean {
  const node = checksumOfNode(labels, { ...properties, revision: null, checksum: null });
  const sum = relationships.reduce(
    (found, [type, toId, ofRelationship]) =>
      checksumOfEntity(found, checksumOfRelationship(type, toId, ofRelationship)),
    0,
  );
  return checksumOfEntity(node, sum) === properties["checksum"];
}

async function networkProblems(load: LoadSession, revision: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const roles = load.stream(ROLE_RELATIONS, { revision })[Symbol.asyncIterator]();
  let next = 0;
  for await (const { ordinal, part } of load.stream(NETWORK_PARTS, { revision })) {
    for (; next < ordinal; next++) {
      problems.push(`part ${next} of the network is missing`);
      await take(roles, ROLES_A_PART);
    }
    next = ordinal + 1;
    problems.push(...partProblems(ordinal, part, await take(roles, ROLES_A_PART)));
    if (problems.length > MOST_PROBLEMS) break;
  }
  await roles.return?.(undefined);
  return problems.length > MOST_PROBLEMS
    ? [...problems.slice(0, MOST_PROBLEMS), "the network has more problems than are listed here"]
    : problems;
}

function partProblems(ordinal: number, part: PartRow["part"], roles: readonly RoleRow[]): readonly string[] {
  const roleIds = roles.map(({ id }) => id);
  if (checksumOfPart(part, ordinal, roleIds) !== part.checksum) {
    return [`part ${ordinal} of the network does not match its checksum`];
  }
  return [...relationsOfPart(part)].flatMap((relations, index) => {
    const role = roles[index];
    return role !== undefined && isSame(relations, role)
      ? []
      : [`part ${ordinal} of the network and the relationships of ${role?.id ?? "a role that is missing"} differ`];
  });
}

/** Whether a part and the relationships of a role agree, in any order. */
function isSame(relations: RoleRelations, { transitions, requirements }: RoleRow): boolean {
  const { toOrdinals, kinds, bases, closenesses, statedYears, skillOrdinals, importances, levels } = relations;
  const ofPart = Array.from(toOrdinals, (to, i) => [to, kinds[i], bases[i], closenesses[i], statedYears[i]]);
  const needs = Array.from(skillOrdinals, (skill, i) => [skill, importances[i], levels[i]]);
  return sorted(ofPart) === sorted(transitions) && sorted(needs) === sorted(requirements);
}

function sorted(facts: readonly (readonly unknown[])[]): string {
  return facts
    .map((fact) => JSON.stringify(fact))
    .sort()
    .join();
}

async function take<T>(items: AsyncIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = await items.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
