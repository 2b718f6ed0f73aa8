import { compareText } from "../model/compareText.js";
import type { PayClaim } from "../model/PayClaim.js";
import type { PayComponent } from "../model/PayComponent.js";
import type { PayStatistic } from "../model/PayStatistic.js";
import { append } from "../model/append.js";
import { placeRank } from "./placeRank.js";

const STATISTICS: readonly PayStatistic[] = ["RANGE", "PERCENTILE_RANGE", "MEDIAN", "AVERAGE"];
const COMPONENTS: readonly PayComponent[] = ["UNSPECIFIED", "BASE", "TOTAL"];
/** The percentiles of a PERCENTILE_RANGE that may enter a band. */
const MIDDLE_HALF = [25, 75] as const;

/** Which band is requested. `payBandOf` chooses what is null. */
export interface BandAsked {
  /** As claims write it. */
  readonly place: string | null;
  /** ISO 4217 code. */
  readonly currency: string | null;
}

const ANY_BAND: BandAsked = { place: null, currency: null };

/** A range of pay that claims cover without a gap. */
export interface FoundPaySpan {
  /** Lowest figure, per year. */
  readonly min: number;
  /** Highest figure, per year. */
  readonly max: number;
}

/** A yearly band of pay in one place, currency, component and statistic: the envelope of its claims. */
export interface FoundPayBand {
  /** Lowest figure of the claims, per year. */
  readonly min: number;
  /** Highest figure of the claims, per year. */
  readonly max: number;
  /** Whether a claim with this `max` says that pay can exceed it. */
  readonly openEnded: boolean;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Null if the claims name none. */
  readonly place: string | null;
  readonly component: PayComponent;
  readonly statistic: PayStatistic;
  /** The ranges that the claims cover, ascending. No claim covers the gap between two spans. */
  readonly spans: readonly FoundPaySpan[];
  /** Whether two claims of the role contradict each other. They need not be in the band. */
  readonly disputed: boolean;
  readonly claims: readonly PayClaim[];
}

/** A yearly claim with both ends, about everyone in the role. */
type WholeClaim = PayClaim & { readonly min: number; readonly max: number };

/** The claims for one place and currency. */
interface Market {
  readonly place: string | null;
  readonly currency: string;
  /** The claims that may enter a band; never empty. */
  readonly entering: readonly WholeClaim[];
  /** The claims that may contradict each other: those in `entering` and those between other percentiles. */
  readonly whole: readonly WholeClaim[];
}

/**
 * The pay band of a role: the envelope of its claims for one place and currency. Only the claims of the first statistic, and then of the
 * first component, for which there is a claim enter the band. Claims that are not yearly, floors, shares of roles, claims between other
 * percentiles than 25 and 75, and claims about another population never enter. O(claims²).
 * @param asked fixes the place, the currency, both or neither. An open choice prefers no place, then countries, then subdivisions, then
 *   other areas; then the most claims that may enter; then the order of the codes of place and currency
 * @returns null if no claim may enter
 */
export function payBandOf(claims: readonly PayClaim[], asked: BandAsked = ANY_BAND): FoundPayBand | null {
  const [market] = marketsOf(claims.filter((claim) => isAsked(claim, asked)));
  return market === undefined ? null : bandOf(market);
}

/**
 * Every band of a role, one for each place and currency, in the order in which `payBandOf` chooses. Neo4j stores them, so a change of the
 * rules requires a new `DATA_MODEL`. O(claims²).
 */
export function payBandsOf(claims: readonly PayClaim[]): FoundPayBand[] {
  return marketsOf(claims).map(bandOf);
}

/** Whether a claim or a band has the requested place and currency. */
function isAsked(
  { place, currency }: { readonly place: string | null; readonly currency: string },
  asked: BandAsked,
): boolean {
  return (asked.place ?? place) === place && (asked.currency ?? currency) === currency;
}

/** The places and currencies that have a band, in order of choice. */
function marketsOf(claims: readonly PayClaim[]): Market[] {
  const markets = new Map<string, WholeClaim[]>();
  for (const claim of claims) {
    if (!isWhole(claim)) continue;
    const market = `${claim.currency} ${claim.place ?? ""}`;
    append(markets, market, claim);
  }
  return [...markets.values()]
    .flatMap((whole): Market[] => {
      const entering = whole.filter(entersBand);
      const [first] = entering;
      return first === undefined ? [] : [{ place: first.place, currency: first.currency, entering, whole }];
    })
    .sort(
      (one, other) =>
        placeRank(one.place) - placeRank(other.place) ||
        other.entering.length - one.entering.length ||
        compareText(one.place ?? "", other.place ?? "") ||
        compareText(one.currency, other.currency),
    );
}

function isWhole(claim: PayClaim): claim is WholeClaim {
  const { period, otherPopulation, statistic, min, max } = claim;
  // Shares of roles divide the roles among bands, so two of them do not contradict each other.
  return (
    period === "YEAR" && otherPopulation === null && statistic !== "SHARE_OF_ROLES" && min !== null && max !== null
  );
}

function entersBand({ statistic, lowerPercentile, upperPercentile }: WholeClaim): boolean {
  if (statistic !== "PERCENTILE_RANGE") return STATISTICS.includes(statistic);
  return lowerPercentile === MIDDLE_HALF[0] && upperPercentile === MIDDLE_HALF[1];
}

function bandOf({ place, currency, entering, whole }: Market): FoundPayBand {
  for (const statistic of STATISTICS) {
    for (const component of COMPONENTS) {
      const claims = entering.filter((claim) => claim.statistic === statistic && claim.component === component);
      if (claims.length === 0) continue;
      return { ...envelope(claims), place, currency, component, statistic, claims, disputed: areDisputed(whole) };
    }
  }
  throw new Error("A claim that may enter a band has a statistic and a component that no band takes.");
}

/** Whether two claims with the same component, statistic and percentiles, and the same date if both give one, have different ends. */
function areDisputed(claims: readonly WholeClaim[]): boolean {
  return claims.some((claim) =>
    claims.some(
      (other) =>
        claim.statistic === other.statistic &&
        claim.component === other.component &&
        claim.lowerPercentile === other.lowerPercentile &&
        claim.upperPercentile === other.upperPercentile &&
        // Every pair is compared in both orders, so a missing date on either side is covered.
        (claim.asOf === null || claim.asOf === other.asOf) &&
        (claim.min !== other.min || claim.max !== other.max || claim.openEnded !== other.openEnded),
    ),
  );
}

function spansOf(claims: readonly WholeClaim[]): FoundPaySpan[] {
  const spans: FoundPaySpan[] = [];
  for (const { min, max } of claims.toSorted((one, other) => one.min - other.min)) {
    const last = spans.at(-1);
    if (last === undefined || min > last.max) spans.push({ min, max });
    else spans[spans.length - 1] = { min: last.min, max: Math.max(last.max, max) };
  }
  return spans;
}

function envelope(claims: readonly WholeClaim[]): Pick<FoundPayBand, "min" | "max" | "openEnded" | "spans"> {
  const min = Math.min(...claims.map((claim) => claim.min));
  const max = Math.max(...claims.map((claim) => claim.max));
  const openEnded = claims.some((claim) => claim.openEnded && claim.max === max);
  return { min, max, openEnded, spans: spansOf(claims) };
}
