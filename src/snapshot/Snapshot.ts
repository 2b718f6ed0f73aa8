import type { DatasetPart } from "../model/DatasetPart.js";
import type { NameIndex } from "../names/NameIndex.js";
import type { Network } from "../paths/network/Network.js";
import type { CareerReader } from "../store/CareerStore.js";
import type { NamesInOrder } from "./NamesInOrder.js";
import type { RoleFacts } from "./RoleFacts.js";
import type { SkillFacts } from "./SkillFacts.js";

/**
 * Everything that answers one request, from one revision: a reader pinned to it, the planner's network, and the names for references and
 * searches. Immutable; each revision has its own snapshot.
 */
export interface Snapshot {
  readonly revision: string;
  readonly reader: CareerReader;
  readonly network: Network;
  readonly names: NameIndex;
  /** The datasets that are served together, by id. */
  readonly parts: ReadonlyMap<string, DatasetPart>;
  /** The data by which lists are paged, filtered and ordered. */
  readonly inOrder: NamesInOrder;
  readonly roles: RoleFacts;
  readonly skills: SkillFacts;
}
