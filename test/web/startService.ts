import { spawn } from "node:child_process";
import { once } from "node:events";

/** The built service, as a separate process on its own port. */
export interface StartedService {
  /** Address of the page. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the service over datasets, and waits until it listens.
 * @param environment more environment variables, such as a port
 */
export async function startService(
  dataset: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedService> {
  const child = spawn(process.execPath, ["dist/cli/career-graph.js", "serve"], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATASET: dataset, NEO4J_URI: "", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  for await (const chunk of child.stdout) {
    told += String(chunk);
    const url = told.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
    if (url === undefined) continue;
    return {
      url,
      stop: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill("SIGKILL");
        await once(child, "close");
      },
    };
  }
  throw new Error(`The service ended before it listened: ${told}`);
}
