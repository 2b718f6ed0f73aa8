import { beforeAll, describe, expect, test } from "@jest/globals";
import { apolloServer } from "../../src/graphql/apollo.js";
import { Context } from "../../src/graphql/Context.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, type Draft, need } from "../dataset/datasetOf.js";
import { type Ask, asking } from "./seedService.js";

const STAGES = `stages {
  phase { id } name years { from to }
  skills { skill { id } placement toRaise { heldLevel } buildsOn { id } neededBy { id } }
  certifications { id } degrees { id }
}`;

function role(slug: string, rest: Draft = {}): Draft {
  return { id: `role:${slug}`, title: slug, place: "UNPLACED", ...rest };
}

function skill(slug: string, buildsOn: readonly string[] = []): Draft {
  return { id: `skill:${slug}`, name: slug, buildsOn: buildsOn.map((below) => `skill:${below}`) };
}

function phase(slug: string, from: number, to: number | null, develops: readonly string[] = []): Draft {
  const years = to === null ? { from } : { from, to };
  return { id: `phase:${slug}`, name: slug, years, develops: develops.map((one) => `skill:${one}`) };
}

interface Named {
  readonly id: string;
}

interface Stage {
  readonly phase: Named | null;
  readonly skills: readonly {
    readonly skill: Named;
    readonly placement: string;
    readonly toRaise: { readonly heldLevel: number } | null;
    readonly buildsOn: readonly Named[];
    readonly neededBy: readonly Named[];
  }[];
  readonly certifications: readonly Named[];
  readonly degrees: readonly Named[];
}

const idsOf = (list: readonly Named[]): string => list.map(({ id }) => id.replace(/^.*:/, "")).join(" ");

/*
 * start ─► middle ─► top The top needs a, c, d, and craft at level 3; the middle needs a, and craft at 2; the start needs craft at 1.
 *
 * a and c build on base; d builds on c. The outsider belongs to another dataset, which has the earliest phase.
 */
const DRAFTS = {
  roles: [
    role("start", { skills: [need("skill:held"), need("skill:craft", "ESSENTIAL", { level: 1 })] }),
    role("middle", { skills: [need("skill:a"), need("skill:craft", "ESSENTIAL", { level: 2 })] }),
    role("top", {
      skills: [
        ...["a", "c", "d", "held"].map((slug) => need(`skill:${slug}`)),
        need("skill:craft", "ESSENTIAL", { level: 3 }),
      ],
      degrees: [{ degree: "degree:bachelor", necessity: "MINIMUM", cites: [{ source: "source:guide" }] }],
    }),
    role("schooled", {
      degrees: [{ degree: "degree:bachelor", necessity: "MINIMUM", cites: [{ source: "source:guide" }] }],
    }),
    role("free", { skills: [need("skill:free")] }),
  ],
  skills: [
    ...[skill("a", ["base"]), skill("base"), skill("c", ["base", "held"]), skill("craft"), skill("d", ["c"])],
    ...[skill("free"), skill("held", ["below"]), skill("below")],
  ],
  degrees: [{ id: "degree:bachelor", name: "Bachelor's degree", level: "BACHELOR" }],
  certifications: [
    { id: "certification:both", name: "Both", issuer: "X", certifies: ["skill:a", "skill:base"] },
    { id: "certification:late", name: "Late", issuer: "X", certifies: ["skill:d"] },
    { id: "certification:craft", name: "Craft", issuer: "X", certifies: ["skill:craft"] },
  ],
  phases: [
    phase("one", 0, 2, ["a", "base", "d"]),
    phase("two", 2, 3, ["a", "craft"]),
    phase("three", 2, 6, ["c"]),
    phase("four", 8, 10),
  ],
  transitions: [
    { from: "role:start", to: "role:middle", kind: "PROMOTION", basis: "STATED", statedYears: 1 },
    { from: "role:middle", to: "role:top", kind: "PROMOTION", basis: "STATED", statedYears: 1 },
  ],
};

const SCALE = { levelScale: { name: "Levels", lowest: 0, highest: 5 } };

