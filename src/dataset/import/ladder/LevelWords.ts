/** The scale of the levels of a ladder, and the words for them in cells. */
export class LevelWords {
  private constructor(
    /** Words in lower case, the lowest level first; empty if the levels are numbers. */
    private readonly words: readonly string[],
    /** The name of the scale, to show. */
    readonly name: string,
    /** The ends of the scale; null if they follow from the table. */
    readonly ends: { readonly lowest: number; readonly highest: number } | null,
  ) {}

  /**
   * @param levels words, or one text such as `1-5`, or null for numbers whose range follows from the table
   * @returns null if the levels are invalid
   */
  static of(levels: readonly string[] | null): LevelWords | null {
    if (levels === null) return new LevelWords([], "Level", null);
    const [only = ""] = levels;
    const range = levels.length === 1 ? /^(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)$/.exec(only.trim()) : null;
    if (range !== null) {
      const [lowest, highest] = [Number(range[1]), Number(range[2])];
      return lowest < highest ? new LevelWords([], "Level", { lowest, highest }) : null;
    }
    const words = levels.map((word) => word.trim());
    if (words.length < 2 || words.includes("") || words.some((word) => /^\d/.test(word))) return null;
    const name = words.map((word, index) => `${index + 1} ${word}`).join(", ");
    return new LevelWords(
      words.map((word) => word.toLowerCase()),
      name,
      { lowest: 1, highest: words.length },
    );
  }

  /** The level that a text names; null if it names no level of the scale. */
  levelOf(text: string): number | null {
    const word = this.words.indexOf(text.toLowerCase());
    if (word >= 0) return word + 1;
    if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
    const level = Number(text);
    return this.ends !== null && (level < this.ends.lowest || level > this.ends.highest) ? null : level;
  }

  /** What a cell may contain, for a message. */
  get allowed(): string {
    if (this.words.length > 0) return `one of ${this.name}`;
    return this.ends === null ? "a number" : `a number from ${this.ends.lowest} to ${this.ends.highest}`;
  }
}
