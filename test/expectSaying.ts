import { isNativeError } from "node:util/types";
import { expect } from "@jest/globals";

type Matchers<T> = ReturnType<typeof expect<T>>;

/** `expect` with a message that precedes a failure and says which of many cases failed. */
export function expectSaying<T>(actual: T, message: string): Matchers<T> {
  return saying(expect(actual), message);
}

function saying<M extends object>(matchers: M, message: string): M {
  return new Proxy(matchers, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member === "function") {
        return (...expected: unknown[]) => {
          try {
            const result: unknown = Reflect.apply(member, target, expected);
            return result instanceof Promise ? result.catch(fail) : result;
          } catch (error) {
            return fail(error);
          }
        };
      }
      return typeof member === "object" && member !== null ? saying(member, message) : member;
    },
  });

  function fail(error: unknown): never {
    if (isNativeError(error)) error.message = `${message}\n\n${error.message}`;
    throw error;
  }
}
