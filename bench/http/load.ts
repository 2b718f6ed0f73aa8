import autocannon from "autocannon";

/** What a server answered under load. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which 99 % were answered. */
  readonly p99: number;
}

/**
 * Asks a server one operation as fast as it answers over some connections, from this process.
 * @throws Error where a request failed
 */
export async function load(url: string, body: string, connections: number, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    connections,
    duration: seconds,
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} requests failed at ${url}.`);
  return { perSecond: result["2xx"] / result.duration, p99: result.latency.p99 };
}
