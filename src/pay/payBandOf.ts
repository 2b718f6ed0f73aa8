import type { PayClaim } from "../model/PayClaim.js";
import type { PayComponent } from "../model/PayComponent.js";
import type { PayStatistic } from "../model/PayStatistic.js";

const STATISTICS: readonly PayStatistic[] = ["RANGE", "MEDIAN", "AVERAGE"];
const COMPONENTS: readonly PayComponent[] = ["UNSPECIFIED", "BASE", "TOTAL"];

/** A yearly band of pay in one currency, component and statistic: the envelope of its claims. */
export interface FoundPayBand {
  /** Lowest figure of the claims, a year. */
  readonly min: number;
  /** Highest figure of the claims, a year. */
  readonly max: number;
  /** Whether a claim that reaches `max` gives it as no upper end. */
  readonly openEnded: boolean;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly component: PayComponent;
  readonly statistic: PayStatistic;
  /** Whether two of the claims have different ends. */
  readonly disputed: boolean;
  readonly claims: readonly PayClaim[];
}

/** A claim that may enter a band: yearly, with both ends, about everyone in the role. */
type BandClaim = PayClaim & { readonly min: number; readonly max: number };

/**
 * The band to show for a role: the envelope of its claims in the first group that exists, by statistic and then component.
 * Hourly figures, floors, shares of roles and claims about another population never enter. Where claims of a group are in
 * several currencies, the currency of the first claim is taken.
 * @returns null where no claim may enter
 */
export function payBandOf(claims: readonly PayClaim[]): FoundPayBand | null {
  const eligible = claims.filter(entersBand);
  for (const statistic of STATISTICS) {
    for (const component of COMPONENTS) {
      const group = eligible.filter((claim) => claim.statistic === statistic && claim.component === component);
      const first = group[0];
      if (first !== undefined)
        return envelope(
          group.filter((claim) => claim.currency === first.currency),
          first,
        );
    }
  }
  return null;
}

function entersBand(claim: PayClaim): claim is BandClaim {
  return claim.period === "YEAR" && claim.otherPopulation === null && claim.min !== null && claim.max !== null;
}

function envelope(claims: readonly BandClaim[], first: BandClaim): FoundPayBand {
  const min = Math.min(...claims.map((claim) => claim.min));
  const max = Math.max(...claims.map((claim) => claim.max));
  return {
    min,
    max,
    openEnded: claims.some((claim) => claim.openEnded && claim.max === max),
    currency: first.currency,
    component: first.component,
    statistic: first.statistic,
    disputed: claims.some(
      (claim) => claim.min !== first.min || claim.max !== first.max || claim.openEnded !== first.openEnded,
    ),
    claims,
  };
}
