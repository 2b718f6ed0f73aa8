import type { JsonSchema } from "./Tool.js";

/** Fields whose lists are meaningless or misleading if they are cut. They are cut last. */
export const KEPT_WHOLE: ReadonlySet<string> = new Set([
  "Path.assumptions",
  "Path.cautions",
  "Path.roles",
  "Path.steps",
  "RoleComparison.roles",
]);

/** Describes how an answer was cut. */
export type Cut = {
  readonly note: string;
  readonly lists: readonly CutList[];
};

type CutList = {
  readonly list: string;
  readonly shown: number;
  readonly of: number;
};

/** The JSON Schema of `Cut`. */
export const CUT_SCHEMA: JsonSchema = {
  type: "object",
  description: "Present only if the answer was too large: what was cut, and how to get the rest.",
  properties: {
    note: { type: "string" },
    lists: {
      type: "array",
      items: {
        type: "object",
        properties: {
          list: { type: "string", description: "The path of fields to the list, separated by dots." },
          shown: { type: "integer", description: "Maximum number of items shown." },
          of: { type: "integer", description: "Number of items in the longest such list." },
        },
        required: ["list", "shown", "of"],
        additionalProperties: false,
      },
    },
  },
  required: ["note", "lists"],
  additionalProperties: false,
};

const NOTE =
  "The answer was too large, so the ends of these lists were cut. To see the rest, request less at once (a smaller `first` or `limit`, one role, a narrower filter).";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Number of items that an inner list keeps while outer lists are cut. */
const FEW = 10;

/** The maximum number of items in a list. */
interface Most {
  /** For lists that are not inside another list. */
  readonly outer: number;
  /** For lists inside items of other lists. */
  readonly inner: number;
  /** For lists that should stay whole. */
  readonly whole: number;
}

/**
 * Cuts the lists of an answer until it fits. Inner lists are cut first, down to a few items; then outer lists, down to one item; then inner
 * lists, down to one item; and finally the lists that should stay whole. All lists of one sort have the same maximum number of items, so that
 * only long lists are cut. A page whose end is cut gets no end cursor.
 * @param whole paths of the lists that should stay whole: field names joined by dots. Lists inside them count as outer lists
 * @param fits whether an answer is small enough; must be monotonic: an answer with more items than a refused one is refused too
 * @returns null if not even one item of each list fits. O(size of the result · log(longest list)), plus a few times the size of the answer
 */
export function cutAnswer(
  answer: JsonObject,
  whole: ReadonlySet<string>,
  fits: (answer: JsonObject) => boolean,
): JsonObject | null {
  if (fits(answer)) return answer;
  const [all, cut] = [Infinity, (most: Most) => cutTo(answer, whole, most)];
  return (
    mostThatFits(FEW, (inner) => cut({ outer: all, inner, whole: all }), fits) ??
    mostThatFits(1, (outer) => cut({ outer, inner: FEW, whole: all }), fits) ??
    mostThatFits(1, (inner) => cut({ outer: 1, inner, whole: all }), fits) ??
    mostThatFits(1, (many) => cut({ outer: 1, inner: 1, whole: many }), fits)
  );
}

/** The result of `make` with the largest number of items, `least` or more, that fits; null if not even `least` fits. */
function mostThatFits(
  least: number,
  make: (most: number) => JsonObject,
  fits: (answer: JsonObject) => boolean,
): JsonObject | null {
  let best: JsonObject | null = null;
  let [fitting, tooMany] = [least - 1, least];
  // The number grows, so that no result is much larger than the one that fits.
  for (let made = make(tooMany); fits(made); made = make(tooMany)) {
    best = made;
    [fitting, tooMany] = [tooMany, 2 * tooMany];
    if (tooMany > MOST_ITEMS) return best;
  }
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    const made = make(middle);
    if (fits(made)) [best, fitting] = [made, middle];
    else tooMany = middle;
  }
  return best;
}

/** Upper bound of the length of a list. */
const MOST_ITEMS = 2 ** 24;

function cutTo(answer: JsonObject, whole: ReadonlySet<string>, most: Most): JsonObject {
  const lists = new Map<string, CutList>();
  const shorten = (value: Json, path: string, isInner: boolean): Json => {
    if (isList(value)) {
      const isWhole = whole.has(path);
      const shown = isWhole ? most.whole : isInner ? most.inner : most.outer;
      if (value.length > shown) {
        const of = Math.max(value.length, lists.get(path)?.of ?? 0);
        lists.set(path, { list: path, shown, of });
      }
      return value.slice(0, shown).map((item) => shorten(item, path, isInner || !isWhole));
    }
    if (typeof value !== "object" || value === null) return value;
    const shorter: Record<string, Json> = {};
    let isCut = false;
    for (const [name, inner] of Object.entries(value)) {
      const made = shorten(inner, path === "" ? name : `${path}.${name}`, isInner);
      shorter[name] = made;
      if ((name === "nodes" || name === "edges") && isList(inner) && inner.length > (made as readonly Json[]).length) {
        isCut = true;
      }
    }
    const { pageInfo } = shorter;
    // The cursor would skip the items that were cut.
    if (isCut && isObject(pageInfo) && "endCursor" in pageInfo) {
      shorter.pageInfo = { ...pageInfo, hasNextPage: true, endCursor: null };
    }
    return shorter;
  };
  const data = shorten(answer, "", false) as JsonObject;
  // `cut` comes first, so that a reader sees it before the data.
  return lists.size === 0 ? data : { cut: { note: NOTE, lists: [...lists.values()] }, ...data };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
