/**
 * SOC codes whose wages OEWS publishes under its own code, which is not a SOC code. The codes are paired by title, because the file has no
 * column for it.
 */
const OEWS_CODES: Readonly<Record<string, string>> = {
  "21-1011": "21-1018",
  "21-1014": "21-1018",
  "25-2055": "25-2052",
  "25-2056": "25-2052",
  "25-9042": "25-9045",
  "25-9043": "25-9045",
  "25-9049": "25-9045",
  "51-2022": "51-2028",
  "51-2023": "51-2028",
  "53-1042": "53-1047",
  "53-1043": "53-1047",
  "53-1044": "53-1047",
  "53-1049": "53-1047",
};

/** How the OEWS class of an occupation was found. */
export type WageJoin = "DIRECT" | "BROAD" | "BY_TITLE";

/**
 * The code under which OEWS publishes the wages of an O*NET occupation: its SOC code; else the code of the broader class, which ends in 0,
 * if OEWS publishes that instead of its members; else the code paired by title. Null if there is none.
 * @param detailed the codes of the detailed rows
 */
export function wageClassOf(
  onetCode: string,
  detailed: { has(code: string): boolean },
): { readonly code: string; readonly join: WageJoin } | null {
  const soc = onetCode.slice(0, "00-0000".length);
  if (detailed.has(soc)) return { code: soc, join: "DIRECT" };
  const broad = `${soc.slice(0, -1)}0`;
  if (detailed.has(broad)) return { code: broad, join: "BROAD" };
  const paired = OEWS_CODES[soc];
  return paired !== undefined && detailed.has(paired) ? { code: paired, join: "BY_TITLE" } : null;
}
