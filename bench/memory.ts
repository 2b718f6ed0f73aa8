import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Figure, Section } from "./Section.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Memory of a network with as many transitions and skills per role as the largest loads have, each in its own process. */
export async function memory(): Promise<Section> {
  const figures: Figure[] = [];
  const script = new URL("./memoryOfNetwork.js", import.meta.url).pathname;
  for (const roles of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script, String(roles)]);
    const { bytes, relations, seconds } = JSON.parse(stdout) as Record<"bytes" | "relations" | "seconds", number>;
    figures.push({
      what: `${roles.toLocaleString("en")} roles, ${relations.toLocaleString("en")} transitions and requirements`,
      ours: `${Number((bytes / 2 ** 20).toPrecision(3))} MiB, ${Math.round(bytes / relations)} bytes per relation, built in ${Number(seconds.toPrecision(2))} s`,
      rival: "",
      ratio: "",
    });
  }
  return {
    title: "Memory",
    how: "Growth of heap and array buffers, after a garbage collection, by one network with 10 transitions and 20 skills per role, including titles and ids. Each network has its own process. Its rows are generated while it is built.",
    figures,
  };
}
