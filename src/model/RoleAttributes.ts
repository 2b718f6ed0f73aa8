import type { Degree } from "./Degree.js";
import type { Preparation } from "./Preparation.js";

/**
 * What a role says of itself that the planner constrains paths by and cautions about; stores hand it over with the role's row. Each
 * attribute is null where it is not known.
 */
export interface RoleAttributes {
  readonly preparation: Pick<Preparation, "scale" | "level" | "education"> | null;
  /** The degree that the role needs: of its MINIMUM degrees that of the lowest level, then of the least id. */
  readonly degree: Pick<Degree, "id" | "name" | "level"> | null;
}

/** The attributes of a role of which none is known. */
export const NO_ATTRIBUTES: RoleAttributes = { preparation: null, degree: null };
