/** A column of twice the length that begins with the values of another. */
export function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const space = new Int32Array(column.length * 2);
  space.set(column);
  return space;
}
