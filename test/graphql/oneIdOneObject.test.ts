import { expect, test } from "@jest/globals";
import { type FragmentDefinitionNode, Kind, parse, print, type SelectionSetNode, valueFromASTUntyped } from "graphql";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { askingSeed, operation } from "./seedService.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Variables = Readonly<Record<string, unknown>>;

/**
 * What a client's cache does with answers, as Relay and Apollo Client do: an object is a record of its id, or of its place where it
 * has none, and a field of it is kept by its name and arguments.
 */
class NormalizedCache {
  readonly clashes: string[] = [];
  private readonly values = new Map<string, { readonly value: string; readonly by: string }>();

  keep(document: string, data: Json, variables: Variables, by: string): void {
    const { definitions } = parse(document);
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    const asked = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (asked === undefined) throw new Error("No operation.");
    const defaults = (asked.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
    );
    const given = { ...Object.fromEntries(defaults), ...variables };

    const keepObject = (
      record: string,
      selections: SelectionSetNode,
      object: { readonly [key: string]: Json },
    ): void => {
      for (const selection of selections.selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) keepObject(record, selection.selectionSet, object);
        else if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(selection.name.value) as FragmentDefinitionNode;
          keepObject(record, fragment.selectionSet, object);
        } else {
          const value = object[(selection.alias ?? selection.name).value];
          // A fragment on a type that the object is not of.
          if (value === undefined) continue;
          const args = (selection.arguments ?? []).map(
            (one) =>
              `${one.name.value}: ${one.value.kind === Kind.VARIABLE ? JSON.stringify(given[one.value.name.value]) : print(one.value)}`,
          );
          const field = `${record} . ${selection.name.value}(${args.join(", ")})`;
          const link = keepValue(field, selection.selectionSet, value);
          const before = this.values.get(field);
          if (before === undefined) this.values.set(field, { value: JSON.stringify(link), by });
          else if (before.value !== JSON.stringify(link)) {
            this.clashes.push(`${field}: ${before.value} by ${before.by}, ${JSON.stringify(link)} by ${by}`);
          }
        }
      }
    };
    const keepValue = (place: string, selections: SelectionSetNode | undefined, value: Json): Json => {
      if (selections === undefined || value === null) return value;
      if (Array.isArray(value))
        return value.map((item, index) => keepValue(`${place}[${index}]`, selections, item as Json));
      const object = value as { readonly [key: string]: Json };
      const record = typeof object["id"] === "string" ? object["id"] : place;
      keepObject(record, selections, object);
      return { record };
    };
    keepObject("query", asked.selectionSet, data as { readonly [key: string]: Json });
  }
}

test("one id is one object: a cache of all operations holds one value of each field", async () => {
  const ask = await askingSeed();
  const cache = new NormalizedCache();
  for (let read = 1; read <= 2; read++) {
    for (const [name, sets] of Object.entries(OPERATION_VARIABLES)) {
      for (const variables of sets) {
        const { data } = await ask(operation(name), variables);
        cache.keep(operation(name), data, variables, `${name} ${JSON.stringify(variables)}`);
      }
    }
  }
  expect(cache.clashes).toEqual([]);
});

test("a field that is an id for one operation and an object for another is found", () => {
  const cache = new NormalizedCache();
  cache.keep("{ a { id from } }", { a: { id: "x", from: "y" } }, {}, "first");
  cache.keep("{ b { id from { id } } }", { b: { id: "x", from: { id: "y" } } }, {}, "second");
  expect(cache.clashes).toHaveLength(1);
});
