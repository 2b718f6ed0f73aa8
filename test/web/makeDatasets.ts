import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

type Row = Record<string, unknown>;

/** Writes a copy of the seed without one step, and with pay for a place. */
export function makeChangedSeed(folder: string): void {
  cpSync("seed", folder, { recursive: true });
  const change = (file: string, made: (rows: Row[]) => readonly Row[]): void => {
    const path = join(folder, file);
    writeFileSync(path, stringify(made(parse(readFileSync(path, "utf8")) as Row[])));
  };
  change("transitions.yaml", (rows) =>
    rows.filter(({ from, to }) => from !== "role:staff-ml-engineer" || to !== "role:ml-engineering-manager"),
  );
  change("pay.yaml", (rows) => [
    ...rows,
    ...rows
      .filter(({ id }) => id === "pay:junior-ladder")
      .map((row) => ({ ...row, id: "pay:junior-there", min: 41_000, max: 43_000, currency: "GBP", place: "GB" })),
  ]);
}

/**
 * Writes a dataset of seven layers of roles. Each role leads to all roles of the next layer, and the needs overlap at random, so there are
 * more paths than a search by learning can examine. The first role has the same title as a role of the seed.
 */
export function makeHardDataset(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [layers, width, skills] = [7, 9, 90];
  const cites = [{ source: "source:none" }];
  let state = 7;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const roles = [
    { layer: 0, id: "role:first", title: "Data Scientist" },
    ...Array.from({ length: layers * width }, (_, place) => ({
      layer: 1 + Math.floor(place / width),
      id: `role:middle-${place}`,
      title: `Middle ${place}`,
    })),
    { layer: layers + 1, id: "role:last", title: "Last" },
  ];
  const files: Readonly<Record<string, unknown>> = {
    dataset: { name: "Many ways", version: "1" },
    sources: [{ id: "source:none", title: "No source" }],
    skills: Array.from({ length: skills }, (_, place) => ({ id: `skill:s-${place}`, name: `Skill ${place}`, cites })),
    roles: roles.map(({ id, title }) => ({
      id,
      title,
      place: "ALTERNATIVE",
      cites,
      skills: [...new Set(Array.from({ length: 12 }, () => random(skills)))].map((skill) => ({
        skill: `skill:s-${skill}`,
        importance: "ESSENTIAL",
        cites,
      })),
    })),
    transitions: roles.flatMap(({ id: from, layer }) =>
      roles
        .filter((to) => to.layer === layer + 1)
        .map(({ id: to }) => ({ from, to, kind: "LATERAL", basis: "STATED", cites })),
    ),
  };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), stringify(rows));
}
