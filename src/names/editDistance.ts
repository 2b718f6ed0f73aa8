/**
 * The number of insertions, deletions, substitutions and swaps of adjacent letters that turn one text into the other (optimal string
 * alignment, the restricted Damerau–Levenshtein distance of Boytsov 2011), or `limit + 1` if it is greater than `limit`. Letters are UTF-16
 * code units.
 *
 * Computes only the cells within `limit` of the diagonal, and stops after two consecutive rows beyond the limit. O(limit · length) in the
 * worst case, a few cells for most pairs.
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
  if (limit <= 1) {
    // The remaining parts differ at both ends, so a single edit can only be a substitution or a swap.
    const substituted = rows === 1 && columns === 1;
    const swapped =
      rows === 2 &&
      columns === 2 &&
      left.charCodeAt(start) === right.charCodeAt(start + 1) &&
      left.charCodeAt(start + 1) === right.charCodeAt(start);
    return substituted || swapped ? 1 : limit + 1;
  }

  const beyond = limit + 1;
  let [beforePrevious, previous, current] = columns < ROWS[0].length ? ROWS : rowsOf(columns + 1);
  for (let column = 0; column <= columns; column++) previous[column] = Math.min(column, beyond);
  let leastBefore = 0;
  for (let row = 1; row <= rows; row++) {
    const first = Math.max(1, row - limit);
    const last = Math.min(columns, row + limit);
    const letter = left.charCodeAt(start + row - 1);
    // Rows are reused, so the cells just outside the band must be set to beyond the limit.
    current[first - 1] = first === 1 ? Math.min(row, beyond) : beyond;
    let least = at(current, first - 1);
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
    if (last < columns) current[last + 1] = beyond;
    // A swap refers to the row before the previous one, so a single row beyond the limit is not enough to stop.
    if (least > limit && leastBefore > limit) return beyond;
    leastBefore = least;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return at(previous, columns);
}

/** Rows for texts of usual length, reused between calls because allocating them took longer than filling them. */
const ROWS = rowsOf(128);

function rowsOf(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

function at(row: Uint16Array, column: number): number {
  return row[column] as number;
}
