/** A figure with thousands grouped by commas, the same on every machine. */
export function grouped(figure: number): string {
  const [whole = "", fraction] = String(figure).split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
