import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { type JSONRPCMessage, parseJSONRPCMessage, type RequestId, type Transport } from "@modelcontextprotocol/server";
import { callProblem } from "../../mcp/callProblem.js";
import type { HttpLimits } from "../HTTP_LIMITS.js";
import { JsonError, parseJson } from "../parseJson.js";
import { INVALID_PARAMS, INVALID_REQUEST, jsonRpcError, PARSE_ERROR, requestIdOf } from "./jsonRpcError.js";

/** Milliseconds that requests in flight have to be answered once the input has ended. */
const CLOSING = 5_000;

const NEWLINE = 0x0a;

/**
 * Messages of JSON-RPC, one a line. Unlike the SDK's own transport over standard input and output it answers what was asked before its
 * input ended, tells whoever sent what is no message, and takes lines within the limits of a body over HTTP: one that is larger
 * is refused, and the next is read.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** Settled when the transport is closed, whoever closed it. */
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
    // Whoever reads no more gets no more.
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

  /** Reads no more, and closes when all that was asked is answered. */
  #end(): void {
    if (this.#isEnding || this.#isClosed) return;
    this.#isEnding = true;
    // What ends the input need not end its last line.
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
    // Answers that are not read fill memory.
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
      // What is cancelled is not answered.
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
    // One for all that wait: each would add listeners.
    this.#drained ??= once(this.output, "drain")
      .catch(() => {}) // The stream's own listener closes.
      .then(() => (this.#drained = null));
    await Promise.race([this.#drained, this.closed]);
  }
}
