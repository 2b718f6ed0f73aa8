import { isNativeError } from "node:util/types";
import { readConfig } from "../server/Config.js";
import { serve } from "../server/serve.js";

/**
 * `career-graph serve`: serves until it is told to stop by SIGINT or SIGTERM; a second signal stops it at
 * once. SIGHUP has it look at the store for a new revision.
 */
export async function runServe(): Promise<void> {
  const service = await serve(readConfig(process.env));
  const stop = (): void => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
    service.close().catch((error: unknown) => {
      console.error(isNativeError(error) ? error.message : String(error));
      process.exitCode = 1;
    });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  process.on("SIGHUP", () => void service.refresh());
  console.log(service.banner);
}
