import { readFileSync } from "node:fs";
import { OPERATION_VARIABLES } from "../../test/graphql/operationVariables.js";
import { dice } from "../graph/randomNetwork.js";

/** Returns bodies of the contract's operations with all their variables for the seed, in a random order that is the same in every run. */
export function contractMix(): () => string {
  const bodies = Object.entries(OPERATION_VARIABLES).flatMap(([name, sets]) => {
    const query = readFileSync(`schema/operations/${name}.graphql`, "utf8");
    return sets.map((variables) => JSON.stringify({ query, variables }));
  });
  const roll = dice(bodies.length);
  return () => bodies[roll(bodies.length)]!;
}
