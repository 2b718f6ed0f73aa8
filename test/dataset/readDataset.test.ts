import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { formatProblems } from "../../src/dataset/formatProblems.js";
import { readDataset } from "../../src/dataset/readDataset.js";

const HEAD = "name: Test\nversion: '1'\n";

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** Writes a folder that exists until the test ends; null stands for a directory with that name. */
async function folderOf(files: Readonly<Record<string, string | null>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) await mkdir(join(folder, name));
    else await writeFile(join(folder, name), content);
  }
  return folder;
}

/** The problems of one folder as the terminal shows them, without the folder's own path. */
async function shownProblems(files: Readonly<Record<string, string | null>>): Promise<string[]> {
  const folder = await folderOf(files);
  const { problems } = await readDataset([folder]);
  return formatProblems(problems).replaceAll(`${folder}/`, "").split("\n");
}

describe("problems", () => {
  test("all problems of a folder are reported in one run, each with file, line, id and what to do", async () => {
    const shown = await shownProblems({
      "dataset.yaml": "name: Test\n",
      "sources.yaml": "- id: source:guide\n  title: Guide\n",
      "roles.yaml": `# Roles
- id: role:a
  title: A
  place: LADER
  seniorty: 3
  cites: [{ source: source:guide }]

- id: role:b
  title: B
  place: LADDER
  track: track:x
  skills:
    - skill: skill:x
      importance: ESSENTIAL
  cites:
    - source: source:guide
      header: Top
- title: Nameless
  place: UNPLACED
  cites: []
- id: role:c
  title: C
  place: UNPLACED
  track: track:x
  cites: [{ source: source:guide }]
`,
    });
    expect(shown).toEqual([
      "dataset.yaml:1: `version` is missing. Add it, as text.",
      'roles.yaml:4: role:a: `place` is "LADER". Write one of LADDER, ENTRY, ALTERNATIVE, UNPLACED.',
      "roles.yaml:5: role:a: `seniorty` is not a known key. Correct its spelling or remove it.",
      "roles.yaml:13: role:b: `skills[0].cites` is missing. Add it, as a list.",
      "roles.yaml:17: role:b: `cites[0].header` is not a known key. Correct its spelling or remove it.",
      "roles.yaml:18: `id` is missing. Add it, as text.",
      "roles.yaml:20: `cites` is empty. Give at least one item.",
      "roles.yaml:24: role:c: There is no record track:x. Correct the id, add the record to tracks.yaml, or also name the folder that contains it.",
      "8 problems in 2 files.",
    ]);
  });

  test.each([
    [
      "id: Role:A",
      '`id`: "Role:A" is not a valid track id',
      "Write `track:` and lower-case words joined by single hyphens",
    ],
    [
      "id: track:a--b",
      '`id`: "track:a--b" is not a valid track id',
      "Write `track:` and lower-case words joined by single hyphens",
    ],
    ["name: 3", "`name` is 3, not text", "Write text, in quotes if it looks like a number or a date"],
    ["name:", "`name` has no value", "Write text after it"],
    ["name: ''", "`name` is empty", "Write a value, or remove the key if it is optional"],
    ["aliases: X", '`aliases` is "X", not a list', "Write a list"],
    [`name: ${"x".repeat(501)}`, "`name` is longer than 500 characters", "Shorten it"],
  ])("a track with `%s` is reported with what is wrong and what to do", async (line, message, fix) => {
    const key = line.slice(0, line.indexOf(":"));
    const lines = { id: "id: track:a", name: "name: A", cites: "cites: [{ source: source:guide }]", [key]: line };
    const yaml = `- ${Object.values(lines).join("\n  ")}\n`;
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": "[{ id: source:guide, title: Guide }]",
      "tracks.yaml": yaml,
    });
    const { problems } = await readDataset([folder]);
    expect(problems).toMatchObject([
      { line: yaml.split("\n").findIndex((each) => each.includes(line)) + 1, message, fix },
    ]);
  });

  test.each([
    ["currency: dollars", "`currency`: is not an ISO 4217 code of three capitals, such as USD"],
    ["asOf: 2025-13", "`asOf`: is not an ISO 8601 date, month or year, such as 2025-03"],
    ["asOf: 2025-02-30", "`asOf`: is not an ISO 8601 date, month or year, such as 2025-03"],
    ["about: []", "`about` is empty"],
    ["about: [sector:a, unit:x]", '`about[1].to`: "unit:x" is not the id of a node'],
    ["about: [{ to: sector:a, basis: GUESSED }]", '`about[0].basis` is "GUESSED"'],
    ["min: -5", "`min` is -5, less than 0"],
    ["openEnded: yes", '`openEnded` is "yes", not true or false'],
  ])("a pay claim with `%s` is reported", async (line, message) => {
    const key = line.slice(0, line.indexOf(":"));
    const lines = {
      id: "id: pay:a",
      about: "about: [sector:a]",
      rest: "{ min: 1, max: 2 }",
      currency: "currency: USD",
      period: "period: YEAR",
      component: "component: BASE",
      statistic: "statistic: RANGE",
      max: "max: 9",
      cites: "cites: [{ source: source:guide }]",
      [key]: line,
    };
    const { rest: _rest, ...kept } = lines;
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": "[{ id: source:guide, title: Guide }]",
      "sectors.yaml": "[{ id: sector:a, name: A, cites: [{ source: source:guide }] }]",
      "pay.yaml": `- ${Object.values(kept).join("\n  ")}\n`,
    });
    const { problems } = await readDataset([folder]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  test("invalid YAML is reported at its line, and references to records of that file are not reported", async () => {
    const shown = await shownProblems({
      "dataset.yaml": HEAD,
      "sources.yaml": "[{ id: source:guide, title: Guide }]",
      "tracks.yaml": "- id: track:a\n  name: A\n   cites: [\n",
      "roles.yaml": "- { id: role:a, title: A, place: UNPLACED, track: track:a, cites: [{ source: source:guide }] }\n",
    });
    expect(shown.slice(0, -1).every((line) => /^tracks\.yaml:[234]: Invalid YAML: /.test(line))).toBe(true);
    expect(shown.length).toBeGreaterThan(1);
  });

  test("an alias without its anchor is invalid YAML", async () => {
    const shown = await shownProblems({ "dataset.yaml": HEAD, "sectors.yaml": "- id: sector:a\n  name: *nobody\n" });
    expect(shown[0]).toBe(
      "sectors.yaml:2: Invalid YAML: There is no anchor &nobody. Correct the syntax here or in the lines just above.",
    );
  });

  test("a repeated key is invalid YAML", async () => {
    const shown = await shownProblems({ "dataset.yaml": "name: Test\nversion: '1'\nname: Again\n" });
    expect(shown[0]).toMatch(/^dataset\.yaml:3: Invalid YAML: .*unique/);
  });

  test.each([
    ["", "sectors.yaml:1: The file is empty."],
    ["name: A", "sectors.yaml:1: The file is not a list of records."],
    ["- just text", 'sectors.yaml:1: The record is "just text", not a mapping of keys to values.'],
    ["-", "sectors.yaml:1: The record is empty."],
  ])("a file that contains %j is not a list of records", async (content, problem) => {
    const [first] = await shownProblems({ "dataset.yaml": HEAD, "sectors.yaml": content });
    expect(first?.startsWith(problem)).toBe(true);
  });

  test("missing, unknown and unreadable files are reported, and other things in the folder are not", async () => {
    const shown = await shownProblems({
      "role.yaml": "[]",
      "README.md": "About",
      "notes.txt": "",
      drafts: null,
    });
    expect(shown[0]).toBe("dataset.yaml: The file is missing. Write it with the keys `name` and `version`.");
    expect(shown[1]).toMatch(
      /^role\.yaml: There is no record kind with such a file\. Rename or remove it\. Known files: dataset\.yaml, roles\.yaml, /,
    );
    expect(shown).toHaveLength(3);
  });

  test("a missing folder is one problem, and so is a file in its place", async () => {
    const folder = await folderOf({ "dataset.yaml": HEAD });
    const missing = await readDataset([join(folder, "nowhere")]);
    expect(missing.problems).toEqual([
      {
        file: join(folder, "nowhere"),
        line: null,
        id: null,
        message: "There is no such folder",
        fix: "Name a readable dataset folder",
      },
    ]);
    const file = await readDataset([join(folder, "dataset.yaml")]);
    expect(file.problems).toMatchObject([{ message: "It is not a folder" }]);
  });

  test("a folder that is named twice is one problem, even if it is written differently", async () => {
    const { problems } = await readDataset(["seed", "./seed/"]);
    expect(problems).toEqual([
      { file: "./seed/", line: null, id: null, message: "The folder is named twice", fix: "Name it once" },
    ]);
  });

  test("an empty list of folders is a problem", async () => {
    expect(await readDataset([])).toMatchObject({ dataset: null, problems: [{ message: "No folder is named" }] });
  });
});

