import type { RolePlace } from "../model/RolePlace.js";
import type { Snapshot } from "./Snapshot.js";

/** Which roles are wanted: those that match everything that is not null. */
export interface RoleSelection {
  readonly trackId: string | null;
  readonly place: RolePlace | null;
  /** A role needs one of them, or several. */
  readonly requiresAnyOf: readonly string[] | null;
}

/** Ordinals of the roles that match, ascending. O(roles). */
export function selectRoles(
  { roles, network }: Pick<Snapshot, "roles" | "network">,
  { trackId, place, requiresAnyOf }: RoleSelection,
): number[] {
  const needing = requiresAnyOf === null ? null : new Set(requiresAnyOf.flatMap((id) => network.rolesNeeding(id)));
  const selected: number[] = [];
  for (let role = 0; role < roles.ids.length; role++) {
    if (trackId !== null && roles.trackIds[role] !== trackId) continue;
    if (place !== null && roles.places[role] !== place) continue;
    if (needing !== null && !needing.has(roles.ids[role] as string)) continue;
    selected.push(role);
  }
  return selected;
}

/** Every role. */
export const ALL_ROLES: RoleSelection = { trackId: null, place: null, requiresAnyOf: null };
