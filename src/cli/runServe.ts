import { isNativeError } from "node:util/types";
import { readConfig } from "../server/Config.js";
import { serve } from "../server/serve.js";

/**
 * `career-graph serve`: serves until it is told to stop: by SIGTERM after `DRAIN_SECONDS`, in which it says that it is not ready, or by
 * SIGINT without them. A second signal stops it at once. SIGHUP has it look at the store for a new revision.
 */
export async function runServe(): Promise<void> {
  // Imported before anything is answered: loading the SDK at the first request to /mcp would hold up all others for that long.
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
  process.on("uncaughtException", (error) => {
    service.fatal(error);
    process.exit(1);
  });
  process.on("SIGHUP", () => void service.refresh());
  console.log(service.banner);
}
