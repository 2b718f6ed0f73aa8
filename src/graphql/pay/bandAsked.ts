import type { BandAsked } from "../../pay/payBandOf.js";
import { placeAsWritten } from "../../pay/placeRank.js";
import { refuse, type OnBad } from "../errors/InputError.js";
import { shown } from "../errors/wording.js";

const CURRENCY = /^[A-Z]{3}$/;

const CURRENCY_NAMES = new Intl.DisplayNames(["en"], { type: "currency", fallback: "none" });

/** The arguments that select a pay band. */
interface BandArguments {
  readonly place?: string | null | undefined;
  readonly currency?: string | null | undefined;
}

/**
 * The pay band that arguments select, with place and currency as claims write them; null means any. An empty place is invalid, and so is
 * a text that is not the code of a currency.
 * @param paths paths of the two arguments
 */
export function bandAsked(
  { place = null, currency = null }: BandArguments,
  bad = refuse,
  paths: Readonly<Record<keyof BandArguments, string>> = { place: "place", currency: "currency" },
): BandAsked {
  if (place?.trim() === "") {
    bad(paths.place, "MALFORMED", "The place is empty. Give a place such as US or US-CA, or omit it.");
  }
  return {
    place: place === null ? null : placeAsWritten(place),
    currency: currency === null ? null : currencyCode(currency, bad, paths.currency),
  };
}

/** The code of a currency; null if the text is not one. */
function currencyCode(text: string, bad: OnBad, argument: string): string | null {
  const code = text.trim().toUpperCase();
  if (!CURRENCY.test(code)) {
    bad(argument, "MALFORMED", `“${shown(text)}” is not an ISO 4217 code. Give three letters, such as USD.`);
    return null;
  }
  if (CURRENCY_NAMES.of(code) === undefined) {
    const message = `No currency has the ISO 4217 code ${code}. Give the code of a currency, such as USD.`;
    bad(argument, "UNKNOWN_NAME", message);
    return null;
  }
  return code;
}
