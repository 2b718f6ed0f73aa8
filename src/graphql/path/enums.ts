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

/** The sort order of an objective, in words. */
function orderOf(objective: PathObjective): string {
  const [first, ...others] = ORDERS[objective].map((measure) => `fewest ${MEASURES[measure]}`);
  return [`F${first!.slice(1)}`, ...others, "role ids"].join(", then ") + ".";
}

registerEnumType(PathObjective, {
  name: "PathObjective",
  description:
    "What makes a path the best. Ties are broken in the order listed, so that the same request gives the same answer.",
  valuesConfig: {
    FEWEST_STEPS: { description: orderOf("FEWEST_STEPS") },
    LEAST_TIME: { description: orderOf("LEAST_TIME") },
    LEAST_LEARNING: {
      description: `${orderOf("LEAST_LEARNING")} Considers paths of up to \`maxSteps\` steps; by default, up to 3 more than the fewest possible.`,
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
      description: `The search used up its budget before it could prove that the list is complete. The listed paths exist, there may be others, and \`optimal\` says whether the first is proven best. An empty list means that no path was found, but there may be one. Narrow the request. A search extends at most ${EXPANSIONS.toLocaleString("en")} partial paths (${LEARNING_EXPANSIONS.toLocaleString("en")} for LEAST_LEARNING and \`tradeoffs\`); this limit stops the same request at the same point every time. All searches of a request together take at most ${SEARCHING / 1000} seconds; this limit matters only if the machine is busy or the request contains many searches.`,
    },
  },
});

registerEnumType(NoPathReason, {
  name: "NoPathReason",
  description: "Why there is no path.",
  valuesConfig: {
    NOT_CONNECTED: { description: "There is no path at all, even without constraints." },
    CONSTRAINED: { description: "There are paths, but the constraints rule out all of them." },
  },
});
