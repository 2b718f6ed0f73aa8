import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Figure, Section } from "./Section.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** What a network takes, with as many transitions and skills as the largest loads; each in a process of its own. */
export async function memory(): Promise<Section> {
  const figures: Figure[] = [];
  const script = new URL("./memoryOfNetwork.js", import.meta.url).pathname;
  for (const roles of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script, String(roles)]);
    const { bytes, relations, seconds } = JSON.parse(stdout) as Record<"bytes" | "relations" | "seconds", number>;
    figures.push({
      what: `${roles.toLocaleString("en")} roles, ${relations.toLocaleString("en")} transitions and requirements`,
      ours: `${Number((bytes / 2 ** 20).toPrecision(3))} MiB, ${Math.round(bytes / relations)} bytes a relation, built in ${Number(seconds.toPrecision(2))} s`,
      rival: "",
      ratio: "",
    });
  }
  return {
    title: "Memory",
    how: "Growth of heap and array buffers after garbage collection by one network with 10 transitions and 20 skills a role, titles and ids included, in a process of its own. Rows are drawn as it is built.",
    figures,
  };
}
