import { monthsOf, type Network, roleOf } from "../../src/paths/network/Network.js";

/** A step of a network, by role ids. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** Every step of a network, role by role. */
export function* stepsOf(network: Network): Iterable<Step> {
  const { outStart, outSteps } = network.columns;
  for (let role = 0; role < network.roleCount; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const to = network.roleId(roleOf(outSteps[step]!));
      yield { from: network.roleId(role), to, months: monthsOf(outSteps[step]!) };
    }
  }
}

/** Returns the months of a path of role ids; NaN if the network has no such path. */
export function monthsOfPath(network: Network): (path: readonly string[]) => number {
  const { outStart, outSteps } = network.columns;
  const between = (fromId: string, toId: string): number => {
    const [from, to] = [network.indexOf(fromId), network.indexOf(toId)];
    const step = outSteps.subarray(outStart[from], outStart[from + 1]).find((it) => roleOf(it) === to);
    return step === undefined ? Number.NaN : monthsOf(step);
  };
  return (path) => path.slice(1).reduce((sum, toId, i) => sum + between(path[i]!, toId), 0);
}
