import { readFileSync } from "node:fs";

/**
 * Milliseconds for which a process was ready to run but had to wait for a processor, since it started. This depends on the load of the
 * machine and not on the service. 0 if the system does not report it.
 */
export function processorWait(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}
