/** What signs of names are called in a slug, so that "C++" and "C#" keep apart. */
const SIGN_NAMES: Readonly<Record<string, string>> = { "+": " plus ", "#": " sharp ", "&": " and ", "@": " at " };

/** The slug of a name: its letters and digits in lower case, groups of others as single hyphens. Empty if it has none. */
export function slugOfName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[+#&@]/g, (sign) => SIGN_NAMES[sign] ?? sign)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
