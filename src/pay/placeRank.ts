/** ISO 3166-1 alpha-2, or the source's name for an area that happens to look like it. */
const COUNTRY = /^[A-Z]{2}$/;
/** ISO 3166-2. */
const SUBDIVISION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** How wide a place of a claim is, the widest first: none named (0), a country (1), a part of one (2), another area (3). */
export function placeRank(place: string | null): number {
  if (place === null) return 0;
  if (COUNTRY.test(place)) return 1;
  return SUBDIVISION.test(place) ? 2 : 3;
}

/** A place as claims write it: codes of ISO 3166 in capitals, names of areas as they are but for blanks around them. */
export function placeAsWritten(place: string): string {
  const [trimmed, code] = [place.trim(), place.trim().toUpperCase()];
  return [1, 2].includes(placeRank(code)) ? code : trimmed;
}
