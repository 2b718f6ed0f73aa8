import type { Degree } from "./Degree.js";
import type { Preparation } from "./Preparation.js";

/** The figures of a pay band of a role. The claims behind it are in the role's `pay`. */
export interface BandFigures {
  /** Null if the claims name none. */
  readonly place: string | null;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Lowest figure, per year. */
  readonly min: number;
  /** Highest figure, per year. */
  readonly max: number;
}

/**
 * Attributes of a role by which lists and paths are filtered and ordered, and which the planner cautions about. Stores return them with
 * the role's row. An attribute is null if it is unknown.
 */
export interface RoleAttributes {
  readonly preparation: Pick<Preparation, "scale" | "level" | "education"> | null;
  /** The degree that the role needs: the MINIMUM degree of the lowest level; ties are broken by id. */
  readonly degree: Pick<Degree, "id" | "name" | "level"> | null;
  /** One band for each place and currency that has one. The first is the default. Never empty. */
  readonly payBands: readonly BandFigures[] | null;
  /** The number of people who work in the role, according to one claim (see `employmentOf`). */
  readonly employment: number | null;
}

/** The attributes of a role about which nothing is known. */
export const NO_ATTRIBUTES: RoleAttributes = { preparation: null, degree: null, payBands: null, employment: null };
