import { setTimeout as sleep } from "node:timers/promises";

/** Repeats a check until it holds. After the limit, throws its last failure. All times in milliseconds. */
export async function eventually(
  check: () => unknown,
  { timeout, interval = 50 }: { readonly timeout: number; readonly interval?: number },
): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await sleep(interval);
  }
}
