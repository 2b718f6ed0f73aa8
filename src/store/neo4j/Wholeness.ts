import { ENTITY_PREFIXES } from "../../model/entityKinds.js";
import { StoreDamagedError } from "../StoreDamagedError.js";
import { datasetRevision, STORED_PREFIXES } from "./dataModel.js";
import { countProblems, type FoundCounts, type RecordedCounts } from "./recordedCounts.js";
import { statement } from "./statement.js";
import type { StatementParameters, StatementRunner } from "./StatementRunner.js";
import type { Statement } from "./statement.js";

interface Totals {
  readonly entities: number;
  readonly relationships: number;
  readonly states: readonly string[];
  /** Distinguishes copies that had the same name at different times. */
  readonly loadedAt: readonly number[];
  readonly wantedEntities: readonly number[];
  readonly wantedRelationships: readonly number[];
}

const TOTALS = statement<Totals>("check/totals");
const RECORDED = statement<RecordedCounts>("check/recorded-counts");
const COUNT_ENTITIES = statement<FoundCounts["entities"][number]>("check/count-entities");
const COUNT_RELATIONSHIPS = statement<FoundCounts["relationships"][number]>("check/count-relationships");

/** Whether a generation is damaged, and the totals of the database when that was decided. */
interface Verdict {
  readonly totals: string;
  readonly damage: StoreDamagedError | null;
}

/**
 * Checks whether generations are whole, so that nothing is read from one that has lost records. A check compares Neo4j's counters, which
 * cost almost nothing to read, with what all generations together should hold. If they differ, it counts the records of the generation in use.
 * `career-graph verify` finds more, such as changed properties.
 */
export class Wholeness {
  /** By stored revision. */
  readonly #verdicts = new Map<string, Verdict>();
  #totals = "";

  /** @param onDamage called when a generation proves damaged; what was read from it before may be wrong, too */
  constructor(
    private readonly runner: StatementRunner,
    private readonly onDamage: () => void,
  ) {}

  /**
   * Checks a generation.
   * @throws StoreDamagedError if it is not whole
   * @throws Neo4jUnavailableError
   */
  async check(stored: string): Promise<void> {
    const [totals] = await this.runner.rows(TOTALS);
    const verdict = this.#verdicts.get(stored);
    if (totals === undefined) return;
    this.#totals = JSON.stringify(totals);
    if (verdict?.totals !== this.#totals) {
      // While a generation is being written or dropped, the expected totals are unknown.
      const settled = totals.states.every((state) => state === "READY");
      if (settled && isWhole(totals)) this.#decide(stored, null);
      else if (verdict === undefined || settled) this.#decide(stored, await this.#problemOf(stored));
    }
    const damage = this.damageOf(stored);
    if (damage !== null) throw damage;
  }

  /** Notes damage that a reader found. It counts until the totals of the database change. */
  note(stored: string, damage: StoreDamagedError): void {
    if (this.damageOf(stored) === null) this.onDamage();
    this.#verdicts.set(stored, { totals: this.#totals, damage });
  }

  /** The known damage of a generation; null if it is whole or was not checked. */
  damageOf(stored: string): StoreDamagedError | null {
    return this.#verdicts.get(stored)?.damage ?? null;
  }

  #decide(stored: string, problem: string | null): void {
    if (problem !== null) return this.note(stored, damaged(stored, problem));
    this.#verdicts.set(stored, { totals: this.#totals, damage: null });
  }

  async #problemOf(stored: string): Promise<string | null> {
    const [recorded] = await this.runner.rows(RECORDED, { revision: stored });
    // If the generation is gone, the next read throws RevisionGoneError.
    if (recorded === undefined || recorded.state !== "READY") return null;
    const found = {
      entities: await this.#all(COUNT_ENTITIES, { revision: stored, prefixes: STORED_PREFIXES }),
      relationships: await this.#all(COUNT_RELATIONSHIPS, { revision: stored, prefixes: ENTITY_PREFIXES }),
    };
    const problems = countProblems(recorded, found);
    return problems.length === 0 ? null : problems.join("; ");
  }

  async #all<Row extends object>(text: Statement<Row>, parameters: StatementParameters): Promise<readonly Row[]> {
    const rows: Row[] = [];
    // Counting millions takes longer than the deadline of a statement, which streams do not have.
    for await (const batch of this.runner.stream(text, parameters)) rows.push(...batch);
    return rows;
  }
}

/** The error to throw for a damaged generation. @param problem what is wrong with it */
export function damaged(stored: string, problem: string): StoreDamagedError {
  return new StoreDamagedError(
    `Revision ${datasetRevision(stored)} in Neo4j is damaged: ${problem}. Nothing is read from it until it is loaded again with career-graph load. career-graph verify gives details.`,
  );
}

function isWhole({ entities, relationships, wantedEntities, wantedRelationships }: Totals): boolean {
  return sumOf(wantedEntities) === entities && sumOf(wantedRelationships) === relationships;
}

/** NaN, which equals nothing, if a generation records no count. */
function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => (count < 0 ? NaN : sum + count), 0);
}
