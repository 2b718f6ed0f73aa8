import process from "node:process";
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Compiles `src/` to `dist/`, unless nothing that the compiler reads has changed since it last succeeded: every npm script
// builds first, and even an incremental run of `tsc` takes seconds.

const STAMP = "dist/.built";
const INPUTS = ["package-lock.json", "tsconfig.json", "tsconfig.build.json", ...filesUnder("src")];

const state = stateOf(INPUTS);
if (state !== lastState()) {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, state);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of the name, size and time of each file. */
function stateOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** The state that `dist/` was built from; null where there is no build. */
function lastState() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return null;
  }
}
