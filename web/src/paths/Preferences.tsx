import type { Objective } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { Known } from "../fit/Known.js";
import { Picker } from "../picker/Picker.js";
import { CURRENCY } from "./pathRequest.js";

const OBJECTIVE_NAMES: Readonly<Record<Objective, string>> = {
  FEWEST_STEPS: "Fewest steps",
  LEAST_TIME: "Least time",
  LEAST_LEARNING: "Least to learn",
  TRADEOFFS: "Trade-offs",
};

/** The objective, the constraints, and the skills of the user. */
export function Preferences({ name }: { readonly name: (id: string) => string }) {
  const { address, go } = useAddress();
  const { avoid, via, maxSteps, maxYears, minPay, currency, place, isStated, isDiffering, know } = address;
  const count =
    avoid.length +
    via.length +
    know.length +
    [maxSteps, maxYears, minPay].filter((value) => value !== null).length +
    Number(isStated);
  const change = (value: Parameters<typeof go>[0]): void => go({ ...value, way: null });
  const number = (value: string): number | null => (/^\d{1,2}$/.test(value) ? Number(value) : null);
  return (
    <div class="preferences">
      <fieldset class="objective">
        <legend>Optimize for</legend>
        {Object.entries(OBJECTIVE_NAMES).map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="objective"
              checked={address.by === value}
              onChange={() => change({ by: value as Objective })}
            />
            {label}
          </label>
        ))}
        {address.by !== "TRADEOFFS" && (
          <label>
            <input type="checkbox" checked={isDiffering} onChange={() => change({ isDiffering: !isDiffering })} />
            Only clearly different paths
          </label>
        )}
      </fieldset>
      {[
        {
          title: "Avoided",
          ids: avoid,
          drop: (id: string) => change({ avoid: avoid.filter((other) => other !== id) }),
        },
        { title: "Via", ids: via, drop: (id: string) => change({ via: via.filter((other) => other !== id) }) },
      ].map(
        ({ title, ids, drop }) =>
          ids.length > 0 && (
            <p class="chosen-preferences" key={title}>
              {title}:{" "}
              {ids.map((id) => (
                <button type="button" key={id} onClick={() => drop(id)} aria-label={`Remove: ${title} ${name(id)}`}>
                  {name(id)} ✕
                </button>
              ))}
            </p>
          ),
      )}
      <details>
        <summary>Preferences and your skills{count > 0 && ` (${count})`}</summary>
        <div class="preference-fields">
          <Picker
            label="Avoid a role"
            kind="ROLE"
            value=""
            isRepeated
            onPick={(pick) => pick !== null && change({ avoid: [...new Set([...avoid, pick.id])] })}
          />
          <Picker
            label="Go via a role"
            kind="ROLE"
            value=""
            isRepeated
            onPick={(pick) => pick !== null && change({ via: [...new Set([...via, pick.id])] })}
          />
          <label>
            Maximum steps
            <input
              type="number"
              min={1}
              max={20}
              value={maxSteps ?? ""}
              onChange={(event) => change({ maxSteps: number(event.currentTarget.value) })}
            />
          </label>
          <label>
            Maximum years
            <input
              type="number"
              min={0}
              max={60}
              value={maxYears ?? ""}
              onChange={(event) => change({ maxYears: number(event.currentTarget.value) })}
            />
          </label>
          <label>
            Minimum pay per year
            <input
              type="number"
              min={0}
              max={9_999_999}
              step={1_000}
              value={minPay ?? ""}
              onChange={({ currentTarget: { value } }) =>
                change({ minPay: /^\d{1,7}$/.test(value) ? Number(value) : null })
              }
            />
          </label>
          <label>
            in
            <input
              class="code"
              type="text"
              maxLength={3}
              value={currency ?? CURRENCY}
              aria-label="Currency of the minimum pay, as a three-letter code"
              onChange={({ currentTarget: { value } }) =>
                change({ currency: /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : null })
              }
            />
          </label>
          <label>
            Place of pay
            <input
              type="text"
              maxLength={60}
              value={place ?? ""}
              placeholder="any, US, US-CA"
              onChange={({ currentTarget: { value } }) => change({ place: value.trim() || null })}
            />
          </label>
          <label class="check">
            <input type="checkbox" checked={isStated} onChange={() => change({ isStated: !isStated })} />
            Only steps that a source states
          </label>
        </div>
        <Known />
      </details>
    </div>
  );
}
