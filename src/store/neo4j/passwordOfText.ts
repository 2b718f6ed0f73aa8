/** The password that a file contains: its text without the final line break. */
export function passwordOfText(text: string): string {
  return text.replace(/\r?\n$/, "");
}
