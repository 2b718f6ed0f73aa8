/**
 * Short forms that people write for words of a title, each expanded wherever it is a separate word. Only forms with one
 * usual reading among careers are here: PM, TPM or DS have several and belong in a record's aliases.
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

/** Letters that Unicode does not decompose into a base letter and an accent, with what people type for them. */
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

/** Accents of the scripts that write them as decoration; marks of other scripts tell words apart and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");

export const APOSTROPHES = /['’ʼ`]/g;

/**
 * Characters that only steer how others are drawn: variation selectors, joiners, soft hyphens, marks that enclose (as in the emoji 1️⃣).
 * They part no words and make no name different; a zero-width space does part words.
 */
const INVISIBLE = /(?!\u200b)[\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

/** Signs that make a different name of the word that they follow: "C++", "C#" and "C*" are not "C". */
const SIGN = "[+#*^~=@$%]";

/**
 * A blank between a word and its signs, as in "C ++" and "C #". A single sign other than "#" belongs to the word before it only where
 * no word comes after it: "A + B" has two words and no sign.
 */
export const GAPS_BEFORE_SIGNS =
  /(?<=[\p{L}\p{M}\p{N}])\s+(?=(?:[+#]{2,}|#)(?![\p{L}\p{N}+#])|[+*](?![+*]|\s*\.?[\p{L}\p{N}]))/gu;

/**
 * A word with the punctuation that distinguishes names: a dot before it (".NET"), dots inside it ("Node.js", "Ph.D."), and signs
 * after it ("C++", "C#", "Security+"), save a single sign that joins two words ("A+B").
 */
export const WORDS = new RegExp(
  String.raw`(?:(?<!\.)\.)?${word()}(?:\.${word()})*(?:${SIGN}+(?!${SIGN}|[\p{L}\p{N}])|[+#]{2,})?`,
  "gu",
);

function word(): string {
  return String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;
}

/** Dots inside a word, save those of a number: "Ph.D." and "PhD" are one word, "3.1" and "31" are two. */
const DOTS_OF_NO_NUMBER = /(?<=[^.])(?<!\p{N})\.|(?<=[^.])\.(?!\p{N})/gu;

/**
 * The form in which names and references are compared: without case, accents, variation selectors and punctuation, "&" as "and",
 * usual short forms expanded, words joined by single spaces. Signs that make a different name stay, joined to their word. Empty if the text holds no letter and no digit. Normalising twice changes
 * nothing. Linear in the text's length; the caller caps it.
 */
export function normalizeName(text: string): string {
  const folded = (PLAIN.test(text) ? text.toLowerCase() : foldedOf(text))
    .replace(APOSTROPHES, "")
    .replaceAll("&", " and ")
    .replace(GAPS_BEFORE_SIGNS, "");
  const words = folded.match(WORDS) ?? [];
  return words.map((word) => expand(withoutDots(word))).join(" ");
}

/** A match of `WORDS` without the dots that make no other name of it. */
export function withoutDots(word: string): string {
  return word.includes(".") ? word.replace(DOTS_OF_NO_NUMBER, "") : word;
}

/** Whether a word, in lower case, is one of the short forms that are expanded. */
export function isShortForm(word: string): boolean {
  return SHORT_FORMS.has(word);
}

/** Whether a text seems to hold a short form as a word of its own: a quick look, which may be wrong where letters are no ASCII. */
export function mayHoldShortForm(text: string): boolean {
  return SHORT_WORD.test(text);
}

const SHORT_WORD = new RegExp(String.raw`\b(?:${[...SHORT_FORMS.keys()].join("|")})\b`, "i");

/** A text without case, accents and invisible characters. Linear in its length, except for long runs of marks. */

/** Nearly every name is plain ASCII, which has nothing to fold but its case. */
const PLAIN = /^[\x20-\x7e]*$/;

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
