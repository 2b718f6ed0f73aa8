import { wholeMonths } from "../../model/wholeMonths.js";
import { Admission } from "./Admission.js";
import { NO_TRACK, type Network } from "../network/Network.js";
import { partToKeep } from "./partToKeep.js";
import type { PathQuery } from "./PathQuery.js";

/** A request as the searches read it: roles by index, bounds as numbers that are Infinity where nothing is bound. */
export interface PathTask {
  readonly network: Network;
  readonly from: number;
  readonly to: number;
  /** Roles passed in this order, each by its records, any of which counts; the last is `to`. */
  readonly waypoints: readonly (readonly number[])[];
  /** Vias that have one record alone. A path passes a role once, so it must not pass such a one before its turn. */
  readonly loneVias: ReadonlySet<number>;
  readonly admission: Admission;
  readonly maxSteps: number;
  readonly maxMonths: number;
  readonly maxTrackChanges: number;
}

/** Compiles a checked request. */
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

/** How many waypoints are passed once a path has gone on to a role that is not its end. */
export function passedWith({ waypoints }: PathTask, passed: number, role: number): number {
  return passed < waypoints.length - 1 && waypoints[passed]!.includes(role) ? passed + 1 : passed;
}

/** Whether a step between two roles changes the track: both are on one of the same dataset, and they differ. */
export function changesTrack(network: Network, from: number, to: number): boolean {
  const { trackOf, partOf } = network.columns;
  if (partOf[from] !== partOf[to]) return false;
  return trackOf[from] !== trackOf[to] && trackOf[from] !== NO_TRACK && trackOf[to] !== NO_TRACK;
}
