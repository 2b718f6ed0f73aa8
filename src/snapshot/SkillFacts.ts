import type { SkillRow } from "../store/CareerStore.js";

/** What lists of skills are filtered by, one column per fact. The index of a skill in each column is its ordinal. */
export class SkillFacts {
  readonly categories: (string | null)[] = [];
  readonly collections: (readonly string[])[] = [];
  /** Ordinal of each skill's dataset among those served, by the skill's id. */
  readonly parts = new Map<string, number>();

  /** The ordinal of each skill, by its id. */
  readonly ordinals = new Map<string, number>();

  /** Passes rows through in default order, and keeps what lists need. */
  async *noting(batches: AsyncIterable<readonly SkillRow[]>): AsyncIterable<readonly SkillRow[]> {
    for await (const batch of batches) {
      for (const { id, category, collections, part } of batch) {
        this.ordinals.set(id, this.categories.length);
        this.categories.push(category);
        this.collections.push(collections);
        this.parts.set(id, part);
      }
      yield batch;
    }
  }
}
