import type { RelatedTo, RoleRelations, RoleRow } from "../CareerStore.js";

/**
 * How many transitions and needs each role has, as the checked parts of the network say: a list of them that is read later and has another
 * length is not whole.
 */
export class RelationCounts {
  readonly #ordinals = new Map<string, number>();
  readonly #out: number[] = [];
  readonly #into: number[] = [];
  readonly #needs: number[] = [];

  /** Notes a role; roles come in default order. */
  note({ id, toOrdinals, skillOrdinals }: Pick<RoleRow, "id"> & Pick<RoleRelations, "toOrdinals" | "skillOrdinals">) {
    this.#ordinals.set(id, this.#out.length);
    this.#out.push(toOrdinals.length);
    this.#needs.push(skillOrdinals.length);
    for (let i = 0; i < toOrdinals.length; i++) {
      const to = toOrdinals[i]!;
      this.#into[to] = (this.#into[to] ?? 0) + 1;
    }
  }

  /** How long a list is; null if that is not known. */
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
