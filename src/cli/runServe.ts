import { isNativeError } from "node:util/types";
import { readConfig } from "../server/Config.js";
import { serve } from "../server/serve.js";
import { exitOnUncaughtError } from "./exitOnUncaughtError.js";

/**
 * `career-graph serve`: serves until a signal stops it. After SIGTERM, it reports for `DRAIN_SECONDS` that it is not ready, then stops; SIGINT
 * stops it without that delay. A second signal stops it at once. SIGHUP makes it check the store for a new revision.
 */
export async function runServe(): Promise<void> {
  // Loaded at startup, because loading the SDK on the first request to /mcp would delay all other requests.
  await import("../server/mcp/mcpHandler.js");
  const service = await serve(readConfig(process.env));
  const stopBy = (stop: () => Promise<void>) => (): void => {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate);
    stop().catch((error: unknown) => {
      console.error(isNativeError(error) ? error.message : String(error));
      process.exitCode = 1;
    });
  };
  const onInterrupt = stopBy(() => service.close());
  const onTerminate = stopBy(() => service.drain());
  process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate);
  exitOnUncaughtError((error) => service.fatal(error));
  process.on("SIGHUP", () => void service.check());
  console.log(service.banner);
}
