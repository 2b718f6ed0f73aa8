/**
 * Whether a text begins with what is exactly one edit away from another (`editDistance`), and not with that itself. Past the first
 * letter that differs, one edit leaves a single way to go on for each sort of edit. O(length).
 */
export function beginsNear(text: string, begun: string): boolean {
  let at = 0;
  while (at < begun.length && begun.charCodeAt(at) === text.charCodeAt(at)) at++;
  if (at === begun.length) return false;
  const goesOn = (from: number, textFrom: number): boolean => text.startsWith(begun.slice(from), textFrom);
  return (
    // A letter too many, one too few, another one in its place, or two swapped.
    goesOn(at + 1, at) ||
    goesOn(at, at + 1) ||
    (at < text.length && goesOn(at + 1, at + 1)) ||
    (begun.charCodeAt(at) === text.charCodeAt(at + 1) &&
      begun.charCodeAt(at + 1) === text.charCodeAt(at) &&
      goesOn(at + 2, at + 2))
  );
}
