import { readFile } from "node:fs/promises";
import { isNativeError } from "node:util/types";
import { failureOf, isBrokenConnection } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError } from "./Neo4jUnavailableError.js";
import { passwordOfText } from "./passwordOfText.js";
import { within } from "./within.js";

/**
 * Milliseconds until a refused password is retried: at first, and at most. Each consecutive refusal doubles the wait. It exceeds the 5 s for
 * which Neo4j locks an account after three refusals, because a login during that time extends the lock for everybody.
 */
const WRONG = [15_000, 120_000] as const;
/** Milliseconds until a login is retried after the account was locked. A lock does not mean that the password is wrong. */
const LOCKED = 6_000;
/** Fewest milliseconds between two reads of the password file after a refusal. */
const FILE_INTERVAL = 500;
/** Milliseconds that the file may take to be read. A file on a network drive may take for ever. */
const FILE_PATIENCE = 1_000;

const REFUSED = ["Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.TokenExpired"];
const RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit";
/** Codes of errors that the server sends only after a successful login. */
const AFTER_LOGIN = /^Neo\.\w+\.(Statement|Transaction|Procedure|Schema)\.|MemoryPoolOutOfMemoryError$/;

/** Work that may need a login. It may call `loggedIn` as soon as the server has accepted the password. */
type Work<T> = (password: string, loggedIn: () => void) => Promise<T>;

/** The login that goes first. */
interface FirstLogin {
  /** Settles when those that wait may go on; rejects if they would meet the same failure. */
  readonly ended: Promise<void>;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The password of a store, and whether it may be used now. Until it is known to be right, one login goes first and the others wait for
 * it. After a refusal there is no login for a while, so that a wrong password does not lock the account. A password file is read again
 * after a refusal, and a changed password is tried at once.
 */
export class Credentials {
  #password: string;
  /** The outcome of the last login. */
  #state: "UNTRIED" | "RIGHT" | "REFUSED" = "UNTRIED";
  #first: FirstLogin | null = null;
  #refusal: unknown = null;
  #refusals = 0;
  /** When a refused password may be retried, and when the file was last read, by `performance.now`. */
  #againAt = -Infinity;
  #readAt = -Infinity;
  #reading: Promise<string> | null = null;

  constructor(private readonly address: Neo4jAddress) {
    this.#password = address.password;
  }

  /**
   * Runs work that may need a login, unless logins are suspended now. Work is run again if its password was refused and has changed.
   * @param work must end by itself
   * @param patience milliseconds to wait for the login that goes first
   * @throws Neo4jUnavailableError if the password was refused and may not be retried yet, or the login that goes first takes too long; also
   *   whatever `work` throws
   */
  async use<T>(work: Work<T>, patience: number): Promise<T> {
    const until = performance.now() + patience;
    for (;;) {
      // Nothing may be awaited between the last of these checks and `#goFirst`, or several would go first.
      while (this.#first !== null) await this.#waitFor(this.#first, until);
      if (this.#state === "REFUSED") {
        await this.#assertMayTry();
        // Another call may have passed the same check and gone first.
        if (this.#first !== null) continue;
      }
      const password = this.#password;
      try {
        return await (this.#state === "RIGHT" ? this.#noting(password, work) : this.#goFirst(password, work));
      } catch (error) {
        if (!isRefusal(error) || password === this.#password) throw error;
      }
    }
  }

  /** Waits for the login that goes first. Throws its error if the password is refused or the server is unreachable. */
  async #waitFor({ ended }: FirstLogin, until: number): Promise<void> {
    await within(until - performance.now(), ended, () => {
      const message = `Neo4j at ${this.address.uri} has not answered the first login with this password in time.`;
      return new Neo4jUnavailableError("TOO_SLOW", message);
    });
  }

  async #goFirst<T>(password: string, work: Work<T>): Promise<T> {
    const first = (this.#first = firstLogin());
    try {
      return await this.#noting(password, work);
    } catch (error) {
      const isPassed = password !== this.#password;
      if (!isPassed && (isRefusal(error) || isBrokenConnection(error))) first.fail(error);
      throw error;
    } finally {
      first.end();
      if (this.#first === first) this.#first = null;
    }
  }

  async #noting<T>(password: string, work: Work<T>): Promise<T> {
    const loggedIn = (): void => this.#noteRight(password);
    try {
      const done = await work(password, loggedIn);
      loggedIn();
      return done;
    } catch (error) {
      if (AFTER_LOGIN.test(codeOf(error))) loggedIn();
      // If several were in progress, the first refusal counts for all.
      const isSuspended = this.#state === "REFUSED" && performance.now() < this.#againAt;
      if (password === this.#password && isRefusal(error) && !isSuspended) {
        this.#refuse(error);
        await this.#readAgain();
      }
      throw error;
    }
  }

  #noteRight(password: string): void {
    if (password !== this.#password) return;
    this.#state = "RIGHT";
    this.#refusals = 0;
    this.#first?.end();
    this.#first = null;
  }

  async #assertMayTry(): Promise<void> {
    const now = performance.now();
    if (now >= this.#againAt) return void (await this.#readAgain());
    if (now - this.#readAt >= FILE_INTERVAL && (await this.#readAgain())) return;
    throw this.#refusal;
  }

  #refuse(error: unknown): void {
    const [least, most] = WRONG;
    const wait = codeOf(error) === RATE_LIMIT ? LOCKED : Math.min(least * 2 ** this.#refusals++, most);
    this.#state = "REFUSED";
    // Jitter keeps instances that were refused together from retrying together.
    this.#againAt = performance.now() + wait * (1 + Math.random() / 2);
    this.#refusal = failureOf(error, this.address);
  }

  /** Reads the password file, if there is one. @returns whether the password is another than before */
  async #readAgain(): Promise<boolean> {
    const { passwordFile } = this.address;
    const former = this.#password;
    this.#readAt = performance.now();
    if (passwordFile === undefined) return false;
    // One read at a time: a read that hangs occupies one of the few threads of libuv.
    this.#reading ??= readFile(passwordFile, "utf8").finally(() => (this.#reading = null));
    const reading = within(FILE_PATIENCE, this.#reading, () => new Error("too late"));
    const read = await reading.then(passwordOfText, () => former);
    // Another call may have read it meanwhile.
    if (this.#password !== former) return true;
    // A file is empty while it is being written.
    if (read === "" || read === former) return false;
    this.#password = read;
    this.#state = "UNTRIED";
    this.#refusals = 0;
    return true;
  }
}

function firstLogin(): FirstLogin {
  let end = (): void => {};
  let fail = (_: unknown): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  ended.catch(() => {}); // Perhaps nobody waits.
  return { ended, end, fail };
}

function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code === RATE_LIMIT || REFUSED.includes(code);
}

/** The code of a driver's error, or of the driver's error that caused one of ours; empty if there is none. */
function codeOf(error: unknown): string {
  if (!isNativeError(error)) return "";
  const told = error instanceof Neo4jUnavailableError ? error.cause : error;
  return isNativeError(told) && "code" in told && typeof told.code === "string" ? told.code : "";
}
