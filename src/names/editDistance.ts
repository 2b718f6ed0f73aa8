/**
 * The number of single-letter insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
 * (optimal string alignment, the restricted Damerau–Levenshtein distance of Boytsov 2011), or `limit + 1` where it is more
 * than `limit`. Letters are UTF-16 code units.
 *
 * Only the band of cells within `limit` of the diagonal is filled, and the search ends at the first two rows beyond the limit:
 * O(limit · length) at worst, a few cells for most pairs.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  while (leftEnd > start && rightEnd > start && left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)) {
    leftEnd--;
    rightEnd--;
  }
  const rows = leftEnd - start;
  const columns = rightEnd - start;
  if (rows === 0 || columns === 0) return rows + columns;

  const beyond = limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: columns + 1 }, (_, column) => Math.min(column, beyond));
  for (let row = 1; row <= rows; row++) {
    const current = new Array<number>(columns + 1).fill(beyond);
    current[0] = Math.min(row, beyond);
    const first = Math.max(1, row - limit);
    const last = Math.min(columns, row + limit);
    let least = first === 1 ? current[0] : beyond;
    const letter = left.charCodeAt(start + row - 1);
    for (let column = first; column <= last; column++) {
      const other = right.charCodeAt(start + column - 1);
      let cost = Math.min(
        at(previous, column - 1) + (letter === other ? 0 : 1),
        at(previous, column) + 1,
        at(current, column - 1) + 1,
      );
      if (
        row > 1 &&
        column > 1 &&
        letter === right.charCodeAt(start + column - 2) &&
        other === left.charCodeAt(start + row - 2)
      ) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      }
      current[column] = Math.min(cost, beyond);
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows, so one row beyond the limit ends nothing yet.
    if (least > limit && Math.min(...previous) > limit) return beyond;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, columns);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}
