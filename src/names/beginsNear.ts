/**
 * Whether some prefix of a text is exactly one edit (see `editDistance`) away from `begun`, and the text does not begin with `begun`
 * itself. After the first difference, each sort of edit leaves only one possible continuation to check. O(length).
 */
export function beginsNear(text: string, begun: string): boolean {
  let at = 0;
  while (at < begun.length && begun.charCodeAt(at) === text.charCodeAt(at)) at++;
  if (at === begun.length) return false;
  const goesOn = (from: number, textFrom: number): boolean => text.startsWith(begun.slice(from), textFrom);
  return (
    // An extra letter, a missing letter, a substituted letter, or two swapped letters.
    goesOn(at + 1, at) ||
    goesOn(at, at + 1) ||
    (at < text.length && goesOn(at + 1, at + 1)) ||
    (begun.charCodeAt(at) === text.charCodeAt(at + 1) &&
      begun.charCodeAt(at + 1) === text.charCodeAt(at) &&
      goesOn(at + 2, at + 2))
  );
}
