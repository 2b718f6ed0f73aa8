import type { CareerReader, CareerStore } from "../CareerStore.js";
import type { StoreActivity } from "../StoreActivity.js";
import { DATA_MODEL, datasetRevision, storedRevision } from "./dataModel.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jReader } from "./Neo4jReader.js";
import { Neo4jUnavailableError } from "./Neo4jUnavailableError.js";
import { planStatements } from "./planStatements.js";
import { RevisionCache } from "./RevisionCache.js";
import { statement } from "./statement.js";
import { type ReadOptions, StatementRunner } from "./StatementRunner.js";
import { Wholeness } from "./Wholeness.js";

const ACTIVE = statement("read/active");
const KEPT = statement<{ readonly revision: string }>("read/kept");

/**
 * The graph in Neo4j. Nothing is read until it is needed, so a store can be opened while its server is unavailable. It recovers by itself
 * after any failure.
 */
export class Neo4jStore implements CareerStore {
  readonly kind = "NEO4J";
  readonly #runner: StatementRunner;
  readonly #cache = new RevisionCache();
  readonly #wholeness: Wholeness;
  /** The revision that was active last, and its stored name, which is that of a copy if the revision was repaired. */
  #active: { readonly revision: string; readonly stored: string } | null = null;

  constructor(
    private readonly address: Neo4jAddress,
    options?: ReadOptions,
  ) {
    this.#runner = new StatementRunner(address, options);
    this.#wholeness = new Wholeness(this.#runner, () => this.#cache.clear());
  }

  /**
   * @throws Neo4jUnavailableError also if nothing was ever loaded, or only in another data model
   * @throws StoreDamagedError if the active revision is not whole
   */
  async activeRevision(): Promise<string> {
    const [active] = await this.#runner.rows(ACTIVE);
    const { uri } = this.address;
    if (active === undefined) {
      const advice = "load a dataset with `career-graph load`";
      throw new Neo4jUnavailableError(
        "EMPTY_DATABASE",
        `The Neo4j database at ${uri} contains no career graph: ${advice}.`,
      );
    }
    const { revision, dataModel } = active as { revision: string; dataModel: number };
    const stored = dataModel === DATA_MODEL ? revision : await this.#kept(dataModel);
    this.#active = { revision: datasetRevision(stored), stored };
    await this.#wholeness.check(stored);
    return this.#active.revision;
  }

  /**
   * The generation to use if the active one has another data model. During a rolling upgrade, the former generation is kept.
   * @throws Neo4jUnavailableError if none is kept
   */
  async #kept(dataModel: number): Promise<string> {
    const [kept] = await this.#runner.rows(KEPT, { ending: `@${DATA_MODEL}` });
    if (kept !== undefined) return kept.revision;
    const advice =
      dataModel < DATA_MODEL
        ? "load the dataset again with this version (`career-graph load`), with --keep-previous if instances of the former version still run"
        : "run the version of this service that loaded it, or load the dataset again with this one";
    throw new Neo4jUnavailableError(
      "OTHER_DATA_MODEL",
      `Neo4j at ${this.address.uri} has data model ${dataModel}, but this service reads ${DATA_MODEL}: ${advice}.`,
    );
  }

  get activity(): StoreActivity {
    return this.#runner.activity;
  }

  async prepare(): Promise<void> {
    await planStatements(this.#runner);
  }

  reader(revision: string): CareerReader {
    const stored = (): string => (this.#active?.revision === revision ? this.#active.stored : storedRevision(revision));
    return new Neo4jReader(revision, stored, this.#runner, this.#cache, this.#wholeness);
  }

  async close(): Promise<void> {
    this.#cache.clear();
    await this.#runner.close();
  }
}
