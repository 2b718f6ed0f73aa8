/** How the page words figures and enum values. */

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A number of years in words; `6 months` below one year. */
export function time(years: number): string {
  const months = Math.round(years * 12);
  if (months > 0 && months < 12) return counted(months, "month");
  return counted(Math.round(years * 10) / 10, "year");
}

/** The short form: `3 y`, or `6 mo` below one year. */
export function shortTime(years: number): string {
  const months = Math.round(years * 12);
  return months > 0 && months < 12 ? `${months} mo` : `${Math.round(years * 10) / 10} y`;
}

interface Totals {
  readonly steps: number;
  readonly years: number | null;
  readonly yearsAtLeast: number;
  readonly yearsAssumed: number;
  readonly untimedSteps: number;
}

/** How long a path takes. */
export function pathTime({ steps, years, yearsAtLeast, yearsAssumed, untimedSteps }: Totals): string {
  if (years !== null) return `${yearsAssumed > 0 ? "about " : ""}${time(years)}`;
  if (untimedSteps === steps) return "time not known";
  return `at least ${time(yearsAtLeast)} and ${counted(untimedSteps, "step")} of unknown time`;
}

export interface Band {
  readonly min: number;
  readonly max: number;
  readonly currency: string;
  readonly openEnded: boolean;
}

/** The short form of a pay band per year. */
export function payBand({ min, max, currency, openEnded }: Band): string {
  const range = min === max ? amount(min, currency) : `${amount(min, currency)}–${amount(max, currency)}`;
  return `${range}${openEnded ? "+" : ""}`;
}

export function amount(value: number, currency: string): string {
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    maximumFractionDigits: value >= 1_000 ? 0 : 2,
    notation: value >= 10_000 ? "compact" : "standard",
  }).format(value);
}

/** A place of pay in words: the name of a country, with the code if it is a part of the country. Other places are shown as the source names them. */
export function placeName(place: string): string {
  const [, country, part] = /^([A-Z]{2})(-[A-Z0-9]{1,3})?$/.exec(place) ?? [];
  if (country === undefined) return place;
  const name = new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country;
  return part === undefined ? name : `${name} (${place})`;
}

const KINDS: Readonly<Record<string, string>> = {
  PROMOTION: "promotion",
  LATERAL: "sideways",
  SPECIALIZATION: "specialization",
  TRACK_CHANGE: "track change",
  RELATED: "similar work",
  SAME_WORK: "same work",
};

/** A value of an enum as words: `TRACK_CHANGE` is “track change”. */
export function words(value: string): string {
  return KINDS[value] ?? value.toLowerCase().replaceAll("_", " ");
}
