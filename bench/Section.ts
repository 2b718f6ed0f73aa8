/** One thing measured: ours, the rival's in the same run where there is one, and how they compare. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** Empty where there is no rival. */
  readonly rival: string;
  /** How many times as fast ours is, or how much of the rival's rate it reaches; empty without a rival. */
  readonly ratio: string;
}

/** What one subject measured. */
export interface Section {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** A section as a table of Markdown. */
export function tableOf({ title, how, figures }: Section, on: string): string {
  const rows = figures.map(({ what, ours, rival, ratio }) => `| ${what} | ${ours} | ${rival} | ${ratio} |`);
  return [
    `## ${title}`,
    how,
    "",
    `${on}.`,
    "",
    "| what | Career Graph | rival | ratio |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** A figure that could not be measured, and why. */
export function leftOut(what: string, why: string): Figure {
  return { what, ours: `left out: ${why.replaceAll(/\s+/g, " ")}`, rival: "", ratio: "" };
}
