import type { Degree } from "./Degree.js";
import type { Preparation } from "./Preparation.js";

/** A pay band of a role in short; the role's `pay` has the claims behind it. */
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
 * What a role says of itself that lists and paths are filtered and ordered by, and that the planner cautions about; stores hand it
 * over with the role's row. Each attribute is null if it is not known.
 */
export interface RoleAttributes {
  readonly preparation: Pick<Preparation, "scale" | "level" | "education"> | null;
  /** The degree that the role needs: of its MINIMUM degrees that of the lowest level, then of the least id. */
  readonly degree: Pick<Degree, "id" | "name" | "level"> | null;
  /** A band for each place and currency that has one; the first is the one to show where nothing is asked for. Never empty. */
  readonly payBands: readonly BandFigures[] | null;
  /** How many people work in the role, by one claim (see `employmentOf`). */
  readonly employment: number | null;
}

/** The attributes of a role of which none is known. */
export const NO_ATTRIBUTES: RoleAttributes = { preparation: null, degree: null, payBands: null, employment: null };
