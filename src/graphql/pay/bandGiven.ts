import type { BandAsked } from "../../pay/payBandOf.js";
import { BadUserInputError } from "../errors/InputError.js";
import type { References } from "../references/References.js";
import { bandAsked } from "./bandAsked.js";

/** The pay band that a filter or a constraint refers to. */
interface BandWanted {
  readonly currency?: string | null | undefined;
  readonly place?: string | null | undefined;
}

/**
 * The currency and the place of pay in a filter or a constraint, as claims write them; null means any. Notes invalid ones.
 * @param paths paths of the two arguments
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
      if (!(error instanceof BadUserInputError)) throw error;
      references.bad(paths[argument], error.reason, error.message);
      return null;
    }
  };
  return { currency: checked("currency", currency), place: checked("place", place) };
}

/** The minimum yearly pay, with its currency and place. */
export interface PayReached extends BandAsked {
  readonly amount: number;
  readonly currency: string;
}

/**
 * The minimum pay of a filter or a constraint; null if no amount is given. Notes an invalid amount, and one without a currency.
 * @param band the result of `bandGiven`
 */
export function payReached(
  references: References,
  where: { readonly minPay?: number | null | undefined; readonly currency?: string | null | undefined } | null,
  band: BandAsked,
): PayReached | null {
  const amount = where?.minPay ?? null;
  if (amount === null) return null;
  if (!(amount >= 0 && amount < Infinity)) {
    references.bad("where.minPay", "OUT_OF_RANGE", `\`minPay\` is ${amount}. Give a yearly amount, 0 or more.`);
  }
  if ((where?.currency ?? null) === null) {
    const message = "`minPay` needs a currency. Give `currency` too, such as USD.";
    references.bad("where.currency", "MISSING", message);
  }
  return band.currency === null ? null : { amount, place: band.place, currency: band.currency };
}
