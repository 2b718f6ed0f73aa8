import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { type JSONRPCMessage, parseJSONRPCMessage, type RequestId, type Transport } from "@modelcontextprotocol/server";
import { callProblem } from "../../mcp/callProblem.js";
import type { HttpLimits } from "../HTTP_LIMITS.js";
import { JsonError, parseJson } from "../parseJson.js";
import { INVALID_PARAMS, INVALID_REQUEST, jsonRpcError, PARSE_ERROR, requestIdOf } from "./jsonRpcError.js";

/** Milliseconds in which requests in progress must be answered after the input has ended. */
const CLOSING = 5_000;

const NEWLINE = 0x0a;

/**
 * JSON-RPC messages, one per line. Unlike the SDK's transport over standard input and output, it still answers requests after the input has
 * ended, answers invalid messages with an error, and applies the limits of an HTTP body to a line: a larger line is refused, and the
 * next one is read.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** Resolves when the transport is closed, by either side. */
  readonly closed: Promise<void>;
  readonly #unanswered = new Set<RequestId>();
  #line: Buffer[] = [];
  #length = 0;
  #drained: Promise<null> | null = null;
  #isEnding = false;
  #isClosed = false;
  #deadline: NodeJS.Timeout | undefined;
  #tellClosed: () => void = () => {};

  constructor(
    private readonly input: Readable,
    private readonly output: Writable,
    private readonly limits: Pick<HttpLimits, "bodyBytes" | "nesting">,
  ) {
    this.closed = new Promise((resolve) => (this.#tellClosed = resolve));
  }

  async start(): Promise<void> {
    // The client no longer reads.
    this.output.on("error", () => void this.close());
    this.input.on("error", () => this.#end());
    this.input.on("end", () => this.#end());
    this.input.on("close", () => this.#end());
    this.input.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#write(message);
    if (!("method" in message) && message.id !== undefined) this.#unanswered.delete(message.id);
    if (this.#isEnding && this.#unanswered.size === 0) await this.close();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#deadline);
    this.input.destroy();
    this.onclose?.();
    this.#tellClosed();
  }

  /** Stops reading, and closes when all requests are answered. */
  #end(): void {
    if (this.#isEnding || this.#isClosed) return;
    this.#isEnding = true;
    // The last line may lack a newline.
    if (this.#length > 0) this.#endLine();
    if (this.#unanswered.size === 0) void this.close();
    else this.#deadline = setTimeout(() => void this.close(), CLOSING);
  }

  #take(chunk: Buffer): void {
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      this.#lengthen(chunk.subarray(begin, end));
      this.#endLine();
      begin = end + 1;
    }
    this.#lengthen(chunk.subarray(begin));
    // Answers that the client does not read fill the memory.
    if (!this.output.writableNeedDrain) return;
    this.input.pause();
    this.output.once("drain", () => this.input.resume());
  }

  #lengthen(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length <= this.limits.bodyBytes) this.#line.push(piece);
    else this.#line = [];
  }

  #endLine(): void {
    const [text, length] = [Buffer.concat(this.#line).toString("utf8").trim(), this.#length];
    this.#line = [];
    this.#length = 0;
    const { bodyBytes } = this.limits;
    if (length > bodyBytes) {
      this.#refuse(INVALID_REQUEST, `The message is larger than the limit of ${bodyBytes} bytes.`);
    } else if (text !== "") this.#read(text);
  }

  #read(text: string): void {
    let given: unknown;
    try {
      given = parseJson(text, this.limits.nesting);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      return this.#refuse(PARSE_ERROR, error.message.replace(/^The body/, "The line"));
    }
    if (Array.isArray(given)) {
      return this.#refuse(INVALID_REQUEST, "Batches are not supported: send each request on a separate line.");
    }
    let message: JSONRPCMessage;
    try {
      message = parseJSONRPCMessage(given);
    } catch {
      return this.#refuse(INVALID_REQUEST, "The line is not a JSON-RPC 2.0 message.", requestIdOf(given));
    }
    const problem = callProblem(message);
    if (problem !== null) return this.#refuse(INVALID_PARAMS, problem, requestIdOf(message));
    if ("method" in message) {
      if ("id" in message) this.#unanswered.add(message.id);
      // A cancelled request gets no answer.
      else if (message.method === "notifications/cancelled")
        this.#unanswered.delete(message.params?.requestId as RequestId);
    }
    this.onmessage?.(message);
  }

  #refuse(code: number, message: string, id: RequestId | null = null): void {
    void this.#write(jsonRpcError(code, message, id));
  }

  async #write(message: object): Promise<void> {
    if (this.#isClosed) return;
    if (this.output.write(`${JSON.stringify(message)}\n`)) return;
    // One promise for all waiting writes, because each would add listeners.
    this.#drained ??= once(this.output, "drain")
      .catch(() => {}) // The error listener closes the transport.
      .then(() => (this.#drained = null));
    await Promise.race([this.#drained, this.closed]);
  }
}
