import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A network fault. */
interface Fault {
  /** Milliseconds by which everything is delayed, in both directions. */
  readonly delay?: number;
  /** Bytes per second from the server to the client. */
  readonly bytesPerSecond?: number;
}

/** A connection through the proxy. */
interface Way {
  readonly client: Socket;
  readonly server: Socket;
  /** Whether data are lost silently: in both directions, or only what the server sends. */
  lost: "NOTHING" | "ANSWERS" | "EVERYTHING";
  /** Bytes of its next answer that still arrive before the connection is reset; null if it is not reset. */
  resetAfter: number | null;
}

/** A TCP proxy on the loopback interface in front of a server that simulates network faults. */
export class FaultyNetwork {
  /** Connections that were ever opened. */
  made = 0;
  #fault: Fault = {};
  #refusing = false;
  readonly #ways = new Set<Way>();
  readonly #proxy: Server;

  private constructor(private readonly target: URL) {
    this.#proxy = createServer((client) => this.#connect(client));
  }

  /** A proxy in front of the server at an address. */
  static async before(uri: string): Promise<FaultyNetwork> {
    const network = new FaultyNetwork(new URL(uri));
    network.#proxy.listen(0, "127.0.0.1");
    await once(network.#proxy, "listening");
    return network;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  /** Open connections. */
  get open(): number {
    return this.#ways.size;
  }

  /** Ends every connection, and refuses others until `mend`. */
  cut(): void {
    this.#refusing = true;
    for (const { client, server } of this.#ways) {
      client.destroy();
      server.destroy();
    }
  }

  /** Delays everything from now on. */
  delay(milliseconds: number): void {
    this.#fault = { delay: milliseconds };
  }

  throttle(bytesPerSecond: number): void {
    this.#fault = { bytesPerSecond };
  }

  /** Loses what is sent over the existing connections, like a firewall that has forgotten them; other connections work. */
  dropSilently(): void {
    for (const way of this.#ways) way.lost = "EVERYTHING";
  }

  /** The same for one of them. */
  dropOneSilently(): void {
    const [way] = this.#ways;
    if (way !== undefined) way.lost = "EVERYTHING";
  }

  /** Loses what the server sends on the existing connections. */
  halfOpen(): void {
    for (const way of this.#ways) way.lost = "ANSWERS";
  }

  /** The same for one of them. */
  halfOpenOne(): void {
    const [way] = this.#ways;
    if (way !== undefined) way.lost = "ANSWERS";
  }

  /** Resets each existing connection in the middle of its next answer. */
  resetInMidAnswer(bytes: number): void {
    for (const way of this.#ways) way.resetAfter = bytes;
  }

  /** The network works again; lost connections stay lost. */
  mend(): void {
    this.#fault = {};
    this.#refusing = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#proxy.close();
    await once(this.#proxy, "close");
  }

  #connect(client: Socket): void {
    this.made++;
    if (this.#refusing) return void client.destroy();
    const server = connect(Number(this.target.port), this.target.hostname);
    const way: Way = { client, server, lost: "NOTHING", resetAfter: null };
    this.#ways.add(way);
    this.#pass(client, server, way, false);
    this.#pass(server, client, way, true);
    for (const [one, other] of [[client, server] as const, [server, client] as const]) {
      one.on("error", () => {}); // Both ends are closed below.
      one.on("close", () => {
        this.#ways.delete(way);
        other.destroy();
      });
    }
  }

  /** Passes data on in order, delayed and slowed as the fault says. */
  #pass(from: Socket, to: Socket, way: Way, isAnswer: boolean): void {
    const passes = (): boolean => (isAnswer ? way.lost === "NOTHING" : way.lost !== "EVERYTHING") && !to.destroyed;
    let free = 0;
    from.on("data", (bytes: Buffer) => {
      if (!passes()) return;
      if (isAnswer && way.resetAfter !== null) {
        to.write(bytes.subarray(0, way.resetAfter), () => to.resetAndDestroy());
        from.destroy();
        return;
      }
      const { delay = 0, bytesPerSecond } = this.#fault;
      const takes = isAnswer && bytesPerSecond !== undefined ? (bytes.length / bytesPerSecond) * 1000 : 0;
      const now = performance.now();
      free = Math.max(free, now) + takes;
      const wait = free - now + delay;
      if (wait < 1) to.write(bytes);
      else setTimeout(() => passes() && to.write(bytes), wait);
    });
  }
}
