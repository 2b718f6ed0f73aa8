import { readFileSync } from "node:fs";

/**
 * Milliseconds for which a process was ready to run and others ran instead, since it started; what it had to wait tells of the machine and
 * not of the service. 0 where the system does not say.
 */
export function processorWait(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}
