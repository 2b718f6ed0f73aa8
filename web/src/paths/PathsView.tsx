import { useMemo } from "preact/hooks";
import { START, type Address } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import type { Failure, Suggestion } from "../api/Failure.js";
import { useAnswer } from "../api/useAnswer.js";
import { Picker } from "../picker/Picker.js";
import { Failures } from "../parts/Failures.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { Home } from "./Home.js";
import { PathList } from "./PathList.js";
import { PathMap } from "./PathMap.js";
import { Paths, Tradeoffs, type ShownPath, type ShownResult } from "./pathOperations.js";
import { pathRequest } from "./pathRequest.js";
import { StepList } from "./StepList.js";
import { TradeoffChart } from "./TradeoffChart.js";
import { useTitles } from "./useTitles.js";
import { Preferences } from "./Preferences.js";

/** The paths between two roles: as a map, as a list, and step by step. */
export function PathsView() {
  const bar = useAddress();
  const { address, go } = bar;
  const request = useMemo(() => pathRequest(address), [address]);
  const isTradeoffs = address.by === "TRADEOFFS";
  const isPrivate = address.know.length > 0;
  const best = useAnswer(Paths, isTradeoffs ? null : request, isPrivate);
  const tradeoffs = useAnswer(Tradeoffs, isTradeoffs ? request : null, isPrivate);
  const asked = isTradeoffs ? tradeoffs : best;
  const result: ShownResult | null = (isTradeoffs ? tradeoffs.data?.tradeoffs : best.data?.paths) ?? null;
  const titles = useTitles([address.from, address.to, ...address.avoid, ...address.via]);
  const name = (id: string | null): string => (id === null ? "" : (titles.get(id) ?? id));

  // An id is not readable, so the field is empty until the title is loaded.
  const written = (id: string | null): string => (id?.startsWith("role:") && !titles.has(id) ? "" : name(id));

  const take = (failure: Failure, suggestion: Suggestion): void => {
    const argument = failure.argument ?? "";
    const swap = (id: string): string => (argument.includes(id) ? suggestion.id : id);
    if (argument.startsWith("from")) go({ from: suggestion.id });
    else if (argument.startsWith("to")) go({ to: suggestion.id });
    else go({ avoid: address.avoid.map(swap), via: address.via.map(swap) });
  };

  return (
    <>
      <h1 tabIndex={-1}>Paths from one role to another</h1>
      <div class="pickers">
        <Picker
          label="From"
          kind="ROLE"
          value={written(address.from)}
          hint="Your current role"
          isFirst={address.from === null && address.to === null}
          onPick={(pick) => go({ from: pick?.id ?? null, way: null })}
        />
        <button
          type="button"
          class="swap"
          title="Swap the two roles"
          aria-label="Swap the two roles"
          disabled={address.from === null && address.to === null}
          onClick={() => go({ from: address.to, to: address.from, way: null, via: [...address.via].reverse() })}
        >
          ⇄
        </button>
        <Picker
          label="To"
          kind="ROLE"
          value={written(address.to)}
          hint="The role that you want"
          onPick={(pick) => go({ to: pick?.id ?? null, way: null })}
        />
      </div>
      {request !== null && <Preferences name={name} />}
      {request === null ? (
        <Home />
      ) : (
        <>
          <p class="status" role="status">
            {asked.isLoading ? "Looking for paths…" : result === null ? "" : outcomeText(result, address)}
          </p>
          <Failures failures={asked.failures} onTake={take} />
          {result !== null && <Result result={result} isStale={asked.isLoading} />}
          {isTradeoffs ? (
            <ShowQuery operation={Tradeoffs} variables={request} />
          ) : (
            <ShowQuery operation={Paths} variables={request} />
          )}
        </>
      )}
    </>
  );
}

