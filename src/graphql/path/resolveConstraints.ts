import { payAsked } from "../pay/payAsked.js";
import { type PathConstraints, UNCONSTRAINED } from "../../paths/query/PathQuery.js";
import type { References } from "../references/References.js";
import type { PathConstraintsInput } from "./PathConstraintsInput.js";

/** Looks up the references of constraints. The planner checks whether they are compatible. */
export function resolveConstraints(
  references: References,
  where: PathConstraintsInput | null | undefined,
): PathConstraints {
  if (where === null || where === undefined) return UNCONSTRAINED;
  return {
    avoid: references.roles("where.avoid", where.avoid),
    via: references.roles("where.via", where.via),
    trackIds: references.list("TRACK", "where.tracks", where.tracks),
    kinds: where.kinds ?? null,
    basis: where.basis === "STATED" ? "STATED" : null,
    minCloseness: where.minCloseness ?? null,
    maxSteps: where.maxSteps ?? null,
    maxYears: where.maxYears ?? null,
    maxTrackChanges: where.maxTrackChanges ?? null,
    maxPreparationRise: where.maxPreparationRise ?? null,
    minPay: payAsked(where, references.bad, { nameOfPlace: "place", mayLackMinimum: false }).minPay,
  };
}
