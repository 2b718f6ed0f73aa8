import type { DatasetPart } from "../model/DatasetPart.js";
import type { NameIndex } from "../names/NameIndex.js";
import type { Network } from "../paths/network/Network.js";
import type { CareerReader } from "../store/CareerStore.js";
import type { NamesInOrder } from "./NamesInOrder.js";
import type { RoleFacts } from "./RoleFacts.js";
import type { SkillFacts } from "./SkillFacts.js";

/**
 * Everything one request answers from, of one revision: the store's reads pinned to it, the planner's network and the
 * names that references and searches are looked up in. Immutable; a new revision is a new snapshot.
 */
export interface Snapshot {
  readonly revision: string;
  readonly reader: CareerReader;
  readonly network: Network;
  readonly names: NameIndex;
  /** The datasets that are served together, by id. */
  readonly parts: ReadonlyMap<string, DatasetPart>;
  /** What lists are paged, filtered and ordered by. */
  readonly inOrder: NamesInOrder;
  readonly roles: RoleFacts;
  readonly skills: SkillFacts;
}
