import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { buildNameIndex, type NameIndex } from "../../src/names/NameIndex.js";
import type { NamedRow } from "../../src/names/NameTable.js";
import { normalizeName } from "../../src/names/normalizeName.js";
import { wordsInText } from "../../src/names/wordsInText.js";
import { expectSaying } from "../expectSaying.js";

const row = (id: string, name: string, ...aliases: string[]): NamedRow => ({
  ...{ id, name, aliases },
  ...{ originId: "dataset:a", sameAsIds: [] },
});

const ROWS: readonly NamedRow[] = [
  row("skill:c", "C"),
  row("skill:c++", "C++"),
  row("skill:c-sharp", "C#"),
  row("skill:net", ".NET"),
  row("skill:go", "Go", "Golang"),
  row("skill:sql", "SQL"),
  row("skill:python", "Python"),
  row("skill:java", "Java"),
  row("skill:computer-vision", "Computer Vision", "CV"),
  row("skill:ml-basics", "Machine Learning Basics", "ML basics"),
  row("skill:ml", "Machine Learning"),
  row("skill:learning", "Learning Theory of Games"),
  row("skill:choice", "TensorFlow/PyTorch"),
  row("skill:tensorflow", "TensorFlow"),
  row("skill:pytorch", "PyTorch"),
  row("skill:repair", "Installation, Repair"),
  row("skill:lead-a", "Lead People", "leadership"),
  row("skill:lead-b", "Lead Teams", "Leadership"),
  row("skill:json", "JavaScript Object Notation JSON"),
  row("skill:r-and-d", "Research Planning"),
  row("skill:interviews", "Job Interviews"),
  row("role:python", "Python Developer", "Kubernetes"),
];

const index = (rows: readonly NamedRow[] = ROWS): Promise<NameIndex> => buildNameIndex([rows]);

