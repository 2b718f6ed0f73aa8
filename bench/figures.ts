/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Milliseconds that some work takes. */
export async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds to three significant digits. */
export function told(milliseconds: number): string {
  return `${Number(milliseconds.toPrecision(3))} ms`;
}

/** How many times as fast ours is as a rival, from the milliseconds of both. */
export function fasterBy(ours: number, theirs: number): string {
  return `${Number((theirs / ours).toPrecision(2))} times as fast`;
}

/** Requests per second. */
export function perSecond(rate: number): string {
  return `${Math.round(rate)} requests/s`;
}
