import { prefixOf, transitionId } from "../../model/EntityId.js";
import type { Match } from "../../model/Match.js";
import type { Transition } from "../../model/Transition.js";

/**
 * The SAME_WORK transitions that follow from matches of roles: one in each direction for an EXACT or CLOSE match, unless there is already a
 * transition in that direction. An EXACT match takes 0 years; the time of a CLOSE match is unknown. O(transitions + matches).
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

/* The notes of transitions whose match has none. */
const EXACT_NOTE = "A source matches the two roles as the same work.";
const CLOSE_NOTE = "A source matches the two roles as nearly the same work.";
