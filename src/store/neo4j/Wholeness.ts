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
  /** Tells apart copies that had one name after the other. */
  readonly loadedAt: readonly number[];
  readonly wantedEntities: readonly number[];
  readonly wantedRelationships: readonly number[];
}

const TOTALS = statement<Totals>("check/totals");
const RECORDED = statement<RecordedCounts>("check/recorded-counts");
const COUNT_ENTITIES = statement<FoundCounts["entities"][number]>("check/count-entities");
const COUNT_RELATIONSHIPS = statement<FoundCounts["relationships"][number]>("check/count-relationships");

/** What is thought of a generation, and of which totals of the database. */
interface Verdict {
  readonly totals: string;
  readonly damage: StoreDamagedError | null;
}

/**
 * Watches whether generations are whole, so that one of which something was deleted is read from no longer. Neo4j's counters tell
 * that at next to no cost, and only where they are not what all generations together should hold is the one that is read counted.
 * `career-graph verify` looks closer.
 */
export class Wholeness {
  /** By stored revision. */
  readonly #verdicts = new Map<string, Verdict>();
  #totals = "";

  /** @param onDamage told when a generation turns out to be damaged: what was read of it may have been, too */
  constructor(
    private readonly runner: StatementRunner,
    private readonly onDamage: () => void,
  ) {}

  /**
   * Looks at a generation.
   * @throws StoreDamagedError where it is not whole
   * @throws Neo4jUnavailableError
   */
  async look(stored: string): Promise<void> {
    const [totals] = await this.runner.rows(TOTALS);
    const verdict = this.#verdicts.get(stored);
    if (totals === undefined) return;
    this.#totals = JSON.stringify(totals);
    if (verdict?.totals !== this.#totals) {
      // While one is written or dropped, nobody knows what all together should hold.
      const settled = totals.states.every((state) => state === "READY");
      if (settled && isWhole(totals)) this.#decide(stored, null);
      else if (verdict === undefined || settled) this.#decide(stored, await this.#problemOf(stored));
    }
    const damage = this.damageOf(stored);
    if (damage !== null) throw damage;
  }

  /** Notes damage that a reader met. It stands until something in the database changes. */
  note(stored: string, damage: StoreDamagedError): void {
    if (this.damageOf(stored) === null) this.onDamage();
    this.#verdicts.set(stored, { totals: this.#totals, damage });
  }

  /** The damage of a generation, as far as it is known; null if it is whole or was not looked at. */
  damageOf(stored: string): StoreDamagedError | null {
    return this.#verdicts.get(stored)?.damage ?? null;
  }

  #decide(stored: string, problem: string | null): void {
    if (problem !== null) return this.note(stored, damaged(stored, problem));
    this.#verdicts.set(stored, { totals: this.#totals, damage: null });
  }

  async #problemOf(stored: string): Promise<string | null> {
    const [recorded] = await this.runner.rows(RECORDED, { revision: stored });
    // Whether it is held at all is for its readers to find out.
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
    // Counting millions takes longer than a request may.
    for await (const batch of this.runner.stream(text, parameters)) rows.push(...batch);
    return rows;
  }
}

/** The error to throw for a damaged generation. @param problem what is wrong with it */
export function damaged(stored: string, problem: string): StoreDamagedError {
  return new StoreDamagedError(
    `Revision ${datasetRevision(stored)} in Neo4j is incomplete: ${problem}. Nothing is read from it until it is loaded again with career-graph load. career-graph verify gives details.`,
  );
}

function isWhole({ entities, relationships, wantedEntities, wantedRelationships }: Totals): boolean {
  return sumOf(wantedEntities) === entities && sumOf(wantedRelationships) === relationships;
}

/** NaN, which equals nothing, where a generation tells none. */
function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => (count < 0 ? NaN : sum + count), 0);
}
