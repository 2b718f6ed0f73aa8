import type { Degree } from "../../model/Degree.js";
import { degreeRank } from "../../model/DegreeLevel.js";
import type { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { compareText } from "../../model/compareText.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";

/** The MINIMUM degree of a role with the lowest level, and among equal levels with the least id; null if there is none. */
export function degreeNeeded(
  degrees: readonly Degree[],
  requirements: readonly DegreeRequirement[] = [],
): RoleAttributes["degree"] {
  const asked = new Set(requirements.flatMap(({ necessity, degreeId }) => (necessity === "MINIMUM" ? degreeId : [])));
  const [lowest] = degrees
    .filter(({ id }) => asked.has(id))
    .sort((left, right) => degreeRank(left.level) - degreeRank(right.level) || compareText(left.id, right.id));
  return lowest === undefined ? null : { id: lowest.id, name: lowest.name, level: lowest.level };
}
