/** A lower bound on yearly pay. */
export interface MinPay {
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
  /** A place as pay claims write it; null means the place that is chosen for the currency. */
  readonly place: string | null;
}

/** What is wrong with an amount, and what to do; null if nothing is. */
export function amountError(amount: number): string | null {
  return amount >= 0 && amount < Infinity ? null : `\`minPay\` is ${amount}. Give a yearly amount, 0 or more.`;
}
