import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { Context } from "../Context.js";
import { fieldsOfItem } from "./fieldsOfItem.js";
import { isList } from "./isList.js";
import { ERROR_COST, FIELDS_A_TURN, INTROSPECTION_COST, ROOT_COST } from "./LIMITS.js";
import type { OperationWork } from "./OperationWork.js";

type Resolve = GraphQLFieldResolver<unknown, Context | undefined>;

/** The types of introspection are the same objects in every schema: they are wrapped once a process. */
const wrapped = new WeakSet<Resolve>();

/**
 * Wraps the resolver of every list field and of every field of `Query`, those of introspection too, so that whatever executes the
 * schema with a `Context` keeps within the operation's limits: a list is charged for its items times the fields selected of each
 * before any of them is resolved, large ones are parted into turns, and once the operation is stopped nothing further is resolved.
 * Without a context nothing is limited.
 * @param schema changed in place; what resolves its fields must be set before
 */
export function limitFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      let resolve: Resolve = field.resolve ?? defaultFieldResolver;
      if (wrapped.has(resolve)) continue;
      if (isList(field.type)) resolve = limitedList(resolve, type.name.startsWith("__") ? INTROSPECTION_COST : 1);
      if (type === schema.getQueryType()) resolve = limitedRoot(resolve);
      if (resolve === (field.resolve ?? defaultFieldResolver)) continue;
      field.resolve = resolve;
      wrapped.add(resolve);
    }
  }
}

/** @param weight what a field of an item counts as */
function limitedList(resolve: Resolve, weight: number): Resolve {
  return (source, args, context, info) => {
    const work = context?.work;
    if (work === undefined) return resolve(source, args, context, info);
    // Nobody reads the answer of a stopped operation, and an empty list is the cheapest.
    if (work.stopped !== null) return [];
    const items = resolve(source, args, context, info);
    const fields = weight * fieldsOfItem(info);
    return items instanceof Promise
      ? items.then(
          (list: unknown) => admit(list, work, fields),
          (error: unknown) => failed(error, work),
        )
      : admit(items, work, fields);
  };
}

/** Charges the cost of an error, and rethrows it. */
function failed(error: unknown, work: OperationWork): never {
  work.charge(ERROR_COST);
  throw error;
}

/** The items of a list as they may be resolved: at once, in a later turn, or none where the operation was stopped. */
function admit(items: unknown, work: OperationWork, fields: number): unknown {
  if (!Array.isArray(items)) return items;
  const cost = items.length * fields;
  if (!work.charge(cost)) return [];
  if (cost > FIELDS_A_TURN) return inTurns(items, work, fields);
  const turn = work.turn(cost);
  return turn === null ? items : turn.then(() => items);
}

/** A long list whose items come a turn's worth at a time. */
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
    // What a field of the root reads may take milliseconds, so those after the first look at the clock.
    const turn = isFirst ? null : work.turnOfSearch(ROOT_COST);
    const value =
      turn === null ? resolve(source, args, context, info) : turn.then(() => resolve(source, args, context, info));
    return value instanceof Promise ? value.catch((error: unknown) => failed(error, work)) : value;
  };
}