function Result({ result, isStale }: { readonly result: ShownResult; readonly isStale: boolean }) {
  const bar = useAddress();
  const { address, go } = bar;
  const { paths } = result;
  const wanted = address.way?.join(" ");
  const found = wanted === undefined ? 0 : paths.findIndex((path) => between(path).join(" ") === wanted);
  const chosen = Math.max(0, found);
  const path = paths[chosen];
  if (path === undefined) return <NoPath result={result} />;
  const choose = (place: number): void => {
    const next = paths[place];
    if (next !== undefined) go({ way: between(next) });
  };
  return (
    <div class={isStale ? "result stale" : "result"} aria-busy={isStale}>
      {found === -1 && !isStale && (
        <p class="note">The path in this address is no longer among these paths. This is the first one.</p>
      )}
      {result.ignored.map(({ reference, message }) => (
        <p class="note" key={reference}>
          {message}
        </p>
      ))}
      {path.steps.length > 0 && (
        <PathMap
          paths={paths}
          chosen={chosen}
          onStation={(id) => go({ ...START, view: "role", id, place: address.place, know: address.know })}
        />
      )}
      {address.by === "TRADEOFFS" && paths.length > 1 && (
        <TradeoffChart paths={paths} chosen={chosen} onChoose={choose} />
      )}
      <div class="columns">
        <PathList paths={paths} chosen={chosen} onChoose={choose} />
        <StepList path={path} bar={bar} key={between(path).join(" ")} />
      </div>
    </div>
  );
}

/** Why there is no path, and which constraints to remove to get one. */
function NoPath({ result: { outcome, noPathReason, whyNot, from, to } }: { readonly result: ShownResult }) {
  const { address, go } = useAddress();
  if (outcome !== "NO_PATH") return null;
  const isConstrained = noPathReason === "CONSTRAINED";
  return (
    <div class="no-path">
      <h2>
        No path from {from.title} to {to.title}
      </h2>
      {isConstrained ? (
        <p>There are paths, but none that satisfies all your preferences.</p>
      ) : (
        <p>
          The data has no path between the two roles, however long. People may still make this move; the sources do not
          describe it.
        </p>
      )}
      {whyNot !== null && (
        <>
          <p>
            A path without {whyNot.constraints.map(constraintName).join(" and ")}: {whyNot.path.summary}
          </p>
          <button type="button" onClick={() => go({ ...without(address, whyNot.constraints), way: null })}>
            Remove {whyNot.constraints.length === 1 ? "this preference" : "these preferences"}
          </button>
        </>
      )}
    </div>
  );
}

const CONSTRAINT_NAMES: Readonly<Record<string, string>> = {
  avoid: "the roles to avoid",
  via: "the roles to go via",
  maxSteps: "the maximum number of steps",
  maxYears: "the maximum number of years",
  minPay: "the minimum pay",
  basis: "“Only steps that a source states”",
};

function constraintName(constraint: string): string {
  return CONSTRAINT_NAMES[constraintKey(constraint)] ?? constraint;
}

/** The name of a constraint: `avoid` for both `where.avoid[0]` and `avoid`. */
function constraintKey(constraint: string): string {
  return constraint.replace(/^where\./, "").replace(/[[.].*$/, "");
}

/** Removes constraints, such as `where.avoid[0]`, from an address. */
function without({ avoid, via }: Address, constraints: readonly string[]): Partial<Address> {
  const given = new Set(constraints.map((constraint) => constraint.replace(/^where\./, "")));
  const keep = (name: string, ids: readonly string[]): readonly string[] =>
    given.has(name) ? [] : ids.filter((_, place) => !given.has(`${name}[${place}]`));
  return {
    avoid: keep("avoid", avoid),
    via: keep("via", via),
    ...(given.has("maxSteps") ? { maxSteps: null } : {}),
    ...(given.has("maxYears") ? { maxYears: null } : {}),
    ...(given.has("minPay") ? { minPay: null } : {}),
    ...(given.has("basis") ? { isStated: false } : {}),
  };
}

function between(path: ShownPath): readonly string[] {
  return path.roles.slice(1, -1).map(({ id }) => id);
}

function outcomeText({ outcome, optimal, paths }: ShownResult, { by }: Address): string {
  if (outcome === "NO_PATH") return "";
  if (outcome === "LIMIT_REACHED") {
    const best = optimal ? "The first path is proven best; there may be others." : "There may be better paths.";
    return `The search reached its limit. ${paths.length === 0 ? "It found no path, but there may be one." : best}`;
  }
  if (paths[0]?.steps.length === 0) return "Both are the same role.";
  if (by === "TRADEOFFS")
    return `${paths.length === 1 ? "One path is" : `${paths.length} paths are`} Pareto-optimal in steps, time and skills to learn.`;
  return "";
}
