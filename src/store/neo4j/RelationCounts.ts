import type { RelatedTo, RoleRelations, RoleRow } from "../CareerStore.js";

/**
 * How many transitions and requirements each role has, according to the checked parts of the network. A list that is read later with another
 * length reveals damage.
 */
export class RelationCounts {
  readonly #ordinals = new Map<string, number>();
  readonly #out: number[] = [];
  readonly #into: number[] = [];
  readonly #needs: number[] = [];

  /** Adds a role. Roles must be added in default order. */
  note({ id, toOrdinals, skillOrdinals }: Pick<RoleRow, "id"> & Pick<RoleRelations, "toOrdinals" | "skillOrdinals">) {
    this.#ordinals.set(id, this.#out.length);
    this.#out.push(toOrdinals.length);
    this.#needs.push(skillOrdinals.length);
    for (let i = 0; i < toOrdinals.length; i++) {
      const to = toOrdinals[i]!;
      this.#into[to] = (this.#into[to] ?? 0) + 1;
    }
  }

  /** The length of a list; null if it is unknown. */
  lengthOf(relation: keyof RelatedTo, id: string): number | null {
    const lengths = this.#lengthsOf(relation);
    const ordinal = this.#ordinals.get(id);
    return lengths === null || ordinal === undefined ? null : (lengths[ordinal] ?? 0);
  }

  #lengthsOf(relation: keyof RelatedTo): readonly number[] | null {
    if (relation === "transitionsFromRole") return this.#out;
    if (relation === "transitionsIntoRole") return this.#into;
    return relation === "requirementsOfRole" ? this.#needs : null;
  }
}
