import type { Network } from "../network/Network.js";
import type { PathQuery } from "./PathQuery.js";
import { PathQueryError, type QueryProblem } from "./PathQueryError.js";

/** Paths that a request may ask for at most. */
export const MOST_PATHS = 20;

/** What of a request can be wrong by itself. */
type Checked = Pick<PathQuery, "fromId" | "toId" | "limit" | "constraints">;

/**
 * Checks that a request makes sense, whatever paths there are.
 * @throws PathQueryError with everything that is wrong
 */
export function checkQuery(network: Network, query: Checked): void {
  problemsOf(network, query).check();
}

/** Everything that is wrong with a request, for whoever has more to say of it; ids that name no role are wrong too. */
export function problemsOf(network: Network, query: Checked): Problems {
  const { fromId, toId, limit, constraints } = query;
  const { avoidIds, viaIds, maxSteps, maxYears, maxTrackChanges } = constraints;
  const problems = new Problems();
  problems.addUnknownRole(network, "from", fromId);
  problems.addUnknownRole(network, "to", toId);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) {
    problems.add("limit", `${limit} is out of range: ask for 1 to ${MOST_PATHS} paths.`, "OUT_OF_RANGE");
  }

  avoidIds.forEach((id, i) => {
    const argument = `where.avoid[${i}]`;
    problems.addUnknownRole(network, argument, id);
    const end = endOf(query, id);
    if (end !== null)
      problems.add(argument, `${nameOf(network, id)} is \`${end}\`, so no path avoids it; leave it out.`);
  });
  viaIds.forEach((id, i) => {
    const argument = `where.via[${i}]`;
    const name = nameOf(network, id);
    problems.addUnknownRole(network, argument, id);
    const end = endOf(query, id);
    if (end !== null) problems.add(argument, `${name} is \`${end}\`, and a via lies between the ends; leave it out.`);
    if (viaIds.indexOf(id) < i)
      problems.add(argument, `${name} is named twice, and a path passes a role once; name it once.`);
    if (avoidIds.includes(id))
      problems.add(argument, `${name} is to be avoided as well; take it out of \`via\` or \`avoid\`.`);
  });
  problems.addBadCount("where.maxSteps", maxSteps);
  problems.addBadYears(network, "where.maxYears", maxYears);
  problems.addBadCount("where.maxTrackChanges", maxTrackChanges);
  return problems;
}

/** Gathers what is wrong with a request. */
export class Problems {
  readonly all: QueryProblem[] = [];

  add(argument: string, message: string, reason: QueryProblem["reason"] = "CONTRADICTION"): void {
    this.all.push({ argument, message, reason });
  }

  addUnknownRole(network: Network, argument: string, id: string): void {
    if (!network.has(id)) this.add(argument, `There is no role "${id}"; give the id of one that exists.`, "UNKNOWN_ID");
  }

  addBadCount(argument: string, count: number | null): void {
    if (count !== null && !(Number.isInteger(count) && count >= 0)) {
      this.add(
        argument,
        `${count} is out of range: give a whole number, 0 or more, or leave it out for no bound.`,
        "OUT_OF_RANGE",
      );
    }
  }

  addBadYears(network: Network, argument: string, years: number | null): void {
    if (years === null) return;
    if (!(years >= 0 && years < Infinity))
      this.add(
        argument,
        `${years} is out of range: give a number of years, 0 or more, or leave it out for no bound.`,
        "OUT_OF_RANGE",
      );
    if (network.columns.assumedMonths === null) {
      this.add(
        argument,
        "The dataset knows the years of no step, so they cannot be bounded; leave it out, or bound the steps.",
      );
    }
  }

  /** @throws PathQueryError where anything is wrong */
  check(): void {
    const [first, ...others] = this.all;
    if (first !== undefined) throw new PathQueryError([first, ...others]);
  }
}

function endOf(query: Pick<PathQuery, "fromId" | "toId">, id: string): "from" | "to" | null {
  return id === query.fromId ? "from" : id === query.toId ? "to" : null;
}

function nameOf(network: Network, id: string): string {
  return network.has(id) ? network.title(id) : `"${id}"`;
}
