import { amountError, type MinPay } from "../../paths/query/MinPay.js";
import type { BandAsked } from "../../pay/payBandOf.js";
import type { OnBad } from "../errors/InputError.js";
import { bandAsked } from "./bandAsked.js";

/** The pay that a filter of roles or constraints on paths ask for. */
interface PayAsked {
  readonly band: BandAsked;
  /** Null if no minimum is given, or only an invalid one. */
  readonly minPay: MinPay | null;
}

interface PayArguments {
  readonly minPay?: number | null | undefined;
  readonly currency?: string | null | undefined;
  readonly place?: string | null | undefined;
}

/**
 * The pay that the fields of an argument `where` ask for. A minimum without a currency is invalid.
 * @param nameOfPlace the name of the field with the place
 * @param mayLackMinimum whether a currency or a place has a meaning without a minimum
 */
export function payAsked(
  { minPay: amount = null, currency = null, place = null }: PayArguments,
  bad: OnBad,
  { nameOfPlace, mayLackMinimum }: { readonly nameOfPlace: string; readonly mayLackMinimum: boolean },
): PayAsked {
  const band = bandAsked({ currency, place }, bad, { currency: "where.currency", place: `where.${nameOfPlace}` });
  if (amount === null) {
    const lacking = [...(currency === null ? [] : ["`currency`"]), ...(place === null ? [] : [`\`${nameOfPlace}\``])];
    if (lacking.length > 0 && !mayLackMinimum) {
      const [names, need] = [lacking.join(" and "), lacking.length === 1 ? "needs" : "need"];
      bad("where.minPay", "MISSING", `${names} ${need} \`minPay\`. Give \`minPay\`, or omit ${names}.`);
    }
    return { band, minPay: null };
  }
  const wrong = amountError(amount);
  if (wrong !== null) bad("where.minPay", "OUT_OF_RANGE", wrong);
  if (currency === null)
    bad("where.currency", "MISSING", "`minPay` needs a currency. Give `currency` too, such as USD.");
  const isInvalid = wrong !== null || band.currency === null;
  return { band, minPay: isInvalid ? null : { amount, place: band.place, currency: band.currency } };
}
