import type { HeldLevel } from "../../paths/query/HeldLevel.js";
import type { IgnoredReference } from "../references/IgnoredReference.js";
import type { References } from "../references/References.js";
import type { ProfileInput } from "./ProfileInput.js";

/** Maximum years of experience. */
const MOST_YEARS = 100;

/** A profile with its references looked up. */
export interface Profile {
  readonly skillIds: readonly string[];
  /** Skills held at a given level. They need not be in `skillIds`. */
  readonly heldLevels: readonly HeldLevel[];
  readonly certificationIds: readonly string[];
  readonly degreeIds: readonly string[];
  /** Years of experience; null if the profile does not give them. */
  readonly years: number | null;
  /** References that were ignored because the profile has `ignoreUnknown`. */
  readonly ignored: readonly IgnoredReference[];
}

/** Looks up a profile's references and notes its problems; null stands for an empty profile. */
export function resolveProfile(references: References, profile: ProfileInput | null | undefined): Profile {
  const years = profile?.years ?? null;
  if (years !== null && !(years >= 0 && years <= MOST_YEARS)) {
    references.bad(
      "profile.years",
      "OUT_OF_RANGE",
      `\`years\` is ${years}. Give 0 to ${MOST_YEARS} years of experience.`,
    );
  }
  const ignored: IgnoredReference[] = [];
  const idsOf = (kind: "SKILL" | "CERTIFICATION" | "DEGREE", list: "skills" | "certifications" | "degrees") => {
    if (profile?.ignoreUnknown !== true) return references.list(kind, `profile.${list}`, profile?.[list]) ?? [];
    const found = references.tolerant(kind, `profile.${list}`, profile[list]);
    ignored.push(...found.ignored);
    return found.ids;
  };
  const levels = profile?.levels ?? [];
  const named = levels.map(({ skill }) => skill);
  const heldLevels = (): readonly HeldLevel[] => {
    if (profile?.ignoreUnknown !== true) {
      return references.levels(
        "profile.levels",
        levels,
        levels.map(({ skill }, i) => references.one("SKILL", `profile.levels[${i}].skill`, skill)),
      );
    }
    const found = references.tolerant("SKILL", "profile.levels", named);
    ignored.push(...found.ignored);
    const left = new Set(found.ignored.map(({ argument }) => argument));
    const ids = [...found.ids];
    return references.levels(
      "profile.levels",
      levels,
      levels.map((_, i) => (left.has(`profile.levels[${i}]`) ? "" : (ids.shift() ?? ""))),
    );
  };
  return {
    heldLevels: references.tooMany("profile.levels", levels) ? [] : heldLevels(),
    skillIds: idsOf("SKILL", "skills"),
    certificationIds: idsOf("CERTIFICATION", "certifications"),
    degreeIds: idsOf("DEGREE", "degrees"),
    years,
    ignored,
  };
}
