import type { References } from "../references/References.js";
import type { ProfileInput } from "./ProfileInput.js";

/** A profile with its references looked up. */
export interface Profile {
  readonly skillIds: readonly string[];
  readonly certificationIds: readonly string[];
  readonly degreeIds: readonly string[];
  /** Null where the profile does not say. */
  readonly years: number | null;
}

/** Looks up a profile's references and notes what is wrong with it; null is a profile that holds nothing. */
export function resolveProfile(references: References, profile: ProfileInput | null | undefined): Profile {
  const years = profile?.years ?? null;
  if (years !== null && !(years >= 0))
    references.bad("profile.years", `Years of experience are 0 or more; this is ${years}.`);
  return {
    skillIds: references.list("SKILL", "profile.skills", profile?.skills) ?? [],
    certificationIds: references.list("CERTIFICATION", "profile.certifications", profile?.certifications) ?? [],
    degreeIds: references.list("DEGREE", "profile.degrees", profile?.degrees) ?? [],
    years,
  };
}
