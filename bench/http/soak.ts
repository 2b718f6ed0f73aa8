import { readFileSync } from "node:fs";
import { quantile } from "../figures.js";
import type { Section } from "../Section.js";
import { BENCH_SERVER, roleIdsOf, startServer } from "../startServer.js";
import { contractMix } from "./contractMix.js";
import { HttpLoad } from "./HttpLoad.js";

const MINUTES = 10;
const CLIENTS = 16;
const HEAP = 256;
/** Seconds between two samples of the memory. */
const LOOK = 2;

/** Whether memory stays flat while a service with a small heap works at its limit. Half of the operations are new ones. */
export async function soak(): Promise<Section> {
  const server = await startServer(BENCH_SERVER, [], {
    DATASET: "seed",
    NEO4J_URI: "",
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  });
  const load = new HttpLoad(new URL(server.url), CLIENTS);
  try {
    const ids = await roleIdsOf(server.url);
    const known = contractMix();
    let sent = 0;
    const next = (): string => (++sent % 2 === 0 ? known() : unique(sent, ids));
    const resident: number[] = [];
    const look = setInterval(() => resident.push(residentMb(server.pid)), LOOK * 1_000);
    const { byStatus } = await load.closed(CLIENTS, MINUTES * 60, next);
    clearInterval(look);
    const ofMinute = (minute: number): number =>
      quantile(resident.slice(((minute - 1) * 60) / LOOK, (minute * 60) / LOOK), 0.5);
    const [third, last] = [ofMinute(3), ofMinute(MINUTES)];
    const answers = [...byStatus].map(([status, { length }]) => `${length} with ${status}`).join(", ");
    return {
      title: "Soak",
      how: `${CLIENTS} clients ask the service on the seed for ${MINUTES} minutes. Each sends its next operation when the last is answered. The service has a heap of ${HEAP} MB and a response cache of the default size. Half of the operations are the contract's; the others differ from all before. Answers: ${answers}. The figures are medians of resident memory over one minute.`,
      figures: [
        {
          what: `minute ${MINUTES}`,
          ours: `${Math.round(last)} MB`,
          rival: `minute 3: ${Math.round(third)} MB`,
          ratio: `${(last / third).toFixed(2)} times as much`,
        },
        { what: "most", ours: `${Math.round(Math.max(...resident))} MB`, rival: "", ratio: "" },
      ],
    };
  } finally {
    load.close();
    await server.stop();
  }
}

/** An operation that differs from all others, in its text and in what it asks for. */
function unique(number: number, ids: readonly string[]): string {
  const role = ids[number % ids.length];
  const other = ids[(number * 7 + 3) % ids.length];
  const query = `query U${number}($text: String!) { role(ref: "${role}") { title a${number}: summary skills { skill { name } } } search(text: $text) { totalCount } paths(from: "${role}", to: "${other}", limit: ${1 + (number % 5)}) { outcome paths { b${number}: summary } } }`;
  return JSON.stringify({ query, variables: { text: `engineer ${number}` } });
}

function residentMb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1_024;
}
