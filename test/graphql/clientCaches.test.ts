import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type DocumentNode, Kind, parse, print, visit } from "graphql";
import { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } from "relay-runtime";
import { compileForRelay } from "./compileForRelay.js";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { type Ask, askingSeed, operation } from "./seedService.js";

type Variables = Readonly<Record<string, unknown>>;

/** Every example operation with each of its sets of variables. */
const RUNS = Object.entries(OPERATION_VARIABLES).flatMap(([name, sets]) =>
  sets.map((variables) => ({ name, variables })),
);

/** The only operation of a document, with the name that Relay requires. */
function namedForRelay(document: DocumentNode, name: string): string {
  return print(
    visit(document, { [Kind.OPERATION_DEFINITION]: (one) => ({ ...one, name: { kind: Kind.NAME, value: name } }) }),
  );
}

/** `shortest-path` as a module name. */
function moduleName(name: string): string {
  return name.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());
}

/** Sends each operation with its variables to the service once: another read of the same revision gets the same answer. */
function remembering(ask: Ask): Ask {
  const answers = new Map<string, ReturnType<Ask>>();
  return (query, variables) => {
    const key = JSON.stringify([query, variables]);
    const answer = answers.get(key) ?? ask(query, variables);
    answers.set(key, answer);
    return answer.then((held) => structuredClone(held));
  };
}

describe("All example operations, each read twice from one cache", () => {
  let ask: Ask;
  let complaints: unknown[][];
  /** The answer of the service to each run, by its index. */
  const answers: unknown[] = [];
  beforeAll(async () => {
    ask = remembering(await askingSeed());
    for (const { name, variables } of RUNS) answers.push((await ask(operation(name), variables)).data);
  });
  beforeEach(() => {
    complaints = [];
    for (const level of ["error", "warn"] as const) {
      jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void complaints.push(said));
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test("are cached by Relay without a warning or a missing field", async () => {
    const compiled = compileForRelay(
      Object.fromEntries(
        Object.keys(OPERATION_VARIABLES).map((name) => [
          moduleName(name),
          namedForRelay(parse(operation(name)), `${moduleName(name)}Query`),
        ]),
      ),
    );
    const environment = new Environment({
      store: new Store(new RecordSource()),
      network: Network.create(async ({ text }, variables) => {
        const answer = await ask(text ?? "", variables as Variables);
        return { data: answer.data };
      }),
    });
    const runs = RUNS.map(({ name, variables }) => {
      const request = compiled[moduleName(name)];
      if (request === undefined) throw new Error(`${name} was not compiled.`);
      return { name, variables, request, descriptor: createOperationDescriptor(request, variables) };
    });
    for (const { descriptor } of runs) environment.retain(descriptor);
    for (let read = 1; read <= 2; read++) {
      for (const { request, variables } of runs) {
        await fetchQuery(environment, request, variables, { fetchPolicy: "network-only" }).toPromise();
      }
    }
    for (const [place, { name, descriptor }] of runs.entries()) {
      const { data, isMissingData } = environment.lookup(descriptor.fragment);
      expect({ name, isMissingData, status: environment.check(descriptor).status, data }).toEqual({
        name,
        isMissingData: false,
        status: "available",
        data: answers[place],
      });
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  test("are cached by Apollo Client without a warning or a missing field", async () => {
    // Apollo Client gives warnings only in development; it checks this when it is loaded.
    Object.assign(globalThis, { __DEV__: true });
    const { ApolloClient, ApolloLink } = await import("@apollo/client/core");
    const { careerCache } = await import("../../docs/clients/apolloClient.js");
    const { loadDevMessages, loadErrorMessages } = await import("@apollo/client/dev");
    const { from } = await import("rxjs");
    loadDevMessages();
    loadErrorMessages();
    const client = new ApolloClient({
      cache: careerCache(),
      link: new ApolloLink(({ query, variables }) => from(ask(print(query), variables).then(({ data }) => ({ data })))),
      dataMasking: false,
    });
    const runs = RUNS.map(({ name, variables }) => ({ name, variables, query: parse(operation(name)) }));
    for (let read = 1; read <= 2; read++) {
      for (const { query, variables } of runs) {
        await client.query({ query, variables, fetchPolicy: "network-only" });
      }
    }
    for (const [place, { name, variables, query }] of runs.entries()) {
      const { complete, result, missing } = client.cache.diff({
        query: client.cache.transformDocument(query),
        variables,
        optimistic: false,
        returnPartialData: true,
      });
      expect({ name, complete, missing: missing?.message }).toEqual({ name, complete: true, missing: undefined });
      // Apollo Client also requests the type of every object.
      expect(result).toMatchObject(answers[place] as object);
    }
    expect(complaints).toEqual([]);
  }, 60_000);
});
