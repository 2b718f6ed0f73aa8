import { parseArgs } from "node:util";
import { getOperationAST, parse } from "graphql";
import { exitOnUncaughtError } from "../../src/cli/exitOnUncaughtError.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import { formatProblems } from "../../src/dataset/formatProblems.js";
import { apolloServer } from "../../src/graphql/apollo.js";
import { isCompilable } from "../../src/graphql/execution/isCompilable.js";
import { Context } from "../../src/graphql/Context.js";
import { LIMITS } from "../../src/graphql/limits/LIMITS.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { Dice } from "../paths/randomGraph.js";
import { distantReader } from "../store/distantReader.js";
import { type RandomOperation, RandomOperations } from "./RandomOperations.js";

// runFuzz.ts [--count N] [--seed N] [--only N]: sends N random operations to the dataset of DATASET and checks each answer against what
// the service promises. The promises include that a compiled operation over a store without data in memory gets the same answer, and that an
// operation ends if the store becomes unavailable at any of its reads. Operation n of a seed is always the same. --only sends only that one
// and prints its answer. Exits with 1 at the first answer that breaks a promise, and prints how to repeat it.

exitOnUncaughtError((error) => console.error("Nothing caught this error:", error));

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "3000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const [first, last] =
  values.only === undefined ? [0, Number(values.count) - 1] : [Number(values.only), Number(values.only)];

