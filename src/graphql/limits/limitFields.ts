import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { Context } from "../Context.js";
import { fieldsOfItem } from "./fieldsOfItem.js";
import { isList } from "./isList.js";
import { ERROR_COST, FIELDS_A_TURN, INTROSPECTION_COST, ROOT_COST } from "./LIMITS.js";
import type { OperationWork } from "./OperationWork.js";

type Resolve = GraphQLFieldResolver<unknown, Context | undefined>;

/** The resolvers that are wrapped already. All schemas share the types of introspection, which must be wrapped only once per process. */
const wrapped = new WeakSet<Resolve>();

/**
 * Wraps the resolvers of all list fields and of all fields of `Query`, including introspection, so that an operation stays within its
 * limits. A list is charged, before it is resolved, for the number of its items times the number of fields selected for each. Long lists are
 * split into turns. When the operation is stopped, nothing more is resolved. Without a context, there are no limits.
 * @param schema changed in place; its resolvers must already be set
 */
export function limitFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      let resolve: Resolve = field.resolve ?? defaultFieldResolver;
      if (wrapped.has(resolve)) continue;
      const isOfRoot = type === schema.getQueryType();
      if (isList(field.type)) {
        resolve = limitedList(resolve, type.name.startsWith("__") ? INTROSPECTION_COST : 1, !isOfRoot);
      }
      if (isOfRoot) resolve = limitedRoot(resolve);
      if (resolve === (field.resolve ?? defaultFieldResolver)) continue;
      field.resolve = resolve;
      wrapped.add(resolve);
    }
  }
}

/**
 * @param weight the cost of one field of an item
 * @param chargesErrors whether an error is charged here; if not, `limitedRoot` charges it
 */
function limitedList(resolve: Resolve, weight: number, chargesErrors: boolean): Resolve {
  return (source, args, context, info) => {
    const work = context?.work;
    if (work === undefined) return resolve(source, args, context, info);
    // Nobody reads the answer of a stopped operation, and an empty list is the cheapest answer.
    if (work.stopped !== null) return [];
    const items = resolve(source, args, context, info);
    const fields = weight * fieldsOfItem(info);
    return items instanceof Promise
      ? items.then(
          (list: unknown) => admit(list, work, fields),
          chargesErrors ? (error: unknown) => failed(error, work) : undefined,
        )
      : admit(items, work, fields);
  };
}

/** Charges for an error and rethrows it. */
function failed(error: unknown, work: OperationWork): never {
  work.charge(ERROR_COST);
  throw error;
}

/** Returns the items of a list at once, or in later turns, or no items if the operation is stopped. */
function admit(items: unknown, work: OperationWork, fields: number): unknown {
  if (!Array.isArray(items)) return items;
  const cost = items.length * fields;
  if (!work.charge(cost)) return [];
  if (cost > FIELDS_A_TURN) return inTurns(items, work, fields);
  const turn = work.turn(cost);
  return turn === null ? items : turn.then(() => items);
}

/** Splits a long list, so that each turn resolves as many items as it has room for. */
function inTurns(items: readonly unknown[], work: OperationWork, fields: number): unknown[] {
  const itemsATurn = Math.max(1, Math.floor(FIELDS_A_TURN / fields));
  let turn: Promise<void> | null = null;
  return items.map((item, index) => {
    if (index % itemsATurn === 0) turn = work.turn(Math.min(itemsATurn, items.length - index) * fields);
    return turn === null ? item : turn.then(() => item);
  });
}

function limitedRoot(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const work = context?.work;
    if (work === undefined) return resolve(source, args, context, info);
    const isFirst = work.cost === 0;
    if (!work.charge(ROOT_COST)) return null;
    // Reading a field of the root may take milliseconds, so all fields after the first check the clock.
    const turn = isFirst ? null : work.turnOfSearch(ROOT_COST);
    const value =
      turn === null ? resolve(source, args, context, info) : turn.then(() => resolve(source, args, context, info));
    return value instanceof Promise ? value.catch((error: unknown) => failed(error, work)) : value;
  };
}
