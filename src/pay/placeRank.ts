/** An ISO 3166-1 alpha-2 code, or an area name that happens to look like one. */
const COUNTRY = /^[A-Z]{2}$/;
/** An ISO 3166-2 code. */
const SUBDIVISION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** How wide the place of a claim is: 0 for no place, 1 for a country, 2 for a subdivision, 3 for another area. */
export function placeRank(place: string | null): number {
  if (place === null) return 0;
  if (COUNTRY.test(place)) return 1;
  return SUBDIVISION.test(place) ? 2 : 3;
}

/** Writes a place as claims do: ISO 3166 codes in capitals, other names unchanged except for surrounding blanks. */
export function placeAsWritten(place: string): string {
  const [trimmed, code] = [place.trim(), place.trim().toUpperCase()];
  return [1, 2].includes(placeRank(code)) ? code : trimmed;
}
