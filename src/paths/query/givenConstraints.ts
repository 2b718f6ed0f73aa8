import {
  CLOSENESSES,
  closenessOf,
  INFERRED_BIT,
  KIND_BITS,
  KINDS,
  type Network,
  NO_TRACK,
  RISE_SHIFT,
} from "../network/Network.js";
import { bandFor, reaches } from "../../model/bandFor.js";
import { amountError } from "./MinPay.js";
import { type PathConstraints, type PathQuery, type RoleRecords, UNCONSTRAINED } from "./PathQuery.js";
import type { ArgumentErrors } from "./ArgumentErrors.js";

/** The context in which a constraint is checked. */
interface CheckedWith {
  readonly network: Network;
  readonly query: Pick<PathQuery, "fromId" | "toId" | "constraints">;
  readonly errors: ArgumentErrors;
}

/** A piece of a constraint's value that can be given up alone, such as one role of `avoid`. */
interface Piece<Value> {
  /** Usually one argument; several if a list names a role more than once. */
  readonly arguments: readonly string[];
  without(value: Value): Value;
}

/** A piece of a request's constraints that `whyNot` can give up. */
export interface Relaxation extends Piece<PathConstraints> {
  /** A sentence that says why the constraint does not admit a role; null if it admits the role or its argument says enough. */
  whyNot(network: Network, role: number): string | null;
}

/** What a constraint binds: single steps, by their traits; single roles; or the whole path. */
type Binding<Value> =
  | { readonly admitsStep: (value: Value) => (traits: number) => boolean }
  | { readonly admitsBetween: (value: Value, network: Network) => (role: number) => boolean }
  /** Binds every role except the first. */
  | { readonly admitsAfterFirst: (value: Value, network: Network) => (role: number) => boolean }
  /** Binds the whole path, so it is part of the state of every search (see `PathTask`). */
  | "WHOLE_PATH";

/** The rules of one constraint. `Value` excludes null, because the rules apply only if the constraint is given. */
interface Rule<Value> {
  /** Its argument, as errors and `whyNot` name it. */
  readonly argument: string;
  /** Adds the errors in a value. */
  check(value: Value, argument: string, against: CheckedWith): void;
  /** The pieces that can be given up alone, in order; null if the constraint can only be given up as a whole. */
  readonly pieces: ((value: Value, argument: string) => readonly Piece<Value>[]) | null;
  readonly binds: Binding<Value>;
  /** A sentence that says why it does not admit a role; null if it admits the role. Absent if the argument says enough. */
  readonly whyNot?: (value: Value, network: Network, role: number) => string | null;
}

/** The value of a constraint that is given. */
type Given<Key extends keyof PathConstraints> = NonNullable<PathConstraints[Key]>;

/** Every constraint, in argument order. */
const CONSTRAINTS: { readonly [Key in keyof PathConstraints]: Rule<Given<Key>> } = {
  avoid: {
    argument: "where.avoid",
    check: (roles, argument, { network, query, errors }) => {
      for (const [i, records] of roles.entries()) {
        const at = `${argument}[${i}]`;
        errors.addUnknownRole(network, at, records[0]);
        const end = endOf(query, records);
        if (end !== null)
          errors.add(at, `${nameOf(network, records[0])} is \`${end}\`, so no path can avoid it. Remove it.`);
      }
    },
    pieces: piecesByRole(areOne),
    binds: {
      admitsBetween: (roles, network) => {
        const avoided = new Set(roles.flat().map((id) => network.indexOf(id)));
        return (role) => !avoided.has(role);
      },
    },
  },
  via: {
    argument: "where.via",
    check: (roles, argument, { network, query, errors }) => {
      for (const [i, records] of roles.entries()) {
        const at = `${argument}[${i}]`;
        const name = nameOf(network, records[0]);
        errors.addUnknownRole(network, at, records[0]);
        const end = endOf(query, records);
        if (end !== null) errors.add(at, `${name} is \`${end}\`, but a \`via\` role lies between the ends. Remove it.`);
        if (roles.findIndex((other) => areNamedAlike(other, records)) < i)
          errors.add(at, `${name} is listed twice, but a path passes through a role only once. List it once.`);
        if (query.constraints.avoid.some((other) => areOne(other, records)))
          errors.add(at, `${name} is also to be avoided. Remove it from \`via\` or \`avoid\`.`);
      }
    },
    pieces: piecesByRole(areNamedAlike),
    binds: "WHOLE_PATH",
  },
  trackIds: {
    argument: "where.tracks",
    check: nothingToCheck,
    pieces: null,
    binds: {
      admitsBetween: (ids, network) => {
        const { trackOf, trackIds } = network.columns;
        const admitted = Uint8Array.from(trackIds, (id) => (ids.includes(id) ? 1 : 0));
        return (role) => trackOf[role] !== NO_TRACK && admitted[trackOf[role]!] === 1;
      },
    },
  },
  kinds: {
    argument: "where.kinds",
    check: nothingToCheck,
    pieces: null,
    binds: {
      admitsStep: (kinds) => (traits) => {
        const kind = KINDS[traits & KIND_BITS];
        return kind !== undefined && kinds.includes(kind);
      },
    },
  },
  basis: {
    argument: "where.basis",
    check: nothingToCheck,
    pieces: null,
    binds: { admitsStep: () => (traits) => (traits & INFERRED_BIT) === 0 },
  },
  minCloseness: {
    argument: "where.minCloseness",
    check: nothingToCheck,
    pieces: null,
    binds: {
      admitsStep: (least) => (traits) =>
        KINDS[traits & KIND_BITS] !== "RELATED" ||
        CLOSENESSES.indexOf(closenessOf(traits)) >= CLOSENESSES.indexOf(least),
    },
  },
  maxSteps: { argument: "where.maxSteps", check: checkCount, pieces: null, binds: "WHOLE_PATH" },
  maxYears: {
    argument: "where.maxYears",
    check: (years, argument, { errors }) => errors.addBadYears(argument, years),
    pieces: null,
    binds: "WHOLE_PATH",
  },
  maxTrackChanges: { argument: "where.maxTrackChanges", check: checkCount, pieces: null, binds: "WHOLE_PATH" },
  maxPreparationRise: {
    argument: "where.maxPreparationRise",
    check: checkCount,
    pieces: null,
    binds: { admitsStep: (most) => (traits) => traits >> RISE_SHIFT <= most },
  },
  minPay: {
    argument: "where.minPay",
    check: ({ amount }, argument, { errors }) => {
      const wrong = amountError(amount);
      if (wrong !== null) errors.add(argument, wrong, "OUT_OF_RANGE");
    },
    pieces: null,
    binds: {
      admitsAfterFirst: (least, network) => {
        const { attributes } = network.columns;
        // Caches the result for each role: 0 unknown, 1 admitted, 2 not admitted.
        const known = new Uint8Array(network.roleCount);
        return (role) => {
          if (known[role] === 0) {
            known[role] = reaches(attributes[role]!.payBands, least) ? 1 : 2;
          }
          return known[role] === 1;
        };
      },
    },
    whyNot: (least, network, role) => {
      const { titles, attributes } = network.columns;
      const band = bandFor(attributes[role]!.payBands, least);
      const where = least.place === null ? least.currency : `${least.currency} in ${least.place}`;
      if (band === null) return `${titles[role]} has no pay band in ${where}.`;
      if (band.min >= least.amount) return null;
      return `The pay band of ${titles[role]} begins at ${band.min.toLocaleString("en-US")} ${where}.`;
    },
  },
};

