/** Milliseconds that closing a session or a driver may take. */
const PATIENCE = 5_000;

/** Waits briefly for a session or a driver to close, and ignores errors. A frozen server does not answer GOODBYE, and nothing depends on it. */
export async function goodbye(closing: Promise<void>): Promise<void> {
  let impatience: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (impatience = setTimeout(resolve, PATIENCE)));
  await Promise.race([closing.catch(() => {}), late]);
  clearTimeout(impatience);
}
