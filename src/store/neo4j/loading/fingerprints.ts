import type { Dataset } from "../../../dataset/Dataset.js";
import type { Entity } from "../../../model/Entity.js";
import type { Transition } from "../../../model/Transition.js";
import { listsByKey } from "../../listsByKey.js";
import type { FactsOfRoles } from "./factsOfRoles.js";

/**
 * Tells the fingerprint of a record: equal for equal content. An entity's covers what its record holds besides its own fields
 * (needs, degrees, links out of it), whatever their order, but not its place among the others; a transition has its own. They
 * serve the summary of a load, never to decide what is loaded.
 */
export type FingerprintOf = (record: Entity | Transition) => string;

/** Fingerprints of the records of a dataset, each worked out whenever it is asked for: linear in what the record holds. */
export function fingerprintsOf(
  { degreeRequirements, matches, links }: Dataset,
  { requirementsOfRole }: FactsOfRoles,
): FingerprintOf {
  const held = [
    requirementsOfRole,
    listsByKey(degreeRequirements, ({ roleId }) => roleId),
    listsByKey(matches, ({ fromId }) => fromId),
    listsByKey(links, ({ from }) => from),
  ];
  const hash = contentHash();
  return (record) => {
    let sum = hash(record);
    for (const lists of held) for (const fact of lists.get(record.id) ?? []) sum = (sum + hash(fact)) | 0;
    return (sum >>> 0).toString(16);
  };
}

/**
 * A hash of 32 bits over plain content, in which the order of an object's fields does not count. Texts are hashed by FNV-1a
 * (Fowler, Noll, Vo) and all mixed by the finalizer of MurmurHash3 (Appleby): a seventh of the time of a cryptographic hash over
 * JSON, which for a million records is felt, and no one gains from a collision. Lists that several records share are hashed once.
 */
function contentHash(): (content: unknown) => number {
  const ofName = new Map<string, number>();
  const ofList = new WeakMap<object, number>();
  function hash(content: unknown): number {
    if (typeof content === "string") return textHash(content);
    if (content === null) return NULL_HASH;
    if (typeof content !== "object") return textHash(`${typeof content} ${String(content)}`);
    if (Array.isArray(content)) {
      let found = ofList.get(content);
      if (found === undefined) {
        found = content.reduce((sum: number, item) => mixed(Math.imul(sum, 31) + hash(item)), content.length);
        ofList.set(content, found);
      }
      return found;
    }
    let sum = 0;
    for (const name in content) {
      let start = ofName.get(name);
      if (start === undefined) ofName.set(name, (start = textHash(name)));
      sum = (sum + mixed(Math.imul(start, 31) + hash(content[name as keyof typeof content]))) | 0;
    }
    return mixed(sum);
  }
  return hash;
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const NULL_HASH = textHash("object null");
