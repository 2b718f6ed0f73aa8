/** One measurement: ours, the rival's in the same run if there is a rival, and their ratio. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** Empty if there is no rival. */
  readonly rival: string;
  /** How many times as fast ours is, or which part of the rival's rate it reaches. Empty if there is no rival. */
  readonly ratio: string;
}

/** The result of one subject. */
export interface Section {
  readonly title: string;
  /** How it was measured, in a few sentences. */
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** A section as a Markdown table. */
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

/** A figure that could not be measured, with the reason. */
export function leftOut(what: string, why: string): Figure {
  return { what, ours: `left out: ${why.replaceAll(/\s+/g, " ")}`, rival: "", ratio: "" };
}
