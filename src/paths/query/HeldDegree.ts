import type { Degree } from "../../model/Degree.js";

/** A degree that a person holds. */
export type HeldDegree = Pick<Degree, "id" | "level">;
