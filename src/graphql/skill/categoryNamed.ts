import { normalizeName } from "../../names/normalizeName.js";
import { wordsInCommon } from "../../names/wordsInCommon.js";
import { wordsOf } from "../../names/NameTable.js";
import { editDistance } from "../../names/editDistance.js";
import { listed, shown } from "../errors/wording.js";
import type { References } from "../references/References.js";

const LONGEST = 300;

/** Maximum number of near misses in an error. */
const MOST_SUGGESTIONS = 5;

/** Maximum edit distance of a near miss from the given name. */
const MOST_EDITS = 3;

/**
 * The category that a text names. Names are normalized as for references and must then be equal.
 * @param argument path of the argument with the text
 * @returns null if the text names no category, or several that differ only in spelling; the problem, with near misses, is then recorded
 */
export function categoryNamed(
  references: References,
  categories: readonly string[],
  text: string,
  argument: string,
): string | null {
  if (categories.includes(text)) return text;
  const name = normalizeName(text.slice(0, LONGEST));
  const named = text.length > LONGEST ? [] : categories.filter((category) => normalizeName(category) === name);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const [what, suggestions] =
    named.length > 1
      ? [`“${shown(text)}” names several categories of skills`, named]
      : [`No category of skills is named “${shown(text)}”`, nearest(categories, name)];
  const hint =
    suggestions.length > 0 ? `Write ${listed(suggestions)}.` : "`dataset { skillCategories }` lists them all.";
  const extensions = {
    reason: "UNKNOWN_NAME",
    reference: shown(text),
    suggestions: suggestions.map((category) => ({ name: category })),
  };
  references.add({ code: "BAD_USER_INPUT", argument, message: `${what}. ${hint}`, extensions });
  return null;
}

/** The categories most similar to a normalized name, by common words or by edit distance; empty if none is similar. */
function nearest(categories: readonly string[], name: string): string[] {
  const words = wordsOf(name);
  return categories
    .map((category) => {
      const form = normalizeName(category);
      const edits = editDistance(name, form, MOST_EDITS);
      const alike = edits > MOST_EDITS ? 0 : 1 - edits / Math.max(name.length, form.length, MOST_EDITS + 1);
      return { category, nearness: Math.max(alike, wordsInCommon(words, wordsOf(form))) };
    })
    .filter(({ nearness }) => nearness > 0)
    .sort((left, right) => right.nearness - left.nearness)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ category }) => category);
}
