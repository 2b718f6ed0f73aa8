import type { IgnoredReference } from "../references/IgnoredReference.js";
import type { References } from "../references/References.js";
import type { ProfileInput } from "./ProfileInput.js";

/** A profile with its references looked up. */
export interface Profile {
  readonly skillIds: readonly string[];
  readonly certificationIds: readonly string[];
  readonly degreeIds: readonly string[];
  /** Null where the profile does not say. */
  readonly years: number | null;
  /** What was left out, where the profile asks for that. */
  readonly ignored: readonly IgnoredReference[];
}

/** Looks up a profile's references and notes what is wrong with it; null is a profile that holds nothing. */
export function resolveProfile(references: References, profile: ProfileInput | null | undefined): Profile {
  const years = profile?.years ?? null;
  if (years !== null && !(years >= 0 && years < Infinity)) {
    references.bad(
      "profile.years",
      "OUT_OF_RANGE",
      `${years} is out of range: years of experience are a number, 0 or more.`,
    );
  }
  const ignored: IgnoredReference[] = [];
  const idsOf = (kind: "SKILL" | "CERTIFICATION" | "DEGREE", list: "skills" | "certifications" | "degrees") => {
    if (profile?.ignoreUnknown !== true) return references.list(kind, `profile.${list}`, profile?.[list]) ?? [];
    const found = references.tolerant(kind, `profile.${list}`, profile[list]);
    ignored.push(...found.ignored);
    return found.ids;
  };
  return {
    skillIds: idsOf("SKILL", "skills"),
    certificationIds: idsOf("CERTIFICATION", "certifications"),
    degreeIds: idsOf("DEGREE", "degrees"),
    years,
    ignored,
  };
}
