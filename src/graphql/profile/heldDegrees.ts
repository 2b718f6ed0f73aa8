import type { Degree } from "../../model/Degree.js";
import type { HeldDegree } from "../../paths/query/HeldDegree.js";
import { heldField } from "../heldEntity.js";
import type { Loaders } from "../Loaders.js";
import type { Profile } from "./resolveProfile.js";

/** The degrees of a profile with their levels, in one read. */
export async function heldDegrees({ degreeIds }: Profile, loaders: Loaders): Promise<readonly HeldDegree[]> {
  const degrees = await loaders.existingAll<Degree>(degreeIds);
  return degrees.map((degree) => ({ id: degree.id, level: heldField(degree, "level") }));
}
