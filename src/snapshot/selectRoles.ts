import { reaches } from "../model/bandFor.js";
import type { RolePlace } from "../model/RolePlace.js";
import type { MinPay } from "../paths/query/MinPay.js";
import type { Snapshot } from "./Snapshot.js";

/** Bounds of a number, both included; null is no bound. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

/** Which roles are wanted: those that match everything given; null means no condition. */
export interface RoleSelection {
  readonly trackId: string | null;
  readonly place: RolePlace | null;
  /** For each entry, a role needs one of its skills; empty means no condition. */
  readonly requires: readonly (readonly string[])[];
  /** A role without seniority, or without preparation, lies within no bounds. */
  readonly seniority: Bounds | null;
  readonly preparation: Bounds | null;
  /** The least that a role's band begins with; a role without such a band does not match. */
  readonly minPay: MinPay | null;
  /** Place of the dataset that the role comes from. */
  readonly part: number | null;
  /** A role's id stands in each of these; empty means no condition. */
  readonly among: readonly ReadonlySet<string>[];
}

/** Ordinals of the roles that match, ascending. O(roles + roles that need the skills). */
export function selectRoles({ roles, network }: Pick<Snapshot, "roles" | "network">, wanted: RoleSelection): number[] {
  const { trackId, place, part, minPay } = wanted;
  const among = [
    ...wanted.among,
    ...wanted.requires.map((skillIds) => new Set(skillIds.flatMap((id) => network.rolesNeeding(id)))),
  ];
  const selected: number[] = [];
  for (let role = 0; role < roles.ids.length; role++) {
    if (trackId !== null && roles.trackIds[role] !== trackId) continue;
    if (place !== null && roles.places[role] !== place) continue;
    if (part !== null && roles.parts[role] !== part) continue;
    if (!isWithin(roles.seniorities[role] ?? null, wanted.seniority)) continue;
    if (!isWithin(roles.preparations[role] ?? null, wanted.preparation)) continue;
    if (minPay !== null && !reaches(roles.payBands[role] ?? null, minPay)) continue;
    const id = roles.ids[role] as string;
    if (among.every((ids) => ids.has(id))) selected.push(role);
  }
  return selected;
}

/** Every role. */
export const ALL_ROLES: RoleSelection = {
  trackId: null,
  place: null,
  part: null,
  seniority: null,
  preparation: null,
  minPay: null,
  requires: [],
  among: [],
};

function isWithin(value: number | null, bounds: Bounds | null): boolean {
  if (bounds === null) return true;
  return value !== null && value >= (bounds.from ?? -Infinity) && value <= (bounds.to ?? Infinity);
}
