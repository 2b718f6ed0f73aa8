import { readFile } from "node:fs/promises";
import { isNativeError } from "node:util/types";
import { failureOf } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError } from "./Neo4jUnavailableError.js";

/**
 * Milliseconds until a refused password is tried again: longer than the 5 s for which Neo4j locks an account after three refusals, for
 * each login in that time would go on for everybody. Each refusal in a row doubles it, up to the second figure.
 */
const WRONG = [15_000, 120_000] as const;
/** The same where the account is locked, which says nothing about the password. */
const LOCKED = 6_000;
/** Milliseconds between two looks at the file of a refused password. */
const LOOK = 500;

const REFUSED = ["Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.TokenExpired"];
const RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit";

/**
 * The password of a store, and whether it may be tried. Until it is known to be right one login goes first and the others wait for it;
 * once it is refused there is none for a time, so that a wrong password locks nobody out. One that stands in a file is read again when
 * it is refused, and tried at once where it has changed.
 */
export class Credentials {
  #password: string;
  /** How the password fared when it was used last; a login is under way where it is a promise. */
  #state: "UNTRIED" | "RIGHT" | "REFUSED" = "UNTRIED";
  #trying: Promise<unknown> | null = null;
  #refusal: unknown = null;
  #refusals = 0;
  #againAt = 0;
  #lookedAt = 0;

  constructor(private readonly address: Neo4jAddress) {
    this.#password = address.password;
  }

  get password(): string {
    return this.#password;
  }

  /**
   * Does what may need a login, unless there is to be none now.
   * @param work to be done with the password
   * @throws Neo4jUnavailableError where the password was refused before, and what `work` throws
   */
  async use<T>(work: (password: string) => Promise<T>): Promise<T> {
    // Whoever waits for a first login fails with it: what it met they would meet too, one after the other.
    while (this.#trying !== null) {
      await this.#trying;
    }
    if (this.#state === "REFUSED") await this.#assertMayTry();
    const password = this.#password;
    if (this.#state === "RIGHT") return this.#noting(password, work);
    const trying = this.#noting(password, work);
    this.#trying = trying;
    try {
      return await trying;
    } finally {
      this.#trying = null;
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
      // Where several were under way, the first tells of them all.
      if (this.#state === "REFUSED" && Date.now() < this.#againAt) throw error;
      this.#refuse(error);
      if (!(await this.#readAgain())) throw error;
      return await this.use(work);
    }
  }

  async #assertMayTry(): Promise<void> {
    if (Date.now() >= this.#againAt) return void (await this.#readAgain());
    if (Date.now() - this.#lookedAt >= LOOK && (await this.#readAgain())) return;
    throw this.#refusal;
  }

  #refuse(error: unknown): void {
    const [least, most] = WRONG;
    const wait = codeOf(error) === RATE_LIMIT ? LOCKED : Math.min(least * 2 ** this.#refusals++, most);
    this.#state = "REFUSED";
    // Replicas that were refused together must not come back together.
    this.#againAt = Date.now() + wait * (1 + Math.random() / 2);
    this.#refusal = failureOf(error, this.address);
  }

  /** Reads the file of the password, if it stands in one. @returns whether it has changed */
  async #readAgain(): Promise<boolean> {
    const { passwordFile } = this.address;
    this.#lookedAt = Date.now();
    if (passwordFile === undefined) return false;
    const read = await readPasswordFile(passwordFile).catch(() => this.#password);
    if (read === this.#password) return false;
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

/** The password in a file, without the end of its line. */
export async function readPasswordFile(file: string): Promise<string> {
  return (await readFile(file, "utf8")).replace(/\r?\n$/, "");
}

/** The code of an error of the driver, also behind one of ours. */
function codeOf(error: unknown): string {
  if (!isNativeError(error)) return "";
  const told = error instanceof Neo4jUnavailableError ? error.cause : error;
  return isNativeError(told) && "code" in told && typeof told.code === "string" ? told.code : "";
}
