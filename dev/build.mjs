import process from "node:process";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Compiles `src/` to `dist/` and builds the page of `web/` to `dist/page/`. Skips what is up to date, because every npm script builds first
// and even an incremental run of `tsc` takes seconds.

const SERVICE = {
  stamp: "dist/.built",
  inputs: ["package-lock.json", "tsconfig.json", "tsconfig.build.json", ...filesUnder("src")],
  command: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
};
const PAGE = {
  stamp: "dist/.page-built",
  inputs: ["package-lock.json", ...filesUnder("web").filter((file) => !file.endsWith(".d.ts"))],
  command: ["web/build.mjs"],
};

const statuses = await Promise.all([SERVICE, PAGE].map(make));
process.exitCode = statuses.find((status) => status !== 0) ?? 0;

/** Runs a command if its inputs have changed, and returns its exit code; 0 if they have not. */
async function make({ stamp, inputs, command }) {
  const state = stateOf(inputs);
  if (state === stateIn(stamp)) return 0;
  const [status] = await once(spawn(process.execPath, command, { stdio: "inherit" }), "close");
  if (status !== 0) return status ?? 1;
  mkdirSync("dist", { recursive: true });
  writeFileSync(stamp, state);
  return 0;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of the name, size and modification time of each file. */
function stateOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** The state of the inputs at the last build; null if there is no build. */
function stateIn(stamp) {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return null;
  }
}
