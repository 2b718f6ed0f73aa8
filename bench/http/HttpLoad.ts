import { connect, type Socket } from "node:net";

/** How one request was answered. */
export interface Answered {
  /** HTTP status; 0 if the connection failed. */
  readonly status: number;
  /** Milliseconds from the moment the request was due to the last byte of its answer. */
  readonly milliseconds: number;
}

/** How several requests were answered. */
export interface Answers {
  /** Milliseconds of each request, by HTTP status. */
  readonly byStatus: ReadonlyMap<number, readonly number[]>;
  readonly seconds: number;
}

interface Line {
  readonly socket: Socket;
  heard: string;
  answered: ((status: number) => void) | null;
}

/**
 * Sends requests over plain sockets, one at a time on each socket, and reads only the status and the length of an answer. This client takes
 * far less processor time than the server, so that both fit on two cores. Answers must have a `Content-Length`.
 */
export class HttpLoad {
  readonly #idle: Line[] = [];
  readonly #lines = new Set<Line>();

  /** Requests that wait for a connection, the oldest first. */
  readonly #waiting: ((line: Line) => void)[] = [];

  /** @param connections the most connections that are open at once, as a gateway in front of a service limits them */
  constructor(
    private readonly url: URL,
    private readonly connections: number,
  ) {}

  /** Opens all connections. */
  async connect(): Promise<void> {
    while (this.#lines.size < this.connections) {
      const line = this.#connect();
      await new Promise<void>((resolve) => line.socket.once("connect", resolve));
      this.#idle.push(line);
    }
  }

  /** @param due when the request is due, as `performance.now` tells time */
  post(body: string, due = performance.now()): Promise<Answered> {
    const { pathname, host } = this.url;
    const length = Buffer.byteLength(body);
    return this.#send(
      `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
      due,
    );
  }

  get(path: string): Promise<Answered> {
    return this.#send(`GET ${path} HTTP/1.1\r\nHost: ${this.url.host}\r\n\r\n`, performance.now());
  }

  /** Sends requests from several clients (a closed loop): each sends its next request when the last is answered. */
  async closed(clients: number, seconds: number, next: () => string): Promise<Answers> {
    const byStatus = new Map<number, number[]>();
    const end = performance.now() + seconds * 1000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < end) note(byStatus, await this.post(next()));
      }),
    );
    return { byStatus, seconds };
  }

  /** Sends `rate` requests per second, whether or not earlier ones are answered (an open loop). */
  async open(rate: number, seconds: number, next: () => string): Promise<Answers> {
    const byStatus = new Map<number, number[]>();
    const pending: Promise<void>[] = [];
    const start = performance.now();
    const end = start + seconds * 1000;
    for (let sent = 0; performance.now() < end;) {
      for (; start + (sent / rate) * 1000 < performance.now(); sent++) {
        const due = start + (sent / rate) * 1000;
        pending.push(this.post(next(), due).then((answered) => note(byStatus, answered)));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(pending);
    return { byStatus, seconds };
  }

  close(): void {
    for (const { socket } of this.#lines) socket.destroy();
  }

  async #send(text: string, due: number): Promise<Answered> {
    const line = this.#idle.pop() ?? (await this.#line());
    if (line.socket.destroyed) return this.#send(text, due);
    return new Promise((resolve) => {
      line.answered = (status) => resolve({ status, milliseconds: performance.now() - due });
      line.socket.write(text);
    });
  }

  #line(): Line | Promise<Line> {
    if (this.#lines.size < this.connections) return this.#connect();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #free(line: Line): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(line);
    else next(line);
  }

  #connect(): Line {
    const line: Line = { socket: connect(Number(this.url.port), this.url.hostname), heard: "", answered: null };
    this.#lines.add(line);
    line.socket.setNoDelay(true).setEncoding("latin1");
    line.socket.on("data", (text) => {
      line.heard += String(text);
      const headEnd = line.heard.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(line.heard)?.[1]);
      if (line.heard.length < headEnd + 4 + length) return;
      const status = Number(line.heard.slice(9, 12));
      line.heard = "";
      const { answered } = line;
      line.answered = null;
      // Before Node.js closes a connection that was never used, it sends an answer.
      if (answered === null) return;
      answered(status);
      this.#free(line);
    });
    line.socket.on("error", () => {}); // It closes next.
    line.socket.on("close", () => {
      this.#lines.delete(line);
      const place = this.#idle.indexOf(line);
      if (place >= 0) this.#idle.splice(place, 1);
      line.answered?.(0);
      if (this.#waiting.length > 0) this.#free(this.#connect());
    });
    return line;
  }
}

function note(byStatus: Map<number, number[]>, { status, milliseconds }: Answered): void {
  const times = byStatus.get(status);
  if (times === undefined) byStatus.set(status, [milliseconds]);
  else times.push(milliseconds);
}
