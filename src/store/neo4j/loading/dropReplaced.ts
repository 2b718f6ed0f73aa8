import { setTimeout as sleep } from "node:timers/promises";
import { datasetRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { dropGeneration, generations, isDroppable } from "./dropGenerations.js";
import { LoadLock, PATIENCE } from "./LoadLock.js";
import { withLoadSession } from "./withLoadSession.js";
import type { LoadProgress } from "./writeGeneration.js";

/**
 * Drops every generation that is not active, once its grace time is over, so that the database holds one graph.
 * @param grace milliseconds for which a replaced generation is kept for its readers
 * @returns the names under which the dropped generations were stored
 * @throws LoadLockedError if another load runs for too long, LoadError if the lock was lost. The next load drops what was not dropped
 */
export async function dropReplaced(
  address: Neo4jAddress,
  grace: number,
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<readonly string[]> {
  const say = (step: string): void => onProgress({ step, done: 0, total: 0 });
  // A separate session, because Neo4j may be restarted during the wait.
  const waits = await withLoadSession(address, async (load) =>
    (await generations(load))
      .filter(({ active, state }) => !active && state === "READY")
      .map(({ replacedFor }) => grace - (replacedFor ?? grace)),
  );
  const wait = Math.max(0, ...waits);
  if (wait > 0) say(`Waiting ${Math.ceil(wait / 1000)} s for requests that use a former revision`);
  await sleep(wait + 1);
  return withLoadSession(
    address,
    async (load) => {
      if (!(await generations(load)).some((generation) => isDroppable(generation, grace))) return [];
      const lock = await LoadLock.take(load, PATIENCE, () => say("Waiting for another load to end"));
      try {
        const dropped: string[] = [];
        for (const generation of await generations(load)) {
          if (!isDroppable(generation, grace)) continue;
          say(`Dropping revision ${datasetRevision(generation.revision)}`);
          await dropGeneration(load, lock, generation, grace);
          dropped.push(generation.revision);
        }
        return dropped;
      } finally {
        await lock.release();
      }
    },
    true,
  );
}
