import type { BandAsked } from "../../pay/payBandOf.js";
import { placeAsWritten } from "../../pay/placeRank.js";
import { BadUserInputError } from "../errors/InputError.js";

const CURRENCY = /^[A-Z]{3}$/;

/** The band that arguments ask for, as the claims write place and currency. @throws BadUserInputError where one can name none */
export function bandAsked({
  place,
  currency,
}: {
  readonly place?: string | null;
  readonly currency?: string | null;
}): BandAsked {
  const asked = { place: place ?? null, currency: currency?.trim().toUpperCase() ?? null };
  if (asked.place?.trim() === "")
    throw new BadUserInputError(
      "place",
      "OUT_OF_RANGE",
      "`place` is empty. Give a place such as US or US-CA, or omit it.",
    );
  if (asked.currency !== null && !CURRENCY.test(asked.currency))
    throw new BadUserInputError(
      "currency",
      "OUT_OF_RANGE",
      "`currency` is not an ISO 4217 code. Give three letters, such as USD.",
    );
  return { ...asked, place: asked.place === null ? null : placeAsWritten(asked.place) };
}
