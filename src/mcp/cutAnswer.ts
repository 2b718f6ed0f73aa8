import type { JsonSchema } from "./Tool.js";

/** Fields whose lists mean nothing in part, or mislead: they are cut last. */
export const KEPT_WHOLE: ReadonlySet<string> = new Set([
  "Path.assumptions",
  "Path.cautions",
  "Path.roles",
  "Path.steps",
  "RoleComparison.roles",
]);

/** What an answer says of its cut. */
export type Cut = {
  readonly note: string;
  readonly lists: readonly CutList[];
};

type CutList = {
  readonly list: string;
  readonly shown: number;
  readonly of: number;
};

/** The form of `Cut`. */
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

/** Items that a list within the items of another keeps, while the other gives way. */
const FEW = 10;

/** How many items lists keep at most. */
interface Most {
  /** Of lists that lie in no other. */
  readonly outer: number;
  /** Of lists in the items of others. */
  readonly inner: number;
  /** Of lists that must stay whole. */
  readonly whole: number;
}

/**
 * An answer that fits: as it is, or with as many items as fit. Lists within the items of others give way first, down to a few items; then
 * the others, down to one; then those within again; at last those that must stay whole. Lists of one sort keep the same number of items,
 * so that long ones give way and short ones stay. A page whose end is cut has no cursor of its end.
 * @param whole the fields that lead to the lists which must stay whole, joined by dots; what they hold counts as if it lay beside them
 * @param fits whether an answer is small enough; what it refuses, it must refuse with more items too
 * @returns null if not even one item of each list fits. O(size of what fits · log(longest list)), and a few times the size of the answer
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

/** Of what is made with so many items, `least` or more, the one with most that fits; null if not even that with `least` does. */
function mostThatFits(
  least: number,
  make: (most: number) => JsonObject,
  fits: (answer: JsonObject) => boolean,
): JsonObject | null {
  let best: JsonObject | null = null;
  let [fitting, tooMany] = [least - 1, least];
  // Upwards, so that nothing much larger than what fits is made.
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

/** No list of an answer is longer. */
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
    // The cursor would lead past what was cut.
    if (isCut && isObject(pageInfo) && "endCursor" in pageInfo) {
      shorter.pageInfo = { ...pageInfo, hasNextPage: true, endCursor: null };
    }
    return shorter;
  };
  const data = shorten(answer, "", false) as JsonObject;
  // First, so that a reader sees it before the rest.
  return lists.size === 0 ? data : { cut: { note: NOTE, lists: [...lists.values()] }, ...data };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