/** A constraint of a request. */
interface GivenConstraint {
  check(against: CheckedWith): void;
  /** The pieces that can be given up alone, or the constraint as a whole. */
  relaxations(): readonly Relaxation[];
  /** Which values of a step's traits it admits; null if it does not bind single steps. */
  admitsStep(): ((traits: number) => boolean) | null;
  /** Which roles it admits between the ends; null if it does not bind those. */
  admitsBetween(network: Network): ((role: number) => boolean) | null;
  /** Which roles it admits after the first; null if it does not bind those. */
  admitsAfterFirst(network: Network): ((role: number) => boolean) | null;
}

/** The constraints of a request, in argument order. An empty list is no constraint. */
export function givenConstraints(constraints: PathConstraints): GivenConstraint[] {
  return KEYS.flatMap((key) => given(constraints, key) ?? []);
}

const KEYS = Object.keys(CONSTRAINTS) as (keyof PathConstraints)[];

function given<Key extends keyof PathConstraints>(constraints: PathConstraints, key: Key): GivenConstraint | null {
  const value = constraints[key];
  if (!isGiven(value)) return null;
  const rule: Rule<Given<Key>> = CONSTRAINTS[key];
  const { argument, binds } = rule;
  const whyNot = (network: Network, role: number): string | null => rule.whyNot?.(value, network, role) ?? null;
  const whole: Relaxation = {
    arguments: [argument],
    whyNot,
    without: (all) => ({ ...all, [key]: UNCONSTRAINED[key] }),
  };
  return {
    check: (against) => rule.check(value, argument, against),
    relaxations: () =>
      rule.pieces?.(value, argument).map((piece) => ({
        arguments: piece.arguments,
        whyNot,
        // Pieces given up earlier may have emptied the value.
        without: (all) => ({ ...all, [key]: isGiven(all[key]) ? piece.without(all[key]) : all[key] }),
      })) ?? [whole],
    admitsStep: () => (binds !== "WHOLE_PATH" && "admitsStep" in binds ? binds.admitsStep(value) : null),
    admitsBetween: (network) =>
      binds !== "WHOLE_PATH" && "admitsBetween" in binds ? binds.admitsBetween(value, network) : null,
    admitsAfterFirst: (network) =>
      binds !== "WHOLE_PATH" && "admitsAfterFirst" in binds ? binds.admitsAfterFirst(value, network) : null,
  };
}

function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

function nothingToCheck(): void {
  // Every value is valid.
}

function checkCount(count: number, argument: string, { errors }: CheckedWith): void {
  errors.addBadCount(argument, count);
}

/** Each role of a list is one piece, even if the list names it more than once. */
function piecesByRole(areSame: (one: RoleRecords, other: RoleRecords) => boolean) {
  return (roles: readonly RoleRecords[], argument: string): Piece<readonly RoleRecords[]>[] => {
    const different = roles.filter((role, i) => roles.findIndex((other) => areSame(other, role)) === i);
    return different.map((role) => ({
      arguments: roles.flatMap((other, i) => (areSame(other, role) ? [`${argument}[${i}]`] : [])),
      without: (all) => all.filter((other) => !areSame(other, role)),
    }));
  };
}

/** Whether a request names two roles by the same record. */
function areNamedAlike(one: RoleRecords, other: RoleRecords): boolean {
  return one[0] === other[0];
}

/** Whether a request names the same role twice, by any of its records. */
function areOne(one: RoleRecords, other: RoleRecords): boolean {
  return one.includes(other[0]);
}

function endOf(query: Pick<PathQuery, "fromId" | "toId">, records: RoleRecords): "from" | "to" | null {
  return records.includes(query.fromId) ? "from" : records.includes(query.toId) ? "to" : null;
}

function nameOf(network: Network, id: string): string {
  return network.has(id) ? network.title(id) : `"${id}"`;
}