describe("A roadmap", () => {
  let ask: Ask;
  beforeAll(async () => {
    const outside = {
      head: { id: "outside", name: "Outside" },
      drafts: {
        roles: [role("outsider", { skills: [need("skill:outer")] })],
        skills: [skill("outer")],
        phases: [phase("outer", 3, null, ["outer"]), phase("brief", 4, 6)],
      },
    };
    const bare = {
      head: { id: "bare", name: "Bare" },
      drafts: { roles: [role("bare", { skills: [need("skill:bare")] })], skills: [skill("bare")] },
    };
    ask = await asking(new EmbeddedStore(await datasetOf(DRAFTS, SCALE, [outside, bare]), new Date(0)));
  });

  /** The stages as lines: the phase, its skills with their placement, what they build on and who needs them, and what proves them. */
  async function roadmap(to: string, rest = ""): Promise<string[]> {
    const { data, errors } = await ask(`{ roadmap(to: "${to}"${rest}) { ${STAGES} } }`);
    expect(errors).toBeUndefined();
    return data.roadmap.stages.map((stage: Stage) =>
      [
        `${stage.phase?.id.slice(6) ?? "-"}`,
        ...stage.skills.map(
          (one) =>
            `${idsOf([one.skill])} ${one.placement}${one.toRaise === null ? "" : ` from ${one.toRaise.heldLevel}`} on (${idsOf(one.buildsOn)}) by (${idsOf(one.neededBy)})`,
        ),
        ...(stage.certifications.length > 0 ? [`shown by ${idsOf(stage.certifications)}`] : []),
        ...(stage.degrees.length > 0 ? [`degree ${idsOf(stage.degrees)}`] : []),
      ].join("; "),
    );
  }

  test("puts skills in the earliest phase that develops them, after what they build on, and says who needs them", async () => {
    expect(await roadmap("top", ', from: "start"')).toEqual([
      "one; base STATED on () by (top); a STATED on (base) by (middle top); shown by both; degree bachelor",
      "two; craft STATED from 1 on () by (middle top); shown by craft",
      "three; c STATED on (base) by (top); d INFERRED on (c) by (top); shown by late",
    ]);
  });

  test("begins at the person's stage, which includes what belongs to earlier ones", async () => {
    expect(await roadmap("top", ', from: "start", profile: { years: 2 }')).toEqual([
      "two; base INFERRED on () by (top); a STATED on (base) by (middle top); craft STATED from 1 on () by (middle top); shown by both craft; degree bachelor",
      "three; c STATED on (base) by (top); d INFERRED on (c) by (top); shown by late",
    ]);
  });

  test("names only the role if no path leads to it or no start is given, and adds nothing that held skills build on", async () => {
    const stages = [
      "one; base STATED on () by (top); a STATED on (base) by (top); shown by both; degree bachelor",
      "two; craft STATED on () by (top); shown by craft",
      "three; c STATED on (base) by (top); d INFERRED on (c) by (top); shown by late",
    ];
    expect(await roadmap("top", ', from: "free", profile: { skills: ["held"] }')).toEqual(stages);
    expect(await roadmap("top", ', profile: { skills: ["held"] }')).toEqual(stages);
    expect(await roadmap("top", ', profile: { skills: ["base", "a", "c", "d"] }')).toEqual([
      "one; below INFERRED on () by (top); held INFERRED on (below) by (top); degree bachelor",
      "two; craft STATED on () by (top); shown by craft",
    ]);
  });

  test("lists a skill to raise with the level held, and no certification or degree that is held", async () => {
    const held = 'skills: ["a", "c", "d", "held"], certifications: ["Craft"], degrees: ["Bachelor\'s degree"]';
    const levels = 'levels: [{ skill: "craft", level: 2 }]';
    expect(await roadmap("top", `, profile: { ${held}, ${levels} }`)).toEqual([
      "two; craft STATED from 2 on () by (top)",
    ]);
    expect(await roadmap("top", `, from: "schooled", profile: { ${held.replace(/, degrees.*/, "")} }`)).toEqual([]);
  });

  test("has a stage for a degree alone, and no stage if nothing must be learned", async () => {
    expect(await roadmap("schooled")).toEqual(["one; degree bachelor"]);
    expect(await roadmap("start", ', profile: { skills: ["held", "craft"] }')).toEqual([]);
  });

  // The phase whose years include the given ones and that begins last; otherwise, the last phase that began. Of two that begin together,
  // the shorter one.
  test.each([
    ...([
      [0, "one"],
      [1.9, "one"],
      [2, "two"],
      [2.9, "two"],
      [3, "three"],
      [5.9, "three"],
    ] as const),
    ...([
      [6, "two"],
      [7.9, "two"],
      [8, "four"],
      [9.9, "four"],
      [10, "four"],
      [60, "four"],
    ] as const),
  ])("begins after %d years with phase %s", async (years, expected) => {
    expect(await roadmap("free", `, profile: { years: ${years} }`)).toEqual([
      `${expected}; free INFERRED on () by (free)`,
    ]);
  });

  test("follows the phases of the role's own dataset: an open-ended one, one that has not begun, or none", async () => {
    const lines = ["outer; outer STATED on () by (outsider)"];
    for (const years of [0, 3, 6, 40])
      expect(await roadmap("outsider", `, profile: { years: ${years} }`)).toEqual(lines);
    expect(await roadmap("outsider", ", profile: { years: 5 }")).toEqual(["brief; outer INFERRED on () by (outsider)"]);
    const { data } = await ask(`{ roadmap(to: "bare", profile: { years: 9 }) { ${STAGES} } }`);
    expect(data.roadmap.stages).toMatchObject([
      { phase: null, name: "Skills to learn", years: null, skills: [{ placement: "INFERRED" }] },
    ]);
    const { data: named } = await ask(`{ roadmap(to: "outsider") { ${STAGES} } }`);
    expect(named.roadmap.stages).toMatchObject([{ name: "outer", years: { from: 3, to: null } }]);
  });

  test("is the same each time", async () => {
    const apollo = apolloServer(await careerSchema(), () => undefined);
    const dataset = await datasetOf(DRAFTS, SCALE);
    const contextValue = new Context(await new SnapshotHolder(new EmbeddedStore(dataset, new Date(0))).check());
    const query = '{ roadmap(from: "start", to: "top") { stages { name } } }';
    await apollo.executeOperation({ query }, { contextValue });
    expect(contextValue.repeatableIn).toBe(dataset.revision);
  });
});
