/** The views of the page. Their whole state is in the address, so that it can be shared. */
export type View = "paths" | "role" | "walk" | "fit";

export const OBJECTIVES = ["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING", "TRADEOFFS"] as const;
export type Objective = (typeof OBJECTIVES)[number];

export interface Address {
  readonly view: View;
  /** Id of a role, or the text that the user typed; null if none is chosen. */
  readonly from: string | null;
  readonly to: string | null;
  readonly by: Objective;
  readonly avoid: readonly string[];
  readonly via: readonly string[];
  readonly maxSteps: number | null;
  readonly maxYears: number | null;
  /** The minimum pay per year of each role on the path, in `currency`. */
  readonly minPay: number | null;
  /** An ISO 4217 code. */
  readonly currency: string | null;
  /** Only steps that a source states. */
  readonly isStated: boolean;
  /** Only paths that differ in at least half of their roles. */
  readonly isDiffering: boolean;
  /** Ids of the roles between the ends of the chosen path; null for the first path. */
  readonly way: readonly string[] | null;
  /** The role or node of the views `role` and `walk`. */
  readonly id: string | null;
  /** Ids of the opened nodes of the view `walk`. */
  readonly open: readonly string[];
  /** The place of pay, as `PayClaim.place` writes it; null lets the service choose. */
  readonly place: string | null;
  /** Ids or names of the skills of the user. They are in the fragment, which browsers do not send. */
  readonly know: readonly string[];
}

export const START: Address = {
  view: "paths",
  from: null,
  to: null,
  by: "FEWEST_STEPS",
  avoid: [],
  via: [],
  maxSteps: null,
  maxYears: null,
  minPay: null,
  currency: null,
  isStated: false,
  isDiffering: false,
  way: null,
  id: null,
  open: [],
  place: null,
  know: [],
};

/** Parses an address. Unknown and invalid parts are ignored. */
export function readAddress(search: string, hash: string): Address {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (name: string): string | null => query.get(name)?.slice(0, 200) || null;
  const texts = (of: URLSearchParams, name: string): readonly string[] => [
    ...new Set(of.getAll(name).filter((value) => value !== "" && value.length <= 200)),
  ];
  const number = (name: string): number | null => {
    const value = query.get(name);
    return value !== null && /^\d{1,7}(\.\d{1,2})?$/.test(value) ? Number(value) : null;
  };
  const role = text("role");
  const walk = text("walk");
  const view = role !== null ? "role" : walk !== null ? "walk" : query.has("fit") ? "fit" : "paths";
  return {
    view,
    from: text("from"),
    to: text("to"),
    by: OBJECTIVES.find((objective) => objective.toLowerCase() === query.get("by")) ?? "FEWEST_STEPS",
    avoid: texts(query, "avoid"),
    via: texts(query, "via"),
    maxSteps: number("steps") === null ? null : Math.floor(number("steps") ?? 0),
    maxYears: number("years"),
    minPay: number("pay"),
    currency: /^[A-Z]{3}$/.test(query.get("currency") ?? "") ? query.get("currency") : null,
    isStated: query.get("stated") === "1",
    isDiffering: query.get("differ") === "1",
    way: query.has("way") ? texts(query, "way") : null,
    id: role ?? walk,
    open: texts(query, "open"),
    place: text("place"),
    know: texts(fragment, "know"),
  };
}

/** Formats an address, so that `readAddress` parses it to an equal one. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string | number | null): void => {
    if (value !== null) query.append(name, String(value));
  };
  if (address.view === "role" || address.view === "walk") add(address.view, address.id);
  if (address.view === "fit") add("fit", "1");
  if (address.view === "role" || address.view === "paths") add("place", address.place);
  if (address.view === "walk") for (const id of address.open) add("open", id);
  if (address.view === "paths") {
    add("from", address.from);
    add("to", address.to);
    if (address.by !== "FEWEST_STEPS") add("by", address.by.toLowerCase());
    for (const id of address.avoid) add("avoid", id);
    for (const id of address.via) add("via", id);
    add("steps", address.maxSteps);
    add("years", address.maxYears);
    add("pay", address.minPay);
    add("currency", address.currency);
    if (address.isStated) add("stated", 1);
    if (address.isDiffering) add("differ", 1);
    // An empty value stands for a path of one step, which has no roles between its ends.
    for (const id of address.way?.length === 0 ? [""] : (address.way ?? [])) add("way", id);
  }
  const fragment = new URLSearchParams(address.know.map((skill) => ["know", skill]));
  const [before, after] = [query.toString(), fragment.toString()].map((part) => part.replaceAll("%3A", ":"));
  return `${before === "" ? "./" : `?${before}`}${after === "" ? "" : `#${after}`}`;
}
