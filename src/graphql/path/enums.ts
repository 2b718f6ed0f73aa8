import { registerEnumType } from "type-graphql";
import { NoPathReason } from "../../paths/answer/NoPathReason.js";
import { EXPANSIONS, LEARNING_EXPANSIONS } from "../../paths/pace/SearchClock.js";
import { ORDERS, type PathMeasure, PathObjective } from "../../paths/query/PathObjective.js";
import { PathOutcome } from "../../paths/answer/PathOutcome.js";
import { SEARCHING } from "../limits/LIMITS.js";

const MEASURES: Readonly<Record<PathMeasure, string>> = {
  skills: "skills to learn",
  steps: "steps",
  months: "years",
  inferred: "inferred steps",
};

/** The order of an objective in words. */
function orderOf(objective: PathObjective): string {
  const [first, ...others] = ORDERS[objective].map((measure) => `fewest ${MEASURES[measure]}`);
  return [`F${first!.slice(1)}`, ...others, "role ids"].join(", then ") + ".";
}

registerEnumType(PathObjective, {
  name: "PathObjective",
  description:
    "What the best path is best in. Ties fall in the written order, so that the same request gives the same answer.",
  valuesConfig: {
    FEWEST_STEPS: { description: orderOf("FEWEST_STEPS") },
    LEAST_TIME: { description: orderOf("LEAST_TIME") },
    LEAST_LEARNING: {
      description: `${orderOf("LEAST_LEARNING")} Looks at paths of at most the fewest steps + 3, or \`maxSteps\`.`,
    },
  },
});

registerEnumType(PathOutcome, {
  name: "PathOutcome",
  description: "How a search ended.",
  valuesConfig: {
    FOUND: { description: "At least one path was found." },
    NO_PATH: { description: "It is proven that there is no path; `noPathReason` says why." },
    LIMIT_REACHED: {
      description: `The search used up its budget before the list was proven: the paths given are true, further ones may exist, and \`optimal\` says whether the first is proven best. Without paths, none was found and none is ruled out. Narrow the request. A search extends at most ${EXPANSIONS.toLocaleString("en")} partial paths, one for LEAST_LEARNING or \`tradeoffs\` ${LEARNING_EXPANSIONS.toLocaleString("en")}; this budget ends the same request at the same place every time. The searches of a request take ${SEARCHING / 1000} seconds together at most, which ends one only where the machine is busy or the request holds many.`,
    },
  },
});

registerEnumType(NoPathReason, {
  name: "NoPathReason",
  description: "Why there is no path.",
  valuesConfig: {
    NOT_CONNECTED: { description: "No transitions join the roles in any way, constraints or not." },
    CONSTRAINED: { description: "Transitions join the roles, and the constraints forbid every way." },
  },
});
