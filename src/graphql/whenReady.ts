/**
 * Applies a function to a value or to the result of a promise. A value stays synchronous, because graphql-js completes it several times faster
 * than a promise.
 */
export function whenReady<T, R>(value: T | Promise<T>, use: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
