import { hash } from "node:crypto";
import type { Dataset } from "../../../dataset/Dataset.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";

/**
 * Fingerprints of the records of a dataset: equal for equal content. An entity's covers what its record holds besides its own
 * fields (needs, degrees, links out of it), whatever their order, but not its place among the others; a transition has its own.
 * They serve the summary of a load, never to decide what is loaded.
 */
export interface Fingerprints {
  /** @throws Error for an id that is neither an entity's nor a transition's */
  of(id: string): string;
  readonly ids: Iterable<string>;
}

/** Sums of fingerprints stay below this, so that they are exact. */
const MODULUS = 2 ** 48;

/** Computes all fingerprints. O(records). */
export function fingerprintsOf(dataset: Dataset): Fingerprints {
  const sums = new Map<string, number>();
  const add = (id: string, content: unknown): void => {
    sums.set(id, ((sums.get(id) ?? 0) + numberOf(content)) % MODULUS);
  };
  for (const entities of Object.values(entitiesByPrefix(dataset)))
    for (const entity of entities) add(entity.id, entity);
  for (const transition of dataset.transitions) add(transition.id, transition);
  for (const requirement of dataset.requirements) add(requirement.roleId, requirement);
  for (const request of dataset.degreeRequirements) add(request.roleId, request);
  for (const link of dataset.links) add(link.from, link);
  return {
    of(id) {
      const sum = sums.get(id);
      if (sum === undefined) throw new Error(`The dataset holds no record ${id}.`);
      return sum.toString(16);
    },
    ids: sums.keys(),
  };
}

/** 48 bits of a hash over the content. */
function numberOf(content: unknown): number {
  return hash("sha1", canonical(content), "buffer").readUIntBE(0, 6);
}

/** JSON with the fields of each object in order of their names. A replacer function does the same at four times the cost. */
function canonical(content: unknown): string {
  if (typeof content !== "object" || content === null) return JSON.stringify(content);
  if (Array.isArray(content)) return `[${content.map(canonical).join()}]`;
  const fields = content as Readonly<Record<string, unknown>>;
  let text = "{";
  for (const name of Object.keys(fields).sort()) text += `"${name}":${canonical(fields[name])},`;
  return `${text}}`;
}
