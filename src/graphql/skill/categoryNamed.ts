import { normalizeName } from "../../names/normalizeName.js";
import { wordsInCommon } from "../../names/wordsInCommon.js";
import { wordsOf } from "../../names/NameTable.js";
import { editDistance } from "../../names/editDistance.js";
import { InputError } from "../errors/InputError.js";
import { listed, shown } from "../errors/wording.js";

const LONGEST = 300;

/** How many near misses an error lists. */
const MOST_SUGGESTIONS = 5;

/** Edits between two whole names that still make a near miss. */
const MOST_EDITS = 3;

/**
 * The category that a text names, compared as references are: exactly or not at all.
 * @param argument path of the argument with the text
 * @throws InputError (BAD_USER_INPUT) with near misses where it names none, or several that differ in nothing but their spelling
 */
export function categoryNamed(categories: readonly string[], text: string, argument: string): string {
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
  throw new InputError([{ code: "BAD_USER_INPUT", argument, message: `${what}. ${hint}`, extensions }]);
}

/** The categories nearest to a normalised name, by the words or the letters that they have in common; none where nothing is near. */
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
