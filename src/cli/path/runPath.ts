import { apolloServer } from "../../graphql/apollo.js";
import { careerSchema } from "../../graphql/schema.js";
import { Context } from "../../graphql/Context.js";
import { readConfig } from "../../server/Config.js";
import { openStore } from "../../server/openStore.js";
import { SnapshotHolder } from "../../snapshot/SnapshotHolder.js";
import { PATH_OPERATION, type PathAnswer } from "./pathOperation.js";
import { renderAnswer } from "./renderAnswer.js";

/**
 * `career-graph path`: asks the same operation as a frontend would, in this process, and prints the answer for a person, or
 * with `--json` for a program. No path is an answer; a role that cannot be found is an error.
 */
export async function runPath(from: string, to: string, { json = false }: { json?: boolean }): Promise<void> {
  const store = await openStore(readConfig(process.env));
  try {
    const snapshot = await new SnapshotHolder(store).refresh();
    const apollo = apolloServer(await careerSchema(), (error) => console.error(error));
    const response = await apollo.executeOperation<{ paths: PathAnswer }>(
      { query: PATH_OPERATION, variables: { from, to } },
      { contextValue: new Context(snapshot) },
    );
    if (response.body.kind !== "single") throw new Error("The answer came in parts, which this command cannot print.");
    const { data, errors } = response.body.singleResult;
    if (errors !== undefined) throw new Error(errors.map((error) => error.message).join("\n"));
    const answer = (data as { paths: PathAnswer }).paths;
    console.log(json ? JSON.stringify(answer, null, 2) : renderAnswer(answer));
  } finally {
    await store.close();
  }
}
