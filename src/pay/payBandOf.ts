import type { PayClaim } from "../model/PayClaim.js";
import type { PayComponent } from "../model/PayComponent.js";
import type { PayStatistic } from "../model/PayStatistic.js";

const STATISTICS: readonly PayStatistic[] = ["RANGE", "MEDIAN", "AVERAGE"];
const COMPONENTS: readonly PayComponent[] = ["UNSPECIFIED", "BASE", "TOTAL"];

/** A stretch of pay that claims cover without a gap. */
export interface FoundPaySpan {
  /** Lowest figure, a year. */
  readonly min: number;
  /** Highest figure, a year. */
  readonly max: number;
}

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
  /** What the claims cover, from low to high; no claim reaches what lies between two spans. */
  readonly spans: readonly FoundPaySpan[];
  /** Whether two of the role's claims contradict each other, in the band or not. */
  readonly disputed: boolean;
  readonly claims: readonly PayClaim[];
}

/** A claim that may enter a band: yearly, with both ends, about everyone in the role. */
type BandClaim = PayClaim & { readonly min: number; readonly max: number };

/**
 * The band to show for a role: the envelope of its claims in the first group that exists, by statistic and then component.
 * Hourly figures, floors, shares of roles and claims about another population never enter. Where claims of a group are in
 * several currencies, the currency of the first claim is taken. O(claims²).
 * @returns null where no claim may enter
 */
export function payBandOf(claims: readonly PayClaim[]): FoundPayBand | null {
  const eligible = claims.filter(entersBand);
  for (const statistic of STATISTICS) {
    for (const component of COMPONENTS) {
      const group = eligible.filter((claim) => claim.statistic === statistic && claim.component === component);
      const first = group[0];
      if (first === undefined) continue;
      const inItsCurrency = (claim: BandClaim): boolean => claim.currency === first.currency;
      return { ...envelope(group.filter(inItsCurrency), first), disputed: areDisputed(eligible.filter(inItsCurrency)) };
    }
  }
  return null;
}

function entersBand(claim: PayClaim): claim is BandClaim {
  return claim.period === "YEAR" && claim.otherPopulation === null && claim.min !== null && claim.max !== null;
}

/** Whether two claims of one component and statistic, and of one date where both give one, have different ends. */
function areDisputed(claims: readonly BandClaim[]): boolean {
  // Shares of roles divide the roles among bands, so two of them do not contradict each other.
  const aboutAll = claims.filter(({ statistic }) => statistic !== "SHARE_OF_ROLES");
  return aboutAll.some((claim, index) =>
    aboutAll
      .slice(index + 1)
      .some(
        (other) =>
          claim.statistic === other.statistic &&
          claim.component === other.component &&
          (claim.asOf === null || other.asOf === null || claim.asOf === other.asOf) &&
          (claim.min !== other.min || claim.max !== other.max || claim.openEnded !== other.openEnded),
      ),
  );
}

function spansOf(claims: readonly BandClaim[]): FoundPaySpan[] {
  const spans: FoundPaySpan[] = [];
  for (const { min, max } of claims.toSorted((one, other) => one.min - other.min)) {
    const last = spans.at(-1);
    if (last === undefined || min > last.max) spans.push({ min, max });
    else spans[spans.length - 1] = { min: last.min, max: Math.max(last.max, max) };
  }
  return spans;
}

function envelope(claims: readonly BandClaim[], first: BandClaim): Omit<FoundPayBand, "disputed"> {
  const min = Math.min(...claims.map((claim) => claim.min));
  const max = Math.max(...claims.map((claim) => claim.max));
  return {
    min,
    max,
    openEnded: claims.some((claim) => claim.openEnded && claim.max === max),
    currency: first.currency,
    component: first.component,
    statistic: first.statistic,
    spans: spansOf(claims),
    claims,
  };
}