describe("the dataset", () => {
  const SOURCES = "[{ id: source:guide, title: Guide }]";

  test("contains the records of several folders, and has the names of all", async () => {
    const first = await folderOf({ "dataset.yaml": "name: One\nversion: '1'\n", "sources.yaml": SOURCES });
    const second = await folderOf({
      "dataset.yaml": "name: Two\nversion: 2.b\n",
      "sectors.yaml": "[{ id: sector:a, name: A, cites: [{ source: source:guide }] }]",
    });
    const { dataset } = await readDataset([first, second]);
    expect(dataset).toMatchObject({ name: "One + Two", version: "1 + 2.b" });
    expect(dataset?.sectors).toHaveLength(1);
  });

  test("has the attribution lines of all folders, each once; changing them changes the revision", async () => {
    const head = (name: string, lines: string[]) =>
      `name: ${name}\nversion: '1'\nattributions: ${JSON.stringify(lines)}\n`;
    const first = await folderOf({ "dataset.yaml": head("One", ["By A.", "By B."]), "sources.yaml": SOURCES });
    const second = await folderOf({ "dataset.yaml": head("Two", ["By B.", "By C."]) });
    const { dataset } = await readDataset([first, second]);
    expect(dataset?.attributions).toEqual(["By A.", "By B.", "By C."]);
    const bare = await folderOf({ "dataset.yaml": head("One", []), "sources.yaml": SOURCES });
    expect((await readDataset([bare])).dataset?.revision).not.toBe((await readDataset([first])).dataset?.revision);
  });

  test("joins roles of different folders by matches of a third, and omits matches of roles that are not served", async () => {
    const folderWith = (name: string, files: Record<string, string>) =>
      folderOf({ "dataset.yaml": `name: ${name}\nversion: '1'\n`, "sources.yaml": SOURCES, ...files });
    const role = (slug: string) =>
      `[{ id: role:${slug}, title: Analyst, place: UNPLACED, cites: [{ source: source:guide }] }]`;
    const folders = [
      await folderWith("One", { "roles.yaml": role("one") }),
      await folderWith("Two", { "roles.yaml": role("two") }),
      await folderWith("Matches", {
        "matches.yaml": `- { from: role:one, to: role:two, kind: CLOSE, basis: STATED, cites: [{ source: source:guide }] }
- { from: role:one, to: role:three, kind: EXACT, basis: STATED, cites: [{ source: source:guide }] }
`,
      }),
    ];
    const { dataset, notices } = await readDataset(folders);
    // The source that all three folders contain is one source.
    expect(dataset?.sources).toHaveLength(1);
    expect(dataset?.matches).toEqual([
      {
        ...{ id: "match:role.one--role.two", fromId: "role:one", toId: "role:two" },
        ...{ kind: "CLOSE", basis: "STATED", note: null },
        citations: [{ sourceId: "source:guide", viaId: null, heading: null }],
      },
    ]);
    expect(notices).toEqual([
      {
        ...{ file: join(folders[2]!, "matches.yaml"), line: 2, id: "match:role.one--role.three" },
        message: "The match is ignored, because role:three is not served",
        fix: "Also name the folder that contains it, or correct the id",
      },
    ]);
  });

  test("accepts an alias of several records if the folder declares so, but not a title of several", async () => {
    const folderWith = (shared: boolean) =>
      folderOf({
        "dataset.yaml": `${HEAD}sharedAliases: ${shared}\n`,
        "sources.yaml": SOURCES,
        "roles.jsonl": [
          { id: "role:a", title: "Buyer", aliases: ["Agent"] },
          { id: "role:b", title: "Broker", aliases: ["Agent", "Buyer"] },
          { id: "role:c", title: "broker", aliases: [] },
        ]
          .map((role) => JSON.stringify({ ...role, place: "UNPLACED", cites: [{ source: "source:guide" }] }))
          .join("\n"),
      });
    const linesOf = async (shared: boolean) =>
      (await readDataset([await folderWith(shared)])).problems.map(({ line }) => line);
    expect(await linesOf(true)).toEqual([3]);
    expect(await linesOf(false)).toEqual([2, 2, 3]);
  });

  test("reads JSON Lines like YAML, and reports an invalid line by its number", async () => {
    const sector = (slug: string) =>
      JSON.stringify({ id: `sector:${slug}`, name: slug, cites: [{ source: "source:guide" }] });
    const sound = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": SOURCES,
      "sectors.jsonl": `${sector("a")}\n\n${sector("b")}\n`,
    });
    expect((await readDataset([sound])).dataset?.sectors.map(({ id }) => id)).toEqual(["sector:a", "sector:b"]);
    const shown = await shownProblems({
      "dataset.yaml": HEAD,
      "sources.yaml": SOURCES,
      "sectors.jsonl": `${sector("a")}\n{]\n`,
    });
    expect(shown[0]).toMatch(/^sectors\.jsonl:2: Invalid JSON: .*Write one JSON object on the line\.$/);
  });

  test("adds defaults for omitted keys, and keeps given ones", async () => {
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml":
        "- { id: source:guide, title: Guide }\n- { id: source:work, title: Work, url: 'https://example.org', note: Old }\n",
      "skills.yaml": `- id: skill:a
  name: A
  buildsOn:
    - skill:b
  cites: [{ source: source:guide, heading: Skills, via: source:work }]
- id: skill:b
  name: "  B  "
  partOf: [{ to: skill:a, basis: INFERRED, cites: [{ source: source:work }] }]
  cites: [{ source: source:guide }, { source: source:guide }]
`,
    });
    const { dataset } = await readDataset([folder]);
    const guide = { sourceId: "source:guide", viaId: null, heading: null };
    expect(dataset?.skills).toEqual([
      {
        id: "skill:a",
        label: "A",
        name: "A",
        aliases: [],
        labels: [],
        description: null,
        category: null,
        collections: [],
        offersChoice: false,
        originId: expect.any(String),
        citations: [{ sourceId: "source:guide", viaId: "source:work", heading: "Skills" }],
      },
      {
        ...{
          id: "skill:b",
          label: "B",
          name: "B",
          aliases: [],
          labels: [],
          description: null,
          category: null,
          collections: [],
          offersChoice: false,
        },
        ...{ originId: expect.any(String), citations: [guide] },
      },
    ]);
    expect(dataset?.links).toEqual([
      {
        id: "relation:BUILDS_ON:skill:a:skill:b",
        type: "BUILDS_ON",
        from: "skill:a",
        to: "skill:b",
        basis: "STATED",
        citations: [{ sourceId: "source:guide", viaId: "source:work", heading: "Skills" }],
      },
      {
        id: "relation:PART_OF:skill:b:skill:a",
        type: "PART_OF",
        from: "skill:b",
        to: "skill:a",
        basis: "INFERRED",
        citations: [{ ...guide, sourceId: "source:work" }],
      },
    ]);
    expect(dataset?.sources[1]).toEqual({
      id: "source:work",
      label: "Work",
      originId: expect.any(String),
      title: "Work",
      publisher: null,
      url: "https://example.org",
      note: "Old",
      citations: [],
    });
  });

  test.each([
    [[[2, 5]], { from: 2, to: 5, disputed: false }],
    [
      [
        [2, 5],
        [2, 5],
      ],
      { from: 2, to: 5, disputed: false },
    ],
    [
      [
        [2, 5],
        [1, 4],
      ],
      { from: 1, to: 5, disputed: true },
    ],
    [[[2, 5], [3]], { from: 2, to: null, disputed: true }],
    [[[8]], { from: 8, to: null, disputed: false }],
    [[], null],
  ])("experience claimed as %j spans %j", async (claims, experience) => {
    const records = claims.map(([from, to], index) => ({ from, to, cites: [{ source: `source:s${index % 2}` }] }));
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": "[{ id: source:s0, title: A }, { id: source:s1, title: B }]",
      "roles.yaml": JSON.stringify([
        { id: "role:a", title: "A", place: "UNPLACED", experience: records, cites: [{ source: "source:s0" }] },
      ]),
    });
    const found = (await readDataset([folder])).dataset?.roles[0]?.experience;
    if (experience === null) expect(found).toBeNull();
    else {
      expect(found).toMatchObject(experience);
      expect(found?.citations.map(({ sourceId }) => sourceId)).toEqual(
        ["source:s0", "source:s1"].slice(0, claims.length),
      );
    }
  });

  test("sorts records by normalized name, then id, whatever the order of the files", async () => {
    const cites = [{ source: "source:guide" }];
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": SOURCES,
      "roles.yaml": JSON.stringify(
        [
          ["role:z", "Éclair Maker"],
          ["role:y", "zookeeper"],
          ["role:x", "Eclipse Watcher"],
          ["role:w", "Z"],
        ].map(([id, title]) => ({ id, title, place: "UNPLACED", cites })),
      ),
      "sectors.yaml": JSON.stringify(["b", "a"].map((slug) => ({ id: `sector:${slug}`, name: slug, cites }))),
    });
    const { dataset } = await readDataset([folder]);
    expect(dataset?.roles.map(({ id }) => id)).toEqual(["role:z", "role:x", "role:w", "role:y"]);
    expect(dataset?.sectors.map(({ id }) => id)).toEqual(["sector:a", "sector:b"]);
  });

  test("reads tens of thousands of records in seconds", async () => {
    const cites = [{ source: "source:guide" }];
    const lines = (count: number, recordAt: (index: number) => object): string =>
      Array.from({ length: count }, (_, index) => JSON.stringify({ cites, ...recordAt(index) })).join("\n");
    const folder = await folderOf({
      "dataset.yaml": HEAD,
      "sources.yaml": SOURCES,
      "skills.jsonl": lines(10_000, (index) => ({ id: `skill:s${index}`, name: `Skill ${index}` })),
      "roles.jsonl": lines(10_000, (index) => ({
        id: `role:r${index}`,
        title: `Role ${index}`,
        place: "UNPLACED",
        skills: [1, 2, 3]
          .map((step) => ({ skill: `skill:s${((index * step) % 10_000) + 0}`, importance: "USEFUL", cites }))
          .filter(({ skill }, position, all) => all.findIndex((other) => other.skill === skill) === position),
      })),
      "transitions.jsonl": lines(9_999, (index) => ({
        from: `role:r${index}`,
        to: `role:r${index + 1}`,
        kind: "RELATED",
        basis: "STATED",
      })),
    });
    const started = performance.now();
    const { dataset } = await readDataset([folder]);
    expect(dataset?.transitions).toHaveLength(9_999);
    // A quadratic step would take minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
