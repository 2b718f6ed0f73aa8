import { degreeRank } from "../../model/DegreeLevel.js";
import type { Network } from "../network/Network.js";
import type { HeldDegree } from "../query/HeldDegree.js";

/** The degrees that a person holds along a path. A needed degree is met by that degree or by any degree of a higher level. */
export class DegreesHeld {
  readonly #ids = new Set<string>();
  #highest = -1;

  /**
   * @param fromId the role whose needed degree is held from the start; null if there is none
   * @param profile further degrees that the person holds
   */
  constructor(network: Network, fromId: string | null, profile: readonly HeldDegree[] = []) {
    for (const degree of profile) this.earn(degree);
    const ofStart = fromId === null ? null : network.degreeNeeded(fromId);
    if (ofStart !== null) this.earn(ofStart);
  }

  earn({ id, level }: HeldDegree): void {
    this.#ids.add(id);
    this.#highest = Math.max(this.#highest, degreeRank(level));
  }

  meets({ id, level }: HeldDegree): boolean {
    return this.#ids.has(id) || degreeRank(level) < this.#highest;
  }
}
