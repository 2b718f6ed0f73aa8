/** Words for signs, so that "C++" and "C#" get different slugs. */
const SIGN_NAMES: Readonly<Record<string, string>> = { "+": " plus ", "#": " sharp ", "&": " and ", "@": " at " };

/** The slug of a name: its letters and digits in lower case, with single hyphens in place of everything else. May be empty. */
export function slugOfName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[+#&@]/g, (sign) => SIGN_NAMES[sign] ?? sign)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
