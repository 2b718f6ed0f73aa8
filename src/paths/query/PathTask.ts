import { wholeMonths } from "../../model/wholeMonths.js";
import { Admission } from "./Admission.js";
import { NO_TRACK, type Network } from "../network/Network.js";
import { partToKeep } from "./partToKeep.js";
import type { PathQuery } from "./PathQuery.js";

/** A request in the form that the searches use: roles as indexes, and bounds as numbers, Infinity for no bound. */
export interface PathTask {
  readonly network: Network;
  readonly from: number;
  readonly to: number;
  /** Roles to pass in this order; the last is `to`. Each is a list of records, of which any one counts. */
  readonly waypoints: readonly (readonly number[])[];
  /** Vias with a single record. A path passes a role only once, so it must not pass such a via before its turn. */
  readonly loneVias: ReadonlySet<number>;
  readonly admission: Admission;
  readonly maxSteps: number;
  readonly maxMonths: number;
  readonly maxTrackChanges: number;
}

/** Compiles a request that `checkQuery` has accepted. */
export function pathTask(network: Network, query: Pick<PathQuery, "fromId" | "toId" | "constraints">): PathTask {
  const { constraints } = query;
  const vias = constraints.via.map((records) => records.map((id) => network.indexOf(id)));
  const to = network.indexOf(query.toId);
  return {
    network,
    from: network.indexOf(query.fromId),
    to,
    waypoints: [...vias, [to]],
    loneVias: new Set(vias.filter(({ length }) => length === 1).flat()),
    admission: new Admission(network, constraints, to, partToKeep(network, query)),
    maxSteps: constraints.maxSteps ?? Infinity,
    maxMonths: constraints.maxYears === null ? Infinity : wholeMonths(constraints.maxYears),
    maxTrackChanges: constraints.maxTrackChanges ?? Infinity,
  };
}

/** The number of waypoints passed after a path continues with a role that is not its end. */
export function passedWith({ waypoints }: PathTask, passed: number, role: number): number {
  return passed < waypoints.length - 1 && waypoints[passed]!.includes(role) ? passed + 1 : passed;
}

/** Whether a step between two roles changes the track: both roles are of one dataset and on different tracks. */
export function changesTrack(network: Network, from: number, to: number): boolean {
  const { trackOf, partOf } = network.columns;
  if (partOf[from] !== partOf[to]) return false;
  return trackOf[from] !== trackOf[to] && trackOf[from] !== NO_TRACK && trackOf[to] !== NO_TRACK;
}
