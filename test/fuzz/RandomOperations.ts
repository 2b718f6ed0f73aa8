import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
} from "graphql";
import type { Dice } from "../paths/randomGraph.js";

/** An operation and its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The values for arguments, in addition to those that follow from the schema. */
export interface Words {
  /** Names, titles and aliases of the data, spelt correctly. */
  readonly names: readonly string[];
  /** Those of roles, which most arguments need. */
  readonly roleNames: readonly string[];
  readonly ids: readonly string[];
}

/** A value of an argument as JSON; an enum value is distinguished from a text. */
type Value = null | boolean | number | string | EnumValue | readonly Value[] | { readonly [Key in string]: Value };

class EnumValue {
  constructor(readonly name: string) {}
}

const HOSTILE = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "role:",
  "role:\u0000",
  "__proto__",
  "constructor",
  "') DETACH DELETE n //",
  "*:* OR title:/.*/",
  "C ++",
  "ﬀ✍️👩‍💻",
  "a".repeat(301),
  "word ".repeat(90),
  "WyJyb2xlcyIsIngiXQ",
  "eyJhIjoxfQ==",
];
const NUMBERS = [0, 1, 2, 3, 5, 10, 20, 100, 101, -1, 0.5, 1e9, 2 ** 31, 1e308];

/**
 * Makes operations from a schema: fields of any depth, valid and invalid arguments, variables, aliases, fragments. It knows the schema
 * only by introspection, so new fields and arguments are covered at once.
 */
export class RandomOperations {
  private variables: { readonly name: string; readonly type: string; readonly value: unknown }[] = [];
  private fragments: string[] = [];
  private fieldsLeft = 0;
  private names = 0;
  /** Whether the operation is written as frontends write theirs: every argument is a variable, and there are no directives. */
  private isOfFrontend = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly words: Words,
    private readonly dice: Dice,
  ) {}

  next(): RandomOperation {
    this.variables = [];
    this.fragments = [];
    this.names = 0;
    this.isOfFrontend = this.dice.chance(0.5);
    this.fieldsLeft = this.dice.pick([3, 8, 20, 60]);
    const depth = this.dice.pick([2, 3, 4, 5, 7, 9]);
    const selection = this.selection(this.schema.getQueryType()!, depth);
    const declared = this.variables.map(({ name, type }) => `$${name}: ${type}`).join(", ");
    const name = this.dice.chance(0.5) ? " Fuzz" : "";
    const head =
      declared === "" && name === "" && this.dice.chance(0.5) ? "" : `query${name}${declared && `(${declared})`} `;
    return {
      query: `${head}${selection}${this.fragments.map((fragment) => `\n${fragment}`).join("")}`,
      variables: Object.fromEntries(this.variables.map(({ name: key, value }) => [key, value])),
    };
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + this.dice.below(4);
    for (let i = 0; i < count || parts.length === 0; i++) parts.push(this.part(type, depth));
    return `{ ${parts.join(" ")} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    if (possible.length > 0 && this.dice.chance(0.4)) {
      const one = this.dice.pick(possible) as GraphQLObjectType;
      return `... on ${one.name} ${this.selection(one, depth)}`;
    }
    if (this.dice.chance(0.05)) return this.spread(type, depth);
    if (this.dice.chance(0.05) || !("getFields" in type)) return "__typename";
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)));
    this.fieldsLeft--;
    const deeper = depth > 1 && this.fieldsLeft > 0;
    const fields = deeper ? all : leaves;
    return fields.length === 0 ? "__typename" : this.field(this.dice.pick(fields), depth);
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = `F${this.names++}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${this.selection(type, depth)}`);
    return `...${name}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((arg) => this.argument(arg));
    const type = getNamedType(field.type as GraphQLOutputType);
    const alias = args.length > 0 || this.dice.chance(0.5) ? `a${this.names++}: ` : "";
    const directive =
      !this.isOfFrontend && this.dice.chance(0.03)
        ? ` @${this.dice.pick(["include", "skip"])}(if: ${this.dice.chance(0.5)})`
        : "";
    const inner = isCompositeType(type) ? ` ${this.selection(type, depth - 1)}` : "";
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${directive}${inner}`;
  }

  private argument(arg: GraphQLArgument): string | [] {
    const isRequired = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if (!isRequired && this.dice.chance(0.6)) return [];
    const value = this.value(arg.type, arg.name, 3);
    if (!this.isOfFrontend && !this.dice.chance(0.3)) return `${arg.name}: ${literal(value)}`;
    const name = `v${this.variables.length}`;
    this.variables.push({ name, type: String(arg.type), value: plain(value) });
    return `${arg.name}: $${name}`;
  }

  private value(type: GraphQLInputType, name: string, depth: number): Value {
    if (this.dice.chance(0.02)) return this.dice.pick<Value>([null, true, 7, "text", [], [[1]], { a: 1 }]);
    if (!isNonNullType(type) && this.dice.chance(0.1)) return null;
    const given = getNullableType(type);
    if (isListType(given)) {
      const length = this.dice.pick([0, 1, 1, 2, 3, 5, this.dice.chance(0.05) ? 120 : 2]);
      return Array.from({ length }, () => this.value(given.ofType as GraphQLInputType, name, depth));
    }
    if (isEnumType(given)) {
      return new EnumValue(this.dice.chance(0.02) ? "NO_SUCH_VALUE" : this.dice.pick(given.getValues()).name);
    }
    if (isInputObjectType(given)) {
      const fields = Object.values(given.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && this.dice.chance(0.3)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type, field.name, depth - 1)]));
    }
    switch (given.name) {
      case "Boolean":
        return this.dice.chance(0.5);
      case "Int":
      case "Float":
        return this.dice.chance(0.7)
          ? 1 + this.dice.below(name === "limit" || name === "first" ? 8 : 4)
          : this.dice.pick(NUMBERS);
      default:
        return this.text(given.name);
    }
  }

  private text(type: string): string {
    if (this.dice.chance(0.05)) return this.dice.pick(HOSTILE);
    if (type === "ID" || this.dice.chance(0.25)) return this.dice.pick(this.words.ids);
    const name = this.dice.pick(this.dice.chance(0.6) ? this.words.roleNames : this.words.names);
    // Misspelt, or not typed to the end.
    if (this.dice.chance(0.1)) return name.slice(0, 1 + this.dice.below(name.length));
    return this.dice.chance(0.1) ? `${name.slice(0, 2)}${name.slice(3)}` : name;
  }
}

/** A value in the text of an operation. */
function literal(value: Value): string {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map((item: Value) => literal(item)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${literal(item as Value)}`)
      .join(", ")} }`;
  }
  // JSON writes numbers and texts as GraphQL does. It writes large numbers with a plus sign, which GraphQL accepts, too.
  return JSON.stringify(value);
}

/** A value as a variable. */
function plain(value: Value): unknown {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return value.map((item: Value) => plain(item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as Value)]));
  }
  return value;
}
