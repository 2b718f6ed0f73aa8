import { millisecondsOf, quantile } from "./figures.js";

/** What one contender took and answered. */
export interface Turns<Answer> {
  /** Median milliseconds of a question. */
  readonly median: number;
  /** Its answers of the last round, in the order of the questions. */
  readonly answers: readonly Answer[];
}

/** How long contenders are asked. */
export interface Pace {
  /** Rounds that count; a round asks every contender every question. */
  readonly rounds: number;
  /**
   * How long each contender is asked before that, all questions once at least, which opens connections and has its code compiled:
   * that of a fast one would not be by as many questions as a slow one's.
   */
  readonly warmUpSeconds: number;
}

/** Puts the same questions to contenders, one after the other, and each one's turn after the other's. */
export async function inTurns<Name extends string, Question, Answer>(
  { rounds, warmUpSeconds }: Pace,
  questions: readonly Question[],
  contenders: Readonly<Record<Name, (question: Question) => Answer | Promise<Answer>>>,
): Promise<Readonly<Record<Name, Turns<Answer>>>> {
  const names = Object.keys(contenders) as Name[];
  const answers = {} as Record<Name, Answer[]>;
  /** Milliseconds of each question. */
  const turnOf = async (name: Name): Promise<number[]> => {
    const times: number[] = [];
    answers[name] = [];
    for (const question of questions) {
      times.push(await millisecondsOf(async () => answers[name].push(await contenders[name](question))));
    }
    return times;
  };
  for (const name of names) {
    const warm = performance.now() + warmUpSeconds * 1000;
    do await turnOf(name);
    while (performance.now() < warm);
  }
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let counted = 0; counted < rounds; counted++) {
    for (const name of names) times[name].push(...(await turnOf(name)));
  }
  const results = {} as Record<Name, Turns<Answer>>;
  for (const name of names) results[name] = { median: quantile(times[name], 0.5), answers: answers[name] };
  return results;
}