describe("the skills in a text", () => {
  test.each<[what: string, text: string, ...found: [name: string, ...slugs: string[]][]]>([
    ["names and aliases, in order", "Golang and python.", ["Golang", "go"], ["python", "python"]],
    [
      "names that differ in signs",
      "C, C++, C #, .NET",
      ["C", "c"],
      ["C++", "c++"],
      ["C #", "c-sharp"],
      [".NET", "net"],
    ],
    ["short names only in their own case", "go sql net c; Go SQL", ["Go", "go"], ["SQL", "sql"]],
    ["no short form, not even as an alias", "My CV: ML, computer vision", ["computer vision", "computer-vision"]],
    [
      "a name with a short form, written out or not",
      "ml Basics or machine learning basics",
      ["ml Basics", "ml-basics"],
      ["machine learning basics", "ml-basics"],
    ],
    ["the longest of overlapping names", "machine learning theory of games", ["learning theory of games", "learning"]],
    [
      "singular and plural, accents, and invisible marks",
      "job interview, Pythön, Py\u00adthon",
      ["job interview", "interviews"],
      ["Pythön", "python"],
      ["Py\u00adthon", "python"],
    ],
    [
      "names across a line break, but not across a comma or the end of a sentence",
      "Machine\nlearning. Machine, learning. Machine. Learning",
      ["Machine\nlearning", "ml"],
    ],
    [
      "a list of two names that together are a third",
      "TensorFlow, PyTorch; TensorFlow/PyTorch",
      ["TensorFlow", "tensorflow"],
      ["PyTorch", "pytorch"],
      ["TensorFlow/PyTorch", "choice"],
    ],
    ["names that contain punctuation", "installation, repair", ["installation, repair", "repair"]],
    ["names across brackets", "JavaScript Object Notation (JSON)", ["JavaScript Object Notation (JSON", "json"]],
    ["an item for each skill with the same name", "Leadership", ["Leadership", "lead-a", "lead-b"]],
    ["nothing within words and compounds", "Javanese, Go-to-market, R&C, MongoDB", ...([] as never[])],
    ["the possessive", "Python's speed", ["Python's", "python"]],
    ["no names of other kinds", "Kubernetes", ...([] as never[])],
    ["nothing in an empty text", " \n", ...([] as never[])],
  ])("include %s", async (_what, text, ...expected) => {
    const found = (await index()).skillsIn(text);
    expect(found.map(({ start, end, ids }) => [text.slice(start, end), ...ids])).toEqual(
      expected.map(([name, ...slugs]) => [name, ...slugs.map((slug) => `skill:${slug}`)]),
    );
  });

  test("have UTF-16 offsets, whatever precedes them", async () => {
    const names = await index();
    for (const before of ["😀😀 ", "שלום, ", "ﬁ ½ ", "e\u0301\u0323\u200d ", "C ++ & 'tis ", "\ud800 ", "… "]) {
      const text = `${before}Computer Vision`;
      const last = names.skillsIn(text).at(-1);
      expectSaying(last, JSON.stringify(before)).toEqual({
        ...{ start: before.length, end: text.length },
        ids: ["skill:computer-vision"],
      });
    }
  });

  test("are found like references: a title before an alias, and one of several records that match EXACT", async () => {
    const rows: NamedRow[] = [
      row("skill:a", "Welding"),
      row("skill:b", "Joining", "Welding"),
      row("skill:d", "Reports"),
      row("skill:e", "Report"),
      { ...row("skill:c1", "Drilling"), sameAsIds: ["skill:c2"] },
      { ...row("skill:c2", "Drilling"), originId: "dataset:b", sameAsIds: ["skill:c1"] },
    ];
    const names = await buildNameIndex([rows], ["dataset:b", "dataset:a"]);
    expect(names.skillsIn("Welding, drilling, report").map(({ ids }) => ids)).toEqual([
      ["skill:a"],
      ["skill:c2"],
      ["skill:e"],
    ]);
  });

  test("are those that a search of every run of words finds, the longest first", async () => {
    // The comparison of words is written here by hand: without case and accents, and in the singular.
    const WORDS: Readonly<Record<string, readonly [plain: string, singular: string]>> = {
      ...{ data: ["data", "data"], Data: ["data", "data"], lakes: ["lakes", "lake"], Lake: ["lake", "lake"] },
      ...{ Go: ["go", "go"], go: ["go", "go"], "C++": ["c++", "c++"] },
      ...{ Café: ["cafe", "cafe"], cafes: ["cafes", "cafe"] },
    };
    const GAPS: Readonly<Record<string, boolean>> = {
      ...{ " ": false, "\n": false, "/": false, " (": false, "\u200b": false },
      ...{ ", ": true, ". ": true, "\n\n": true, " – ": true, "; ": true },
    };
    const word = fc.constantFrom(...Object.keys(WORDS));
    const name = fc.array(word, { minLength: 1, maxLength: 4 });
    const record = fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) });
    const gap = fc.oneof(fc.constant(" "), fc.constantFrom(...Object.keys(GAPS)));
    const text = fc.array(fc.record({ word, gap }), { maxLength: 25 });
    let found = 0;
    let several = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), text, async (records, pieces) => {
        const rows = records.map(({ name, aliases }, i) =>
          row(`skill:s${String(i).padStart(2, "0")}`, name.join(" "), ...aliases.map((alias) => alias.join(" "))),
        );
        const written = pieces.map(({ gap, word }) => gap + word).join("");
        const ends = pieces.map((_, i) =>
          pieces.slice(0, i + 1).reduce((sum, { gap, word }) => sum + gap.length + word.length, 0),
        );
        const plain = (words: readonly string[]) => words.map((word) => WORDS[word]![0]).join(" ");
        const singular = (words: readonly string[]) => words.map((word) => WORDS[word]![1]).join(" ");
        const letters = (words: readonly string[]) => plain(words).replace(/[^a-z0-9]/g, "").length;

        const namesAt = (from: number, to: number): string[] => {
          const here = pieces.slice(from, to).map(({ word }) => word);
          if (pieces.slice(from + 1, to).some(({ gap }) => GAPS[gap])) return [];
          const means = (name: readonly string[]) =>
            singular(name) === singular(here) && (letters(name) > 3 || name.join(" ") === here.join(" "));
          // The first spelling stands for all spellings of a form.
          const spellings = records.map(({ name, aliases }) =>
            [name, ...aliases].filter((one, i, all) => all.findIndex((other) => plain(other) === plain(one)) === i),
          );
          const holders = [
            (i: number) => means(spellings[i]![0]!) && plain(spellings[i]![0]!) === plain(here),
            (i: number) => means(spellings[i]![0]!),
            (i: number) => spellings[i]!.slice(1).some((one) => means(one) && plain(one) === plain(here)),
            (i: number) => spellings[i]!.slice(1).some(means),
          ];
          for (const holds of holders) {
            const ids = rows.filter((_, i) => holds(i)).map(({ id }) => id);
            if (ids.length > 0) return ids;
          }
          return [];
        };
        const runs = pieces.flatMap((_, from) =>
          pieces.slice(from).map((__, i) => ({ from, to: from + i + 1, ids: namesAt(from, from + i + 1) })),
        );
        const left = runs.filter(({ ids }) => ids.length > 0);
        left.sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
        const kept: typeof left = [];
        for (const run of left) if (kept.every(({ from, to }) => run.to <= from || run.from >= to)) kept.push(run);
        kept.sort((one, other) => one.from - other.from);
        const expected = kept.map(({ from, to, ids }) => ({
          start: ends[from]! - pieces[from]!.word.length,
          end: ends[to - 1]!,
          ids,
        }));
        expectSaying((await index(rows)).skillsIn(written), JSON.stringify({ rows, written })).toEqual(expected);
        found += expected.length;
        several += kept.filter(({ from, to }) => to - from > 1).length;
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(400);
    expect(several).toBeGreaterThan(50);
  }, 60_000);

  test("words of any text are those by which references are compared, at their positions", () => {
    const unit = fc.constantFrom(..."aBé&'+#.-/ \n½ﬁß😀שΣ\u0301\u00ad\u200b\u200d C9*٣♯İ");
    const any = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: "binary", maxLength: 30 }));
    fc.assert(
      fc.property(any, (text) => {
        const words = wordsInText(text);
        expect(normalizeName(words.map(({ word }) => word).join(" "))).toBe(normalizeName(text));
        let before = 0;
        for (const { word, start, end } of words) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (!/&|[\ufe60\uff06]/u.test(text.slice(start, end)))
            expect(normalizeName(text.slice(start, end))).toContain(normalizeName(word));
          before = start;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("do not take long, whatever a text of 20 KB contains", async () => {
    // In a process of its own, as for all names.
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...["--import", "./dev/typescript/register.mjs"],
      "test/names/timeNamesInText.ts",
    ]);
    const times = JSON.parse(stdout) as Readonly<Record<string, number>>;
    expect(Object.keys(times).length).toBeGreaterThan(10);
    // Generous for a slow machine: usually, each takes under 30 ms.
    for (const [text, milliseconds] of Object.entries(times)) expectSaying(milliseconds, text).toBeLessThan(200);
  }, 60_000);
});
