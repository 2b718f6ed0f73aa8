import { readFile } from "node:fs/promises";
import { isNativeError } from "node:util/types";
import { failureOf } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError } from "./Neo4jUnavailableError.js";
import { within } from "./within.js";

/**
 * Milliseconds until a refused password is retried: at first, and at most. Each consecutive refusal doubles the wait. It exceeds the 5 s for
 * which Neo4j locks an account after three refusals, because a login during that time extends the lock for everybody.
 */
const WRONG = [15_000, 120_000] as const;
/** The same if the account is locked, which says nothing about the password. */
const LOCKED = 6_000;
/** Fewest milliseconds between two reads of the password file after a refusal. */
const FILE_INTERVAL = 500;
/** Milliseconds that the file may take to be read. A file on a network drive may take for ever. */
const FILE_PATIENCE = 1_000;

const REFUSED = ["Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.TokenExpired"];
const RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit";

/**
 * The password of a store, and whether it may be used now. Until it is known to be right, one login goes first and the others wait for
 * it. After a refusal there is no login for a while, so that a wrong password does not lock the account. A password file is read again
 * after a refusal, and a changed password is tried at once.
 */
export class Credentials {
  #password: string;
  /** The outcome of the last login. */
  #state: "UNTRIED" | "RIGHT" | "REFUSED" = "UNTRIED";
  #trying: Promise<unknown> | null = null;
  #refusal: unknown = null;
  #refusals = 0;
  #againAt = 0;
  #readAt = 0;

  constructor(private readonly address: Neo4jAddress) {
    this.#password = address.password;
  }

  /**
   * Runs work that may need a login, unless logins are suspended now.
   * @param work called with the password; it must end by itself
   * @param patience milliseconds to wait for the login that goes first
   * @throws Neo4jUnavailableError if the password was refused and may not be retried yet, or the login that goes first takes too long; also
   *   whatever `work` throws
   */
  async use<T>(work: (password: string) => Promise<T>, patience: number): Promise<T> {
    const until = performance.now() + patience;
    // Nothing may be awaited between this check and `#goFirst`, or several would go first.
    while (this.#trying !== null) await this.#waitFor(this.#trying, until);
    if (this.#state === "REFUSED") {
      await this.#assertMayTry();
      // Another call may have passed the same check and gone first.
      while (this.#trying !== null) await this.#waitFor(this.#trying, until);
    }
    return this.#state === "RIGHT" ? this.#noting(this.#password, work) : this.#goFirst(work);
  }

  /** Waits for the login that goes first. If it fails, those that wait fail too: each of them would meet the same failure. */
  async #waitFor(trying: Promise<unknown>, until: number): Promise<void> {
    await within(until - performance.now(), trying, () => {
      const message = `Neo4j at ${this.address.uri} has not answered the first login with this password in time.`;
      return new Neo4jUnavailableError("TOO_SLOW", message);
    });
  }

  async #goFirst<T>(work: (password: string) => Promise<T>): Promise<T> {
    const trying = this.#noting(this.#password, work);
    this.#trying = trying;
    try {
      return await trying;
    } finally {
      if (this.#trying === trying) this.#trying = null;
    }
  }

  async #noting<T>(password: string, work: (password: string) => Promise<T>): Promise<T> {
    try {
      const done = await work(password);
      if (password === this.#password) {
        this.#state = "RIGHT";
        this.#refusals = 0;
      }
      return done;
    } catch (error) {
      if (password !== this.#password || !this.#isRefusal(error)) throw error;
      // If several were in progress, the first refusal counts for all.
      if (this.#state === "REFUSED" && Date.now() < this.#againAt) throw error;
      this.#refuse(error);
      if (!(await this.#readAgain())) throw error;
      // Not `use`, which would wait for the login that goes first: that may be this one.
      return await this.#goFirst(work);
    }
  }

  async #assertMayTry(): Promise<void> {
    if (Date.now() >= this.#againAt) return void (await this.#readAgain());
    if (Date.now() - this.#readAt >= FILE_INTERVAL && (await this.#readAgain())) return;
    throw this.#refusal;
  }

  #refuse(error: unknown): void {
    const [least, most] = WRONG;
    const wait = codeOf(error) === RATE_LIMIT ? LOCKED : Math.min(least * 2 ** this.#refusals++, most);
    this.#state = "REFUSED";
    // Jitter keeps instances that were refused together from retrying together.
    this.#againAt = Date.now() + wait * (1 + Math.random() / 2);
    this.#refusal = failureOf(error, this.address);
  }

  /** Reads the password file, if there is one. @returns whether the password has changed */
  async #readAgain(): Promise<boolean> {
    const { passwordFile } = this.address;
    this.#readAt = Date.now();
    if (passwordFile === undefined) return false;
    const reading = within(FILE_PATIENCE, readPasswordFile(passwordFile), () => new Error("The file is not read."));
    const read = await reading.catch(() => this.#password);
    // A file is empty while it is being written.
    if (read === "" || read === this.#password) return false;
    this.#password = read;
    this.#state = "UNTRIED";
    this.#refusals = 0;
    return true;
  }

  #isRefusal(error: unknown): boolean {
    const code = codeOf(error);
    return code === RATE_LIMIT || REFUSED.includes(code);
  }
}

/** The password in a file, without the final line break. */
async function readPasswordFile(file: string): Promise<string> {
  return (await readFile(file, "utf8")).replace(/\r?\n$/, "");
}

/** The code of a driver's error, or of the driver's error that caused one of ours; empty if there is none. */
function codeOf(error: unknown): string {
  if (!isNativeError(error)) return "";
  const told = error instanceof Neo4jUnavailableError ? error.cause : error;
  return isNativeError(told) && "code" in told && typeof told.code === "string" ? told.code : "";
}
