/** Groups rows lazily into lists of a size; the last list may be shorter. */
export function* batches<T>(rows: Iterable<T>, size: number): Iterable<readonly T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
