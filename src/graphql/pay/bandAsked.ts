import type { BandAsked } from "../../pay/payBandOf.js";
import { placeAsWritten } from "../../pay/placeRank.js";
import { BadUserInputError } from "../errors/InputError.js";
import { shown } from "../errors/wording.js";

const CURRENCY = /^[A-Z]{3}$/;

const CURRENCY_NAMES = new Intl.DisplayNames(["en"], { type: "currency", fallback: "none" });

/**
 * The pay band that arguments select, with place and currency as claims write them.
 * @throws BadUserInputError for an empty place, and for a text that is not the code of a currency
 */
export function bandAsked({
  place,
  currency,
}: {
  readonly place?: string | null;
  readonly currency?: string | null;
}): BandAsked {
  if (place?.trim() === "") {
    throw new BadUserInputError(
      "place",
      "MALFORMED",
      "The place is empty. Give a place such as US or US-CA, or omit it.",
    );
  }
  return {
    place: place === undefined || place === null ? null : placeAsWritten(place),
    currency: currency === undefined || currency === null ? null : currencyCode(currency),
  };
}

function currencyCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (!CURRENCY.test(code)) {
    throw new BadUserInputError(
      "currency",
      "MALFORMED",
      `“${shown(text)}” is not an ISO 4217 code. Give three letters, such as USD.`,
    );
  }
  if (CURRENCY_NAMES.of(code) === undefined) {
    throw new BadUserInputError(
      "currency",
      "UNKNOWN_NAME",
      `No currency has the ISO 4217 code ${code}. Give the code of a currency, such as USD.`,
    );
  }
  return code;
}
