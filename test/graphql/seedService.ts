import { readFileSync } from "node:fs";
import { apolloServer } from "../../src/graphql/apollo.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { Context } from "../../src/graphql/Context.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import type { CareerStore } from "../../src/store/CareerStore.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";

/** The answer to an operation as a client parses it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of any operation
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string; readonly argument?: string };
  }[];
}

/** Runs one operation. Internal errors are thrown, so that no test overlooks them. */
export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** GraphQL over a store, without HTTP. */
export async function asking(
  store: CareerStore,
  report?: (error: unknown) => void,
  compile: boolean | "all" = false,
): Promise<Ask> {
  const apollo = apolloServer(
    await careerSchema(),
    report ??
      ((error) => {
        throw error;
      }),
    { compile },
  );
  const holder = new SnapshotHolder(store);
  return async (query, variables = {}) => {
    const context = new Context(await holder.check());
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue: context });
    if (body.kind !== "single") throw new Error("The answer came in parts.");
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
}

/** GraphQL over the seed dataset in the embedded store. */
export async function askingSeed(): Promise<Ask> {
  const { dataset, problems } = await readDataset(["seed"]);
  if (dataset === null)
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
  return asking(new EmbeddedStore(dataset, new Date(0)));
}

/** The text of an operation in `schema/operations/`. */
export function operation(name: string): string {
  return readFileSync(`schema/operations/${name}.graphql`, "utf8");
}
