import { bandGiven, payReached } from "../pay/bandGiven.js";
import { type PathConstraints, UNCONSTRAINED } from "../../paths/query/PathQuery.js";
import type { References } from "../references/References.js";
import type { PathConstraintsInput } from "./PathConstraintsInput.js";

/** Argument paths of the currency and the place of pay in constraints. */
const BAND_ARGUMENTS = { currency: "where.currency", place: "where.place" };

/** Looks up the references of constraints. The planner checks whether they are compatible. */
export function resolveConstraints(
  references: References,
  where: PathConstraintsInput | null | undefined,
): PathConstraints {
  if (where === null || where === undefined) return UNCONSTRAINED;
  const aboutPay = (["currency", "place"] as const).filter((name) => (where[name] ?? null) !== null);
  if (aboutPay.length > 0 && (where.minPay ?? null) === null) {
    const [first, second] = aboutPay.map((name) => `\`${name}\``);
    const message = second === undefined ? `${first} needs \`minPay\`.` : `${first} and ${second} need \`minPay\`.`;
    references.bad("where.minPay", "MISSING", message);
  }
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
    minPay: payReached(references, where, bandGiven(references, where, BAND_ARGUMENTS)),
  };
}
