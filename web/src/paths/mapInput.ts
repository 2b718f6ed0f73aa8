import type { MapInput, MapPath, MapRole } from "../layout/MapInput.js";
import { counted, shortTime } from "../parts/words.js";
import type { ShownPath } from "./pathOperations.js";

/** Paths as the layout takes them. The map has one currency; pay in other currencies is left out. */
export function mapInput(paths: readonly ShownPath[]): Pick<MapInput, "roles" | "paths"> {
  const roles = new Map<string, MapRole>();
  const currency = paths[0]?.roles.find((role) => role.payBand !== null)?.payBand?.currency;
  for (const { id, title, track, payBand } of paths.flatMap((path) => path.roles)) {
    const pay = payBand !== null && payBand.currency === currency ? (payBand.min + payBand.max) / 2 : null;
    roles.set(id, { id, title, track: track?.name ?? null, pay: pay !== null && pay > 0 ? pay : null });
  }
  return { roles, paths: paths.map(mapPath) };
}

function mapPath({ roles, steps }: ShownPath): MapPath {
  return {
    roles: roles.map(({ id }) => id),
    steps: steps.map(({ years, yearsAssumed, skillsToLearn, transition }) => {
      const time = years ?? yearsAssumed;
      const label = [
        ...(time === null ? [] : [years === null ? `~${shortTime(time)} assumed` : shortTime(time)]),
        counted(skillsToLearn.length, "skill"),
      ];
      return {
        months: time === null ? null : Math.round(time * 12),
        isInferred: transition.basis === "INFERRED",
        label,
      };
    }),
  };
}
