/**
 * Waits for a promise, but not for ever.
 * @param milliseconds the longest wait
 * @param tooLate makes the error to throw if the promise has not settled by then
 */
export async function within<T>(milliseconds: number, promise: PromiseLike<T>, tooLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(tooLate());
    // In a busy process the timer may fire late, when the answer has already arrived but is unread. Let it be read first.
    timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
