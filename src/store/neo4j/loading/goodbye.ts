/** Milliseconds that closing a session or a driver may take. */
const PATIENCE = 5_000;

/** Waits for a session or a driver to close, not long and without an error: a frozen server answers no goodbye, and nothing hangs on it. */
export async function goodbye(closing: Promise<void>): Promise<void> {
  let impatience: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (impatience = setTimeout(resolve, PATIENCE)));
  await Promise.race([closing.catch(() => {}), late]);
  clearTimeout(impatience);
}
