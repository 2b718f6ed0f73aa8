import { Sources } from "./Sources.js";
import { amount, payBand, words, type Band } from "./words.js";

interface Claim {
  readonly id: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly openEnded: boolean;
  readonly currency: string;
  readonly period: string;
  readonly component: string;
  readonly statistic: string;
  readonly asOf: string | null;
  readonly note: string | null;
  readonly otherPopulation: string | null;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

interface Props {
  readonly band: (Band & { readonly disputed: boolean; readonly statistic: string; readonly component: string }) | null;
  readonly missing: string | null;
  readonly claims: readonly Claim[];
}

/** The band of pay, and every claim as its source states it. */
export function Pay({ band, missing, claims }: Props) {
  return (
    <>
      {band === null ? (
        <p>{missing ?? "No source tells the pay."}</p>
      ) : (
        <p>
          <strong>{payBand(band)} a year</strong> ({words(band.statistic)}
          {band.component !== "UNSPECIFIED" && `, ${words(band.component)}`})
          {band.disputed && ". Sources differ: see the claims."}
        </p>
      )}
      {claims.length > 0 && (
        <ul class="claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              {claimText(claim)}
              {claim.otherPopulation !== null && ` — of ${claim.otherPopulation}`}
              {claim.note !== null && <small> {claim.note}</small>}
              <Sources sources={claim.sources} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function claimText({ min, max, openEnded, currency, period, component, statistic, asOf }: Claim): string {
  if (statistic === "SHARE_OF_ROLES")
    return `A share of roles pays ${min === null ? "" : amount(min, currency)} or more`;
  const figure =
    min === null && max === null
      ? "No figure"
      : min === null
        ? `up to ${amount(max ?? 0, currency)}`
        : max === null
          ? `over ${amount(min, currency)}`
          : min === max
            ? amount(min, currency)
            : `${amount(min, currency)}–${amount(max, currency)}`;
  const unit = period === "YEAR" ? "a year" : "an hour";
  const what = [words(statistic), ...(component === "UNSPECIFIED" ? [] : [words(component)])].join(", ");
  return `${figure}${openEnded ? " or more" : ""} ${unit} (${what}${asOf === null ? "" : `, ${asOf}`})`;
}
