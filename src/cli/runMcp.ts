import { isNativeError } from "node:util/types";
import { fileURLToPath } from "node:url";
import { readConfig } from "../server/Config.js";
import { serveTools } from "../server/mcp/serveTools.js";
import { exitOnUncaughtError } from "./exitOnUncaughtError.js";

/** The seed dataset by absolute path, because an assistant may start the command in any folder. */
const SEED = fileURLToPath(new URL("../../seed", import.meta.url));

/**
 * `career-graph mcp`: serves tools to an assistant over standard input and output, until the input ends or a signal stops it. Standard output
 * contains only protocol messages.
 */
export async function runMcp(): Promise<void> {
  const config = readConfig(process.env);
  const dataset = (process.env.DATASET ?? "") === "" ? [SEED] : config.dataset;
  const service = await serveTools({ ...config, dataset }, process.stdin, process.stdout);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void service.close());
  exitOnUncaughtError((error) => console.error(isNativeError(error) ? error.stack : String(error)));
  await service.ended;
}
