import type { Network } from "./Network.js";

export interface SimilarRoleFound {
  readonly roleId: string;
  readonly score: number;
  readonly sharedSkillIds: readonly string[];
}

/** placeholder being replaced */
export function similarRoles(_network: Network, _roleId: string, _first: number): SimilarRoleFound[] {
  return [];
}
