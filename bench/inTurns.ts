import { millisecondsOf, quantile } from "./figures.js";

/** What one contender took and answered. */
export interface Turns<Answer> {
  /** Median milliseconds of a question. */
  readonly median: number;
  /** Its answers of the last round, in the order of the questions. */
  readonly answers: readonly Answer[];
}

/** How long each contender is measured. */
export interface Pace {
  /** Rounds that count. A round asks every contender every question. */
  readonly rounds: number;
  /**
   * Seconds for which each contender is asked before the rounds, every question at least once. This opens connections and lets V8
   * compile the code. It is a time and not a number of questions: a fast contender needs more questions until its code is compiled.
   */
  readonly warmUpSeconds: number;
}

/** Asks contenders the same questions, one question at a time. In each round the contenders take turns. */
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
