import { prefixOf, transitionId } from "../../model/EntityId.js";
import type { Match } from "../../model/Match.js";
import type { Transition } from "../../model/Transition.js";

/**
 * The moves that matches of roles make: one each way for an EXACT or CLOSE match, unless a transition already joins the pair that
 * way. An EXACT one takes no time; how long a CLOSE one takes is not known. O(transitions and matches).
 */
export function sameWorkTransitions(matches: readonly Match[], transitions: readonly Transition[]): Transition[] {
  const wanted = matches.filter(
    ({ fromId, kind }) => prefixOf(fromId) === "role" && (kind === "EXACT" || kind === "CLOSE"),
  );
  if (wanted.length === 0) return [];
  const joined = new Set(transitions.map(({ id }) => id));
  return wanted.flatMap(({ fromId, toId, kind, note, citations }) =>
    [
      { fromId, toId },
      { fromId: toId, toId: fromId },
    ].flatMap((ends): Transition | [] => {
      const id = transitionId(ends.fromId, ends.toId);
      if (joined.has(id)) return [];
      return {
        ...{ id, ...ends, kind: "SAME_WORK", basis: "INFERRED", closeness: null },
        ...{
          statedYears: kind === "EXACT" ? 0 : null,
          note: note ?? (kind === "EXACT" ? EXACT_NOTE : CLOSE_NOTE),
          advice: null,
          citations,
        },
      };
    }),
  );
}

/* What is said of a match that has no note. */
const EXACT_NOTE = "A source matches the two roles as the same work.";
const CLOSE_NOTE = "A source matches the two roles as nearly the same work.";
