import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { readDataset } from "../../src/dataset/readDataset.js";
import { revisionOf } from "../../src/dataset/revisionOf.js";
import { datasetOf, need, type Draft } from "./datasetOf.js";

describe("revision", () => {
  const SKILLS: Draft[] = [
    { id: "skill:a", name: "A" },
    { id: "skill:b", name: "B" },
  ];
  const ROLES: Draft[] = [
    { id: "role:a", title: "A", place: "UNPLACED", skills: [need("skill:a"), need("skill:b")] },
    { id: "role:b", title: "B", place: "UNPLACED" },
  ];
  const MOVES: Draft[] = [
    { from: "role:a", to: "role:b", kind: "LATERAL", basis: "STATED" },
    { from: "role:b", to: "role:a", kind: "LATERAL", basis: "STATED" },
  ];
  const revision = async (
    roles = ROLES,
    skills = SKILLS,
    transitions = MOVES,
    rest: Record<string, Draft[]> = {},
  ): Promise<string> => (await datasetOf({ roles, skills, transitions, ...rest })).revision;
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : value;
  const turned = (record: Draft): Draft => Object.fromEntries(Object.entries(record).reverse());

  test("is a hash of hexadecimal digits, the same each time the dataset is read", async () => {
    expect(await revision()).toMatch(/^[0-9a-f]{32}$/);
    expect(await revision()).toBe(await revision());
  });

  test("is a hash of every record as JSON with sorted keys, list by list; lists without an order are sorted by id", async () => {
    const { dataset } = await readDataset(["seed"]);
    const { revision: known, ...content } = dataset!;
    const unordered = ["transitions", "requirements", "degreeRequirements", "matches", "links"];
    const lines = Object.entries(content)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([key, value]: [string, unknown]) => {
        const rows = [value].flat().map((row) => JSON.stringify(row, (_key, inner: unknown) => sorted(inner)));
        // A row begins with its citations, so it is found by its id.
        const idOf = (row: string): string => (JSON.parse(row) as { id: string }).id;
        return [
          key,
          ...(unordered.includes(key) ? rows.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)) : rows),
        ];
      });
    const hash = createHash("sha256").update(lines.map((line) => `${line}\n`).join(""));
    expect(known).toBe(hash.digest("hex").slice(0, 32));
  });

  test("does not depend on the order of keys, of sorted records or of relationships", async () => {
    expect(await revision(ROLES.toReversed().map(turned), SKILLS.toReversed().map(turned), MOVES.toReversed())).toBe(
      await revision(),
    );
    const [first, ...others] = ROLES;
    const reversed = { ...first, skills: [need("skill:b"), need("skill:a")] };
    expect(await revision([reversed, ...others])).toBe(await revision());
  });

  test("does not depend on the order in which the fields of a record are created", async () => {
    const { revision: known, ...content } = await datasetOf({ roles: ROLES, skills: SKILLS, transitions: MOVES });
    const rebuilt = JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value) ? turned(value as Draft) : value,
    ) as typeof content;
    expect(revisionOf(rebuilt)).toBe(known);
  });

  test("does not depend on whether a default is written", async () => {
    expect(
      await revision(
        ROLES,
        SKILLS.map((skill) => ({ ...skill, offersChoice: false, buildsOn: [] })),
      ),
    ).toBe(await revision());
  });

  test("changes with any fact: a title, a citation, a relation", async () => {
    const sectors = ["a", "b"].map((slug) => ({ id: `sector:${slug}`, name: slug }));
    const revisions = await Promise.all([
      revision(),
      revision(ROLES.map((role) => ({ ...role, summary: "New" }))),
      revision(ROLES, SKILLS, MOVES.slice(1)),
      revision(
        ROLES,
        SKILLS,
        MOVES.map((move) => ({ ...move, cites: [{ source: "source:guide", heading: "Moves" }] })),
      ),
      revision(
        ROLES,
        SKILLS.map((skill) => (skill.id === "skill:b" ? { ...skill, buildsOn: ["skill:a"] } : skill)),
      ),
      revision(ROLES, SKILLS, MOVES, { sectors }),
    ]);
    expect(new Set(revisions).size).toBe(revisions.length);
    // The order of records has no meaning.
    expect(await revision(ROLES, SKILLS, MOVES, { sectors: sectors.toReversed() })).toBe(revisions.at(-1));
  });
});