/** Milliseconds that an answer may be late, because the machine also does other work. */
const GRACE = 2_000;
/** What no error message may contain: a place in the code, a statement, a folder, the address of a database. */
const LEAK = /\.[jt]s:\d|\bMATCH \(|node_modules|\/(home|root|work|tmp|usr)\/|bolt:/;
/** One of this many operations is sent twice. */
const TWICE = 10;
/** A store becomes unavailable within this many reads. */
const MOST_READS = 12;

const { dataset, problems } = await readDataset((process.env["DATASET"] ?? "seed").split(","));
if (dataset === null) throw new Error(formatProblems(problems));
const holder = new SnapshotHolder(new EmbeddedStore(dataset, new Date(0)));
const snapshot = await holder.check();
const schema = await careerSchema();
/** Data like those of a store in another process. */
const distant = { ...snapshot, reader: distantReader(snapshot.reader) };
let reported: unknown = null;
const report = (error: unknown): void => {
  if (!(error instanceof StoreUnavailableError)) reported = error;
};
const apollo = apolloServer(schema, report);
const compiling = apolloServer(schema, report, { compile: "all" });

const words = { names: new Set<string>(), roleNames: new Set<string>(), ids: new Set<string>() };
for await (const rows of snapshot.reader.names()) {
  for (const { id, name, aliases } of rows) {
    words.ids.add(id);
    for (const text of [name, ...aliases]) {
      words.names.add(text);
      if (id.startsWith("role:")) words.roleNames.add(text);
    }
  }
}
for (const { id } of [...dataset.transitions.slice(0, 500), ...dataset.requirements.slice(0, 500), ...dataset.pay]) {
  words.ids.add(id);
}
const drawnFrom = { names: [...words.names], roleNames: [...words.roleNames], ids: [...words.ids] };

const codes = new Map<string, number>();
let [slowest, mostResident, compiled] = [0, 0, 0];
const begun = performance.now();
for (let n = first; n <= last; n++) {
  // Each operation has a random generator of its own, so that it can be made again without the earlier ones.
  const operation = new RandomOperations(schema, drawnFrom, new Dice(seed * 1_000_003 + n)).next();
  const answer = await ask(operation);
  if (values.only !== undefined) console.log(operation.query, JSON.stringify(operation.variables), answer.text);
  const broken = brokenPromise(answer);
  if (broken !== null) fail(n, operation, broken);
  if (n % TWICE === 0 && !answer.byClock) {
    const again = await ask(operation);
    if (!again.byClock && again.text !== answer.text) fail(n, operation, "A second answer differs from the first.");
  }
  const isValid = !answer.codes.some((code) => code.startsWith("GRAPHQL_"));
  if (!answer.byClock && isValid && canBeCompiled(operation)) {
    compiled++;
    const other = await ask(operation, compiling, distant);
    if (!other.byClock && other.text !== answer.text) {
      fail(n, operation, `Compiled, it is answered differently:\n${other.text}\n\n${answer.text}`);
    }
    for (const by of [apollo, compiling]) {
      let readsLeft = new Dice(n).below(MOST_READS);
      const failure = () => (readsLeft-- > 0 ? null : new StoreUnavailableError("away"));
      const leaving = { ...snapshot, reader: distantReader(snapshot.reader, failure) };
      const late = setTimeout(() => fail(n, operation, "It does not end."), LIMITS.milliseconds + GRACE);
      const broken = brokenPromise(await ask(operation, by, leaving));
      clearTimeout(late);
      if (broken !== null) fail(n, operation, `While the store becomes unavailable: ${broken}`);
    }
  }
  slowest = Math.max(slowest, answer.milliseconds);
  mostResident = Math.max(mostResident, process.memoryUsage.rss());
  for (const code of answer.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
}
console.log(
  JSON.stringify({
    operations: last - first + 1,
    compiled,
    seconds: Math.round((performance.now() - begun) / 1000),
    slowestMilliseconds: Math.round(slowest),
    mostResidentMB: Math.round(mostResident / 2 ** 20),
    outcomes: Object.fromEntries([...codes].sort()),
  }),
);

interface Answered {
  readonly text: string;
  readonly milliseconds: number;
  /** OK, or the codes of its errors, each listed once. */
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  /** Whether the time limit may have ended it. */
  readonly byClock: boolean;
}

function canBeCompiled({ query }: RandomOperation): boolean {
  const document = parse(query);
  const operation = getOperationAST(document);
  return Boolean(operation && isCompilable(schema, document, operation));
}

async function ask({ query, variables }: RandomOperation, by = apollo, data = snapshot): Promise<Answered> {
  reported = null;
  const context = new Context(data);
  const start = performance.now();
  const { body } = await by.executeOperation({ query, variables: { ...variables } }, { contextValue: context });
  const milliseconds = performance.now() - start;
  if (body.kind !== "single") throw new Error("The answer came in parts.");
  const { errors = [] } = body.singleResult;
  const text = JSON.stringify(body.singleResult);
  return {
    text,
    milliseconds,
    codes: errors.length === 0 ? ["OK"] : [...new Set(errors.map(({ extensions }) => String(extensions?.["code"])))],
    messages: errors.map(({ message }) => message),
    byClock: context.work.stopped === "DEADLINE" || text.includes("LIMIT_REACHED") || context.repeatableIn === null,
  };
}

/** The promise that an answer breaks; null if there is none. */
function brokenPromise({ milliseconds, codes: given, messages, text }: Answered): string | null {
  if (reported !== null) return `An error of our own: ${(reported as Error).stack ?? String(reported)}`;
  if (given.includes("INTERNAL_SERVER_ERROR")) return "INTERNAL_SERVER_ERROR";
  if (given.includes("undefined")) return "An error without a code.";
  if (milliseconds > LIMITS.milliseconds + GRACE) return `It took ${Math.round(milliseconds)} ms.`;
  if (text.length > 2 * LIMITS.bytes) return `The answer has ${text.length} characters.`;
  const leak = messages.find((message) => LEAK.test(message));
  return leak === undefined ? null : `A message tells too much: ${leak}`;
}

function fail(n: number, { query, variables }: RandomOperation, broken: string): never {
  console.error(
    `${broken}\n\n${query}\n${JSON.stringify(variables)}\n\nSend it again: npm run fuzz -- --seed ${seed} --only ${n}`,
  );
  process.exit(1);
}
