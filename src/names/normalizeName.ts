/**
 * Short forms that people use in titles. Each is expanded if it is a separate word. Only forms with one usual meaning in careers belong
 * here. Forms with several meanings, such as PM, TPM or DS, belong in the aliases of a record.
 */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ["sr", "senior"],
  ["jr", "junior"],
  ["vp", "vice president"],
  ["mgr", "manager"],
  ["engr", "engineer"],
  ["swe", "software engineer"],
  ["sre", "site reliability engineer"],
  ["dba", "database administrator"],
  ["mle", "machine learning engineer"],
  ["ml", "machine learning"],
  ["ai", "artificial intelligence"],
  ["dl", "deep learning"],
  ["rl", "reinforcement learning"],
  ["nlp", "natural language processing"],
  ["cv", "computer vision"],
  ["llm", "large language model"],
  ["llms", "large language models"],
  ["ic", "individual contributor"],
  ["cto", "chief technology officer"],
  ["ceo", "chief executive officer"],
  ["k8s", "kubernetes"],
  ["js", "javascript"],
  ["ts", "typescript"],
  ["gcp", "google cloud platform"],
]);

/** Letters that Unicode does not decompose into a base letter and an accent, and what people type for them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};

/** Accents that are removed. Marks of other scripts distinguish words, so they stay. */
const ACCENTS = /[\u0300-\u036f]/g;

const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");

export const APOSTROPHES = /['’ʼ`]/g;

/**
 * Characters that only control how others are drawn: variation selectors, joiners, soft hyphens, and enclosing marks (as in the emoji 1️⃣).
 * They neither separate words nor distinguish names. A zero-width space is not one of them, because it separates words.
 */
const INVISIBLE = /(?!\u200b)[\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

/** Signs after a word that make a different name: "C++", "C#" and "C*" are not "C". */
const SIGN = "[+#*^~=@$%]";

/**
 * Blanks between a word and its signs, as in "C ++" and "C #". A single sign other than "#" belongs to the word before it only if no word
 * follows: "A + B" is two words without a sign.
 */
export const GAPS_BEFORE_SIGNS =
  /(?<=[\p{L}\p{M}\p{N}])\s+(?=(?:[+#]{2,}|#)(?![\p{L}\p{N}+#])|[+*](?![+*]|\s*\.?[\p{L}\p{N}]))/gu;

/**
 * A word with the punctuation that distinguishes names: a leading dot (".NET"), inner dots ("Node.js", "Ph.D.") and trailing signs ("C++",
 * "C#", "Security+"), except a single sign between two words ("A+B").
 */
export const WORDS = new RegExp(
  String.raw`(?:(?<!\.)\.)?${word()}(?:\.${word()})*(?:${SIGN}+(?!${SIGN}|[\p{L}\p{N}])|[+#]{2,})?`,
  "gu",
);

function word(): string {
  return String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;
}

/** Dots inside a word, except between digits: "Ph.D." equals "PhD", but "3.1" does not equal "31". */
const DOTS_OF_NO_NUMBER = /(?<=[^.])(?<!\p{N})\.|(?<=[^.])\.(?!\p{N})/gu;

/**
 * The form in which names and references are compared. Removes case, accents, variation selectors and punctuation, replaces "&" by "and",
 * expands usual short forms, and joins words by single spaces. Signs that make a different name stay with their word. Empty if the text has
 * no letter and no digit. Normalising twice changes nothing. Linear in the length of the text, which the caller must limit.
 */
export function normalizeName(text: string): string {
  const folded = (PLAIN.test(text) ? text.toLowerCase() : foldedOf(text))
    .replace(APOSTROPHES, "")
    .replaceAll("&", " and ")
    .replace(GAPS_BEFORE_SIGNS, "");
  const words = folded.match(WORDS) ?? [];
  return words.map((word) => expand(withoutDots(word))).join(" ");
}

/** A match of `WORDS` without the dots that do not distinguish names. */
export function withoutDots(word: string): string {
  return word.includes(".") ? word.replace(DOTS_OF_NO_NUMBER, "") : word;
}

/** Whether a word in lower case is a short form that is expanded. */
export function isShortForm(word: string): boolean {
  return SHORT_FORMS.has(word);
}

/** Whether a text may contain a short form as a separate word. The check is fast but can be wrong for letters outside ASCII. */
export function mayHoldShortForm(text: string): boolean {
  return SHORT_WORD.test(text);
}

const SHORT_WORD = new RegExp(String.raw`\b(?:${[...SHORT_FORMS.keys()].join("|")})\b`, "i");

/** Nearly every name is plain ASCII, in which only case must be folded. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Removes case, accents and invisible characters. Linear in the length of the text, except for long runs of marks. */
export function foldedOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(INVISIBLE, "")
    .replaceAll("♯", "#")
    .replace(UNDECOMPOSED, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

function expand(word: string): string {
  return SHORT_FORMS.get(word) ?? word;
}
