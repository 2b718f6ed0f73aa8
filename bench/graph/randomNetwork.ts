import { NO_ATTRIBUTES } from "../../src/model/RoleAttributes.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { Network } from "../../src/paths/network/Network.js";
import type { NetworkRoleRow } from "../../src/paths/network/NetworkRows.js";

export interface NetworkShape {
  readonly roles: number;
  /** Transitions from each role. */
  readonly stepsOut: number;
  /** Skills that each role needs, and skills in all. */
  readonly needs: number;
  readonly skills: number;
}

/** Numbers that look random and repeat for a seed (a linear congruential generator, as in Numerical Recipes). */
export function dice(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Role rows of a random network. A transition leads to any other role and takes half a year to five years; one in three is inferred. */
export function* randomRows(shape: NetworkShape, seed: number): Iterable<NetworkRoleRow[]> {
  const roll = dice(seed);
  for (let role = 0; role < shape.roles; role++) {
    const targets = new Set<number>();
    while (targets.size < shape.stepsOut) {
      const target = roll(shape.roles);
      if (target !== role) targets.add(target);
    }
    const skills = new Set<number>();
    // The lower of two random numbers: as in real data, many roles need some skills and few need others.
    while (skills.size < shape.needs) skills.add(Math.min(roll(shape.skills), roll(shape.skills)));
    const steps = [...targets];
    yield [
      {
        id: `role:r${role}`,
        title: `Role ${role}`,
        ...{ trackId: null, part: 0, seniority: null },
        ...{ experienceFrom: null, attributes: NO_ATTRIBUTES },
        toOrdinals: steps,
        kinds: steps.map(() => "RELATED"),
        bases: steps.map(() => (roll(3) === 0 ? "INFERRED" : "STATED")),
        closenesses: steps.map(() => null),
        statedYears: steps.map(() => (roll(10) + 1) / 2),
        skillOrdinals: [...skills],
        levels: [...skills].map(() => null),
        importances: [...skills].map(() => (roll(3) === 0 ? "USEFUL" : "ESSENTIAL")),
      },
    ];
  }
}

/** A random network of the given shape. The same seed gives the same network. */
export function randomNetwork(shape: NetworkShape, seed: number): Promise<Network> {
  const skills = Array.from({ length: shape.skills }, (_, i) => ({
    id: `skill:s${i}`,
    part: 0,
    choiceOfIds: [],
    buildsOnIds: [],
    sameAsIds: [],
  }));
  return buildNetwork("bench", randomRows(shape, seed), [skills]);
}
