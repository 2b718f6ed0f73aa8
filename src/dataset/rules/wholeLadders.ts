import { append } from "../../model/append.js";
import type { Problem } from "../Problem.js";
import { problemAt, type Located, type Rule } from "../RawDataset.js";
import type { RecordOf } from "../recordShapes.js";

type LocatedRole = Located<RecordOf<"roles">>;

/**
 * A role on a ladder has a track and a seniority. Of the other roles, only UNPLACED ones may have a seniority, because some sources grade
 * occupations without ladders. Unless the dataset has `rungsReplace`, each rung must list all needs of the rungs below it on its track.
 * O(roles + needs that the ladders require).
 */
export const wholeLadders: Rule = function* (raw) {
  const replacing = new Set(raw.folders.filter(({ rungsReplace }) => rungsReplace).map(({ folder }) => folder));
  const ladders = new Map<string, LocatedRole[]>();
  for (const role of raw.records.roles) {
    const { place, seniority, track } = role.value;
    if (place !== "LADDER") {
      if (seniority !== undefined && place !== "UNPLACED") {
        yield problemAt(
          role,
          ["seniority"],
          `A role placed ${place} has a seniority`,
          "Remove it, or write `place: LADDER` or `place: UNPLACED`",
        );
      }
      continue;
    }
    if (seniority === undefined) {
      yield problemAt(
        role,
        ["place"],
        "A role on the ladder has no seniority",
        "Add `seniority`, from 1 for the lowest level up to 30 at most",
      );
    }
    if (track === undefined) {
      yield problemAt(role, ["place"], "A role on the ladder has no track", "Add `track`, or write another `place`");
    }
    if (seniority === undefined || track === undefined || replacing.has(role.folder)) continue;
    append(ladders, track, role);
  }
  for (const ladder of ladders.values()) yield* missingNeeds(ladder);
};

function* missingNeeds(ladder: readonly LocatedRole[]): Iterable<Problem> {
  const upward = ladder.toSorted((left, right) => (left.value.seniority ?? 0) - (right.value.seniority ?? 0));
  /** Skills needed on lower rungs, each with the lowest role that needs it. */
  const below = new Map<string, string>();
  let sameRung: LocatedRole[] = [];
  for (const role of upward) {
    if (sameRung[0] !== undefined && sameRung[0].value.seniority !== role.value.seniority) {
      for (const { value } of sameRung) {
        for (const { skill } of value.skills) if (!below.has(skill)) below.set(skill, value.id);
      }
      sameRung = [];
    }
    sameRung.push(role);
    const needed = new Set(role.value.skills.map(({ skill }) => skill));
    for (const [skill, lower] of below) {
      if (needed.has(skill)) continue;
      yield problemAt(
        role,
        ["skills"],
        `The role lacks ${skill}, which ${lower} needs on a lower rung of the same ladder`,
        "Add it to `skills` with `basis: INFERRED` and the citations of the lower role",
      );
    }
  }
}
