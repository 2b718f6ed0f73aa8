/** A pay band, as the operations select it. */
export interface Band {
  readonly min: number;
  readonly max: number;
  readonly openEnded: boolean;
  readonly currency: string;
}

/** A pay band, such as "USD 90,000–120,000+". */
export function bandInWords({ min, max, openEnded, currency }: Band): string {
  const figure = (value: number): string => value.toLocaleString("en-US");
  return `${currency} ${min === max ? figure(min) : `${figure(min)}–${figure(max)}`}${openEnded ? "+" : ""}`;
}
