import type { FragmentOf } from "../api/graphql.js";
import type { PayShown } from "./payOperations.js";
import { Sources } from "./Sources.js";
import { amount, payBand, placeName, words } from "./words.js";

type Shown = FragmentOf<typeof PayShown>;
type Claim = Shown["pay"][number];

interface Props {
  readonly band: Shown["payBand"];
  readonly missing: Shown["payBandMissing"];
  readonly claims: Shown["pay"];
}

/** The pay band, and every claim as its source states it. */
export function Pay({ band, missing, claims }: Props) {
  return (
    <>
      {band === null ? (
        <p>{missing ?? "No source states the pay."}</p>
      ) : (
        <p>
          <strong>{payBand(band)} a year</strong> ({words(band.statistic)}
          {band.component !== "UNSPECIFIED" && `, ${words(band.component)}`}
          {band.place !== null && `, ${placeName(band.place)}`}){band.disputed && ". Sources differ: see the claims."}
        </p>
      )}
      {claims.length > 0 && (
        <ul class="claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              {claimText(claim)}
              {claim.otherPopulation !== null && ` — for ${claim.otherPopulation}`}
              {claim.note !== null && <small> {claim.note}</small>}
              <Sources sources={claim.sources} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function claimText({ min, max, openEnded, currency, period, component, statistic, asOf, place }: Claim): string {
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
  const what = [
    words(statistic),
    ...(component === "UNSPECIFIED" ? [] : [words(component)]),
    ...(place === null ? [] : [placeName(place)]),
  ].join(", ");
  return `${figure}${openEnded ? " or more" : ""} ${unit} (${what}${asOf === null ? "" : `, ${asOf}`})`;
}
