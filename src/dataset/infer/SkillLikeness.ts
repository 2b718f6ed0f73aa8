import type { Dataset } from "../Dataset.js";

/**
 * How much each way of differing counts: what the role to reach needs beyond the first must be learned, what the first needs
 * beyond it is only left unused. Found by trial on O*NET: the further apart the two, the fewer of its related occupations are
 * met, for roles of few needs then come close to everything.
 */
const UNUSED_WEIGHT = 0.4;
const TO_LEARN_WEIGHT = 0.6;

/** A role that is like another. */
export interface LikeRole {
  readonly roleId: string;
  /** Above 0, up to 1: to the other all that it needs is needed already. */
  readonly likeness: number;
}

/**
 * Compares roles by the skills that they need, with the Tversky index (A. Tversky, Features of Similarity, Psychological Review
 * 84(4), 1977): what both have, by that and the weighted differences. Features of a role are the skills it needs, and once more
 * those that are ESSENTIAL to it. A feature weighs the logarithm of how rare it is among the roles that need anything (inverse
 * document frequency; K. Spärck Jones, Journal of Documentation 28(1), 1972), so that what nearly all need says nearly nothing.
 */
export class SkillLikeness {
  readonly #roleIds: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;
  /** Features of each role, as indexes, ascending. */
  readonly #featuresOf: readonly Uint32Array[];
  /** Roles that have each feature, ascending. */
  readonly #rolesOf: readonly (readonly number[])[];
  readonly #weights: Float64Array;
  /** Sum of the weights of each role's features. */
  readonly #totals: Float64Array;

  /** O(requirements · log of those of a role). */
  constructor({ requirements }: Pick<Dataset, "requirements">) {
    const features = new Map<string, number>();
    const featuresByRole = new Map<string, number[]>();
    const featureOf = (name: string): number => {
      const feature = features.get(name) ?? features.size;
      features.set(name, feature);
      return feature;
    };
    for (const { roleId, skillId, importance } of requirements) {
      const list = featuresByRole.get(roleId) ?? [];
      featuresByRole.set(roleId, list);
      list.push(featureOf(skillId));
      if (importance === "ESSENTIAL") list.push(featureOf(`${skillId} ESSENTIAL`));
    }
    this.#roleIds = [...featuresByRole.keys()].sort();
    this.#positions = new Map(this.#roleIds.map((id, position) => [id, position]));
    this.#featuresOf = this.#roleIds.map((id) => Uint32Array.from(featuresByRole.get(id) ?? []).sort());
    const rolesOf: number[][] = Array.from({ length: features.size }, () => []);
    this.#featuresOf.forEach((list, role) => list.forEach((feature) => rolesOf[feature]?.push(role)));
    this.#rolesOf = rolesOf;
    this.#weights = Float64Array.from(rolesOf, (roles) => Math.log(this.#roleIds.length / roles.length));
    this.#totals = Float64Array.from(this.#featuresOf, (list) =>
      list.reduce((sum, feature) => sum + (this.#weights[feature] as number), 0),
    );
  }

  /**
   * The roles that are like a role by at least a likeness, best first, ties by id; empty for a role without needs.
   * O(how often the role's skills are needed + candidates · log candidates).
   */
  rolesLike(roleId: string, least: number): LikeRole[] {
    const role = this.#positions.get(roleId);
    if (role === undefined) return [];
    const shared = new Map<number, number>();
    for (const feature of this.#featuresOf[role] as Uint32Array) {
      const weight = this.#weights[feature] as number;
      // What all roles need tells none apart.
      if (weight === 0) continue;
      for (const other of this.#rolesOf[feature] as readonly number[]) {
        shared.set(other, (shared.get(other) ?? 0) + weight);
      }
    }
    shared.delete(role);
    const like: LikeRole[] = [];
    for (const [other, both] of shared) {
      const unused = (this.#totals[role] as number) - both;
      const toLearn = (this.#totals[other] as number) - both;
      const likeness = both / (both + UNUSED_WEIGHT * unused + TO_LEARN_WEIGHT * toLearn);
      if (likeness >= least) like.push({ roleId: this.#roleIds[other] as string, likeness });
    }
    return like.sort((left, right) => right.likeness - left.likeness || (left.roleId < right.roleId ? -1 : 1));
  }
}
