import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import { roleRelations } from "../../roleRelations.js";
import { NETWORK_PART, ROLES_A_PART } from "../dataModel.js";
import { checksumOfPart, networkPartOf } from "../networkParts.js";
import { networkPartsOf } from "../recordedCounts.js";
import { batches } from "./batches.js";
import type { EntityLoadRow } from "./entityRows.js";
import type { FactsOfRoles } from "./factsOfRoles.js";

/** How many parts hold the network of a dataset. */
export function networkPartCount({ roles }: Dataset): number {
  return networkPartsOf(roles.length);
}

/** The network of a dataset as nodes, roles in default order. Rows are made one by one. O(transitions + requirements). */
export function* networkPartRows(
  { roles, skills }: Dataset,
  { transitionsFrom, requirementsOfRole }: FactsOfRoles,
): Iterable<EntityLoadRow> {
  const ordinals = new Map([roles, skills].flatMap((list) => list.map(({ id }, ordinal) => [id, ordinal] as const)));
  let ordinal = 0;
  for (const some of batches(roles, ROLES_A_PART)) {
    const relations = some.map(({ id }) =>
      roleRelations(ordinals, transitionsFrom.get(id), requirementsOfRole.get(id)),
    );
    const part = networkPartOf(relations);
    const checksum = checksumOfPart(
      part,
      ordinal,
      some.map(({ id }) => id),
    );
    yield {
      id: `${NETWORK_PART}:${ordinal}`,
      labels: ["NetworkPart"],
      properties: { prefix: NETWORK_PART, ordinal: neo4j.int(ordinal), checksum, ...part },
    };
    ordinal++;
  }
}
