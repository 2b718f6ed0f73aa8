import type { BandAsked } from "../../pay/payBandOf.js";
import { InputError } from "../errors/InputError.js";
import type { References } from "../references/References.js";
import { bandAsked } from "./bandAsked.js";

/** What a filter or a constraint says of the band that it looks at. */
interface BandWanted {
  readonly currency?: string | null | undefined;
  readonly place?: string | null | undefined;
}

const ADVICE = {
  currency: "This is not an ISO 4217 code. Give three letters, such as USD.",
  place: "This place is empty. Give a place such as US or US-CA, or omit it.",
};

/**
 * The currency and the place by which a filter or a constraint looks at pay, as claims write them; null leaves open.
 * Notes what can name none.
 * @param paths where the two stand among the arguments
 */
export function bandGiven(
  references: References,
  { currency = null, place = null }: BandWanted,
  paths: Readonly<Record<keyof BandWanted, string>>,
): BandAsked {
  const checked = (argument: keyof BandWanted, value: string | null): string | null => {
    try {
      return bandAsked({ [argument]: value })[argument];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      references.bad(paths[argument], "OUT_OF_RANGE", ADVICE[argument]);
      return null;
    }
  };
  return { currency: checked("currency", currency), place: checked("place", place) };
}

/** A yearly amount that pay is to reach, with its currency and place. */
export interface PayReached extends BandAsked {
  readonly amount: number;
  readonly currency: string;
}

/**
 * What pay is to reach at least; null if no amount is given. Notes an amount that makes no sense, or has no currency.
 * @param band as `bandGiven` gives it
 */
export function payReached(
  references: References,
  where: { readonly minPay?: number | null | undefined; readonly currency?: string | null | undefined } | null,
  band: BandAsked,
): PayReached | null {
  const amount = where?.minPay ?? null;
  if (amount === null) return null;
  if (!(amount >= 0 && amount < Infinity)) {
    references.bad("where.minPay", "OUT_OF_RANGE", `${amount} is out of range. Give a yearly amount, 0 or more.`);
  }
  if ((where?.currency ?? null) === null) {
    const message = "`minPay` needs a currency. Give `currency` too, such as USD.";
    references.bad("where.currency", "CONTRADICTION", message);
  }
  return band.currency === null ? null : { amount, place: band.place, currency: band.currency };
}
