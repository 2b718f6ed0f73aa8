/*
 * Checks that the seed dataset contains all of its two source documents: every figure with its meaning and place, every contradiction as
 * separate claims, and no copied sentence. The documents are not part of the repository; the tests that read them say so if they are
 * missing.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../src/dataset/Dataset.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import type { Citation } from "../../src/model/Citation.js";
import { transitionId } from "../../src/model/EntityId.js";
import { normalizeName } from "../../src/names/normalizeName.js";
import { expectSaying } from "../expectSaying.js";
import {
  CITED,
  COUNTS,
  EXPERIENCE,
  GROWTH,
  GUIDE,
  LADDER,
  LADDER_SKILLS,
  MANAGER,
  PAY,
  PHASES,
  REQUIREMENTS,
  SAID,
  TRANSITIONS,
  type PayFigure,
  type Place,
} from "./inventory.js";

const SEED = fileURLToPath(new URL("../../seed", import.meta.url));
const DOCUMENTS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

const dataset = await readSeed();

async function readSeed(): Promise<Dataset> {
  const result = await readDataset([SEED]);
  if (result.dataset === null) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.dataset;
}

/** Expects the citations to be exactly the given places, in any order. */
function expectPlaces(citations: readonly Citation[], places: readonly Place[]): void {
  const unmatched = places.filter(
    ({ source, heading, via }) =>
      !citations.some(
        (citation) => citation.sourceId === source && citation.viaId === via && citation.heading?.includes(heading),
      ),
  );
  expectSaying(unmatched, `not among ${JSON.stringify(citations, null, 2)}`).toEqual([]);
  expect(citations).toHaveLength(places.length);
}

function aboutOf(id: string): string[] {
  return dataset.links.filter((link) => link.type === "ABOUT" && link.from === id).map((link) => link.to);
}

function claimsLike(figure: PayFigure) {
  return dataset.pay.filter(
    (claim) =>
      aboutOf(claim.id).includes(figure.about) &&
      claim.min === figure.min &&
      claim.max === figure.max &&
      claim.openEnded === (figure.openEnded ?? false) &&
      claim.currency === "USD" &&
      claim.period === (figure.period ?? "YEAR") &&
      claim.component === (figure.component ?? "UNSPECIFIED") &&
      claim.statistic === (figure.statistic ?? "RANGE") &&
      claim.asOf === (figure.asOf ?? null) &&
      (figure.population === undefined
        ? claim.otherPopulation === null
        : claim.otherPopulation?.includes(figure.population)),
  );
}

describe("pay", () => {
  test.each(PAY)("include $says ($min to $max) as one claim with its places", (figure) => {
    const claims = claimsLike(figure);
    expect(claims).toHaveLength(1);
    const claim = claims[0]!;
    if (figure.note !== undefined) expect(claim.note).toContain(figure.note);
    expectPlaces(claim.citations, figure.at);
  });

  test("includes no claim that the documents do not make", () => {
    const known = new Set(PAY.flatMap((figure) => claimsLike(figure).map(({ id }) => id)));
    expect(dataset.pay.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

describe("growth", () => {
  test.each(GROWTH)("includes $says with its population, period and places", (figure) => {
    const claims = dataset.growth.filter(({ percent }) => percent === figure.percent);
    expect(claims).toHaveLength(1);
    const claim = claims[0]!;
    const { atLeast, fromYear, toYear, population } = figure;
    expect(claim).toMatchObject({ atLeast, fromYear, toYear, population });
    expect(claim.note).toContain(figure.note);
    expect(aboutOf(claim.id)).toContain(figure.about);
    expectPlaces(claim.citations, figure.at);
  });
});

describe("years", () => {
  test.each(EXPERIENCE)(
    "has the experience of $role, undisputed, with every place",
    ({ role, from, to, at: places }) => {
      const experience = dataset.roles.find(({ id }) => id === role)?.experience;
      expect(experience).toMatchObject({ from, to, disputed: false });
      expectPlaces(experience!.citations, places);
    },
  );

  test("has no experience for other roles", () => {
    const known = new Set(EXPERIENCE.map(({ role }) => role));
    expect(dataset.roles.filter(({ id, experience }) => experience !== null && !known.has(id))).toEqual([]);
  });

  test("has a stated time only for the step from junior to mid level: the lower end of two to three years", () => {
    const timed = dataset.transitions.filter(({ statedYears }) => statedYears !== null);
    expect(timed.map(({ id, statedYears }) => [id, statedYears])).toEqual([
      [transitionId("role:junior-ml-engineer", "role:ml-engineer"), 2],
    ]);
  });

  test.each(PHASES)("has the phase $name with its years and every item listed there", (expected) => {
    const phase = dataset.phases.find(({ name }) => name === expected.name)!;
    expect(phase.years).toEqual({ from: expected.from, to: expected.to });
    const skills = dataset.links
      .filter(({ type, from, basis }) => type === "DEVELOPS" && from === phase.id && basis === "STATED")
      .map(({ to }) => to);
    const partsHere = skills.filter((skill) =>
      dataset.links.some(({ type, from, to }) => type === "PART_OF" && from === skill && skills.includes(to)),
    );
    expect(partsHere).toHaveLength(expected.subItems);
    expect(skills).toHaveLength(expected.items + expected.subItems);
  });
});

describe("sentences", () => {
  test.each(SAID)("includes $says in $id, with its places", ({ id, words, at: places }) => {
    const record = [...dataset.statements, ...dataset.questions, ...dataset.sectors, ...dataset.trends].find(
      (candidate) => candidate.id === id,
    )!;
    const text =
      "text" in record
        ? record.text
        : "answer" in record
          ? record.answer
          : "note" in record
            ? record.note
            : record.summary;
    expect(text).toMatch(words);
    expectPlaces(record.citations, places);
  });

  test("has the ladder's 20 responsibilities, 14 of them distinct", () => {
    const statements = statementsOn("RESPONSIBILITY", LADDER);
    expect(statements).toHaveLength(14);
    expect(statements.flatMap(({ citations }) => citations)).toHaveLength(20);
    const shared = statements.filter(({ citations }) => citations.length > 1);
    expect(shared.map(({ id }) => aboutOf(id).toSorted())).toEqual(
      Array(2).fill(Object.keys(LADDER_SKILLS).toSorted()),
    );
  });

  test("has one focus for each rung of the ladder, about the rung and its first three skills", () => {
    const statements = statementsOn("FOCUS", LADDER);
    const expected = Object.entries(LADDER_SKILLS).map(([role, skills]) =>
      [role, ...skillIdsOf(skills.slice(0, 3))].toSorted(),
    );
    const about = statements.map(({ id }) => aboutOf(id).toSorted());
    expect(about.toSorted(byText)).toEqual(expected.toSorted(byText));
  });

  test.each(REQUIREMENTS)("has the five requirements that the guide lists for $role", ({ role, entries, heading }) => {
    const statements = statementsOn("REQUIREMENT", GUIDE).filter(({ id }) => aboutOf(id).includes(role));
    expect(statements).toHaveLength(5);
    for (const words of entries) {
      const [statement, ...others] = statements.filter(({ text }) => text.search(words) >= 0);
      expect(others).toEqual([]);
      expectPlaces(statement!.citations, [{ source: GUIDE, heading, via: null }]);
    }
  });

  test("has the guide's five takeaways, the main points of both documents and the reputation of one certification", () => {
    const headings = dataset.statements
      .filter(({ topic }) => topic === "TAKEAWAY")
      .map(({ citations }) => `${citations[0]!.sourceId} ${citations[0]!.heading}`);
    const count = (heading: string) => headings.filter((found) => found === heading).length;
    expect(count(`${GUIDE} Key Takeaways`)).toBe(5);
    expect(count(`${LADDER} Machine Learning Engineer Career Path`)).toBe(1);
    expect(count(`${GUIDE} Machine Learning Engineer Career Path — From Entry-Level to Leadership`)).toBe(3);
    expect(count(`${GUIDE} Certifications`)).toBe(1);
    expect(headings).toHaveLength(10);
  });

  test("has five questions of the ladder and seven of the guide", () => {
    const sources = dataset.questions.map(({ citations }) => citations[0]!.sourceId);
    expect(sources.toSorted()).toEqual([...Array(5).fill(LADDER), ...Array(7).fill(GUIDE)].toSorted());
  });

  test("describes every role in a summary", () => {
    expect(dataset.roles.filter(({ summary }) => summary === null)).toEqual([]);
  });
});

function byText(left: readonly string[], right: readonly string[]): number {
  return String(left) < String(right) ? -1 : 1;
}

function statementsOn(topic: string, source: string) {
  return dataset.statements.filter(
    (statement) => statement.topic === topic && statement.citations[0]!.sourceId === source,
  );
}

function skillNamed(name: string) {
  const found = dataset.skills.filter((skill) =>
    [skill.name, ...skill.aliases].some((candidate) => normalizeName(candidate) === normalizeName(name)),
  );
  expectSaying(found, name).toHaveLength(1);
  return found[0]!;
}

function skillIdsOf(names: readonly (string | readonly string[])[]): string[] {
  return names.flat().map((name) => skillNamed(name).id);
}

describe("roles and skills", () => {
  test("has as many records of each kind as the documents describe", () => {
    const counts = Object.fromEntries(
      Object.keys(COUNTS).map((kind) => [kind, dataset[kind as keyof typeof COUNTS].length]),
    );
    expect(counts).toEqual(COUNTS);
  });

  test.each(Object.entries(LADDER_SKILLS))(
    "states every key skill that the ladder's FAQ names for %s",
    (role, names) => {
      for (const name of names.flat()) {
        const requirement = dataset.requirements.find(
          ({ roleId, skillId }) => roleId === role && skillId === skillNamed(name).id,
        );
        expectSaying(requirement, name).toMatchObject({ basis: "STATED", importance: "ESSENTIAL" });
        const faq = requirement!.citations.filter(
          ({ sourceId, heading }) => sourceId === LADDER && heading?.startsWith("What skills do I need"),
        );
        expectSaying(faq, name).toHaveLength(1);
      }
    },
  );

  test("places 23 skills on the ladder", () => {
    expect(Object.values(LADDER_SKILLS).flat()).toHaveLength(23);
  });

  test("includes the six languages and the four domains", () => {
    for (const name of ["Python", "C++", "Rust", "SQL", "Scala", "Java"]) {
      expect(skillNamed(name).category).toBe("Programming languages");
    }
    for (const name of ["NLP", "Computer Vision", "Recommendation Systems", "Reinforcement Learning"]) {
      expect(skillNamed(name).category).toBe("Application domains");
    }
  });

  test("offers a choice between two frameworks or domains, and treats no other slash as a choice", () => {
    const partsOf = (id: string) =>
      dataset.links.filter(({ type, to }) => type === "PART_OF" && to === id).map(({ from }) => from);
    expect(skillNamed("TensorFlow/PyTorch")).toMatchObject({ id: "skill:tensorflow-or-pytorch", offersChoice: true });
    expect(partsOf("skill:tensorflow-or-pytorch").toSorted()).toEqual(["skill:pytorch", "skill:tensorflow"]);
    expect(skillNamed("NLP/Computer Vision")).toMatchObject({ offersChoice: true });
    expect(partsOf(skillNamed("NLP/Computer Vision").id).toSorted()).toEqual([
      "skill:computer-vision",
      "skill:natural-language-processing",
    ]);
    const choices = dataset.skills.filter(({ offersChoice }) => offersChoice).map(({ name }) => name);
    expect(choices).toEqual(["Cloud ML Services", "Domain Expertise", "NLP/Computer Vision", "TensorFlow/PyTorch"]);
  });

  /** What the dataset infers from a sentence that does not say it about this role, or not in these words. */
  const READINGS = [
    "role:data-scientist skill:statistics ESSENTIAL",
    "role:junior-ml-engineer skill:basic-ml-algorithms ESSENTIAL",
    ...["cpp", "java", "llm-deployment", "llm-fine-tuning", "llm-optimization", "rust", "scala", "sql"].map(
      (skill) => `role:ml-engineer skill:${skill} USEFUL`,
    ),
    "role:senior-ml-engineer skill:ml-problem-solving USEFUL",
    "role:senior-ml-engineer skill:technical-depth-in-ml ESSENTIAL",
    "role:vp-of-ai skill:executive-leadership ESSENTIAL",
  ];

  /** Needs of a role, by skill, without those of the rungs below it. */
  function ownNeeds(role: string) {
    const read = new Set(READINGS);
    return dataset.requirements.filter(
      ({ roleId, skillId, basis, importance }) =>
        roleId === role && (basis === "STATED" || read.has(`${roleId} ${skillId} ${importance}`)),
    );
  }

  const citationsOf = (rows: readonly { readonly citations: readonly Citation[] }[]) =>
    new Set(rows.flatMap(({ citations }) => citations.map((citation) => JSON.stringify(citation))));

  test("infers the needs of the ladder's top from the rungs below, and cites only the ladder", () => {
    const top = "role:ml-architect-head-of-ai";
    const needed = new Set(
      ["role:junior-ml-engineer", "role:ml-engineer", "role:senior-ml-engineer"]
        .flatMap(ownNeeds)
        .filter(({ citations }) => citations.some(({ sourceId }) => sourceId === LADDER))
        .map(({ skillId }) => skillId),
    );
    const inferred = dataset.requirements.filter(({ roleId, basis }) => roleId === top && basis === "INFERRED");
    expect(inferred.map(({ skillId }) => skillId).toSorted()).toEqual([...needed].toSorted());
    expect(inferred.flatMap(({ citations }) => citations).filter(({ sourceId }) => sourceId !== LADDER)).toEqual([]);
  });

  test("infers needs from the rungs below, with their citations, or from a sentence that it names", () => {
    const rank = new Map(dataset.roles.map(({ id, trackId, seniority }) => [id, { trackId, seniority }]));
    const readings: string[] = [];
    for (const row of dataset.requirements.filter(({ basis }) => basis === "INFERRED")) {
      const own = rank.get(row.roleId)!;
      if (row.roleId === "role:ml-architect-head-of-ai") continue;
      // The needs of managers have a test of their own.
      if (own.trackId === "track:management" && seniorDepth().has(row.skillId)) continue;
      const below = dataset.roles
        .filter(({ trackId, seniority }) => own.seniority !== null && trackId === own.trackId && seniority !== null)
        .filter(({ seniority }) => seniority! < own.seniority!)
        .flatMap(({ id }) => ownNeeds(id))
        .filter(({ skillId }) => skillId === row.skillId);
      if (below.length === 0) {
        readings.push(`${row.roleId} ${row.skillId} ${row.importance}`);
        continue;
      }
      expectSaying(citationsOf([row]), row.id).toEqual(citationsOf(below));
      const essential = below.some(({ importance }) => importance === "ESSENTIAL");
      expectSaying(row.importance, row.id).toBe(essential ? "ESSENTIAL" : "USEFUL");
    }
    expect(readings.toSorted()).toEqual(READINGS.toSorted());
  });

  /** The essential needs of the senior rung that the guide does not state for managers, with their citations. */
  function seniorDepth(): Map<string, Set<string>> {
    const senior = dataset.requirements.filter(({ roleId }) => roleId === "role:senior-ml-engineer");
    const stated = new Set(ownNeeds("role:ml-engineering-manager").map(({ skillId }) => skillId));
    const rungs = ["role:junior-ml-engineer", "role:ml-engineer", "role:senior-ml-engineer"].flatMap(ownNeeds);
    return new Map(
      senior
        .filter(({ skillId, importance }) => importance === "ESSENTIAL" && !stated.has(skillId))
        .map(({ skillId }) => [skillId, citationsOf(rungs.filter((row) => row.skillId === skillId))]),
    );
  }

  test("gives managers the needs of the senior rung, so that an engineer from there keeps the technical depth", () => {
    const depth = seniorDepth();
    expect(depth.size).toBeGreaterThan(30);
    for (const manager of ["ml-engineering-manager", "director-of-ml", "vp-of-ai"]) {
      const needs = new Map(
        dataset.requirements.filter(({ roleId }) => roleId === `role:${manager}`).map((row) => [row.skillId, row]),
      );
      for (const [skill, cited] of depth) {
        const row = needs.get(skill)!;
        expectSaying(row, `${manager} ${skill}`).toMatchObject({ basis: "INFERRED", importance: "ESSENTIAL" });
        for (const citation of citationsOf([row])) {
          expect(cited.has(citation) || citation.includes("ML Engineering Manager")).toBe(true);
        }
        expect(row.citations.some(({ heading }) => heading?.startsWith(MANAGER))).toBe(true);
      }
    }
    const staff = dataset.requirements.filter(({ roleId }) => roleId === "role:staff-ml-engineer");
    expect(staff.map(({ skillId }) => skillId)).toContain("skill:technical-depth-in-ml");
  });

  test("says for every inferred need what it is inferred from, and keeps how much of the skill the guide asks for", () => {
    expect(dataset.requirements.filter(({ basis, note }) => basis === "INFERRED" && note === null)).toEqual([]);
    const asked: readonly (readonly [string, RegExp])[] = [
      ...["Python", "TensorFlow/PyTorch", "Scikit-learn"].map((name) => [name, /proficiency/] as const),
      ...["Linear Algebra", "Calculus", "Probability", "Mathematical Optimization"].map(
        (name) => [name, /understanding/] as const,
      ),
      ["Git", /experience/],
      ["CI/CD", /experience.*basic/],
      ["Cloud ML Services", /familiarity/],
      ["Basic Model Deployment", /basic/],
    ];
    for (const [name, words] of asked) {
      const need = ownNeeds("role:junior-ml-engineer").find(({ skillId }) => skillId === skillNamed(name).id);
      expectSaying(need, name).toMatchObject({ basis: "STATED", importance: "ESSENTIAL" });
      expect(need!.note).toMatch(words);
    }
  });

  test("states no need that a document only mentions", () => {
    const stated = new Set(
      dataset.requirements
        .filter(({ basis }) => basis === "STATED")
        .map(({ roleId, skillId }) => `${roleId} ${skillId}`),
    );
    for (const [role, skill] of [
      ["role:data-scientist", "Statistics"],
      ["role:director-of-ml", "Talent Acquisition"],
      ["role:junior-ml-engineer", "Basic ML Algorithms"],
      ["role:junior-ml-engineer", "Model Deployment"],
      ["role:vp-of-ai", "Executive Leadership"],
      ...["Python", "C++", "Rust", "SQL", "Scala", "Java"].map((name) => ["role:ml-engineer", name] as const),
    ] as const) {
      expectSaying(stated.has(`${role} ${skillNamed(skill).id}`), `${role} ${skill}`).toBe(false);
    }
  });

  test("makes statements about the profession for every rung, and about research scientists where figures are theirs", () => {
    const rungs = ["junior", "", "senior", "staff", "principal"].map((rung) => `role:${rung}-ml-engineer`);
    const everyRung = rungs.map((id) => id.replace(":-", ":")).toSorted();
    const rolesOf = (id: string) =>
      dataset.links.filter(({ type, from, to }) => type === "ABOUT" && from === id && to.startsWith("role:"));
    for (const [id, others] of [
      ["growth:ai-and-ml-specialists", []],
      ["growth:research-scientists", ["role:ml-research-scientist"]],
      ["pay:research-scientists-median", ["role:ml-research-scientist"]],
      ["question:languages", []],
      ["question:data-science-pay", ["role:data-scientist"]],
    ] as const) {
      const found = rolesOf(id);
      expectSaying(found.map(({ to }) => to).toSorted(), id).toEqual([...everyRung, ...others].toSorted());
      expect(found.filter(({ to }) => everyRung.includes(to)).map(({ basis }) => basis)).toEqual(
        Array(5).fill("INFERRED"),
      );
    }
  });

  test("has both minimum degrees for the junior role, and the necessity of each degree", () => {
    const asks = dataset.degreeRequirements.map(
      ({ roleId, degreeId, necessity }) => `${roleId} ${degreeId} ${necessity}`,
    );
    expect(asks).toEqual(
      expect.arrayContaining([
        "role:junior-ml-engineer degree:bachelors-degree MINIMUM",
        "role:junior-ml-engineer degree:masters-degree MINIMUM",
        "role:ml-engineer degree:masters-degree STANDARD",
        "role:senior-ml-engineer degree:phd ADVANTAGE",
        "role:ml-research-scientist degree:phd MINIMUM",
      ]),
    );
  });
});

describe("transitions", () => {
  test("has exactly the moves that the documents state and those that their order implies", () => {
    const found = dataset.transitions.map(({ id, basis }) => `${id} ${basis}`);
    const expected = TRANSITIONS.map(({ from, to, basis }) => `${transitionId(`role:${from}`, `role:${to}`)} ${basis}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test("gives each of the ladder's three promotions three skills to demonstrate, two to develop and three actions", () => {
    const rungs = Object.entries(LADDER_SKILLS);
    for (const [index, [role, skills]] of rungs.slice(0, 3).entries()) {
      const [next, nextSkills] = rungs[index + 1]!;
      const advice = dataset.transitions.find(({ id }) => id === transitionId(role, next))!.advice!;
      expect(advice.demonstrateSkillIds).toEqual(skillIdsOf(skills.slice(0, 3)));
      expect(advice.developSkillIds).toEqual(skillIdsOf(nextSkills.slice(0, 2)));
      expect(advice.actions).toHaveLength(3);
    }
    expect(dataset.transitions.filter(({ advice }) => advice !== null)).toHaveLength(3);
  });

  test("leads from data scientist to staff in three steps, only through senior, and never from the top back to data scientist", () => {
    expect(stepsBetween("role:data-scientist", "role:staff-ml-engineer")).toBe(3);
    expect(stepsBetween("role:data-scientist", "role:staff-ml-engineer", "role:senior-ml-engineer")).toBeNull();
    expect(stepsBetween("role:vp-of-ai", "role:data-scientist")).toBeNull();
  });
});

/** Fewest transitions from one role to another without a given third role, or null if there is no path. */
function stepsBetween(from: string, to: string, without?: string): number | null {
  let frontier = new Set([from]);
  const seen = new Set([from]);
  for (let steps = 0; frontier.size > 0; steps++) {
    if (frontier.has(to)) return steps;
    const next = dataset.transitions.filter(
      ({ fromId, toId }) => frontier.has(fromId) && toId !== without && !seen.has(toId),
    );
    frontier = new Set(next.map(({ toId }) => toId));
    for (const role of frontier) seen.add(role);
  }
  return null;
}

describe("sources", () => {
  test("has the ten cited works with their URLs; three are not cited by any record", () => {
    const cited = new Set(
      [
        ...dataset.pay,
        ...dataset.growth,
        ...dataset.statements,
        ...dataset.questions,
        ...dataset.trends,
        ...dataset.degrees,
      ].flatMap(({ citations }) => citations.map(({ viaId }) => viaId)),
    );
    for (const [number, id] of Object.entries(CITED)) {
      expectSaying(dataset.sources.find((source) => source.id === id)?.url, id).toMatch(/^https:/);
      expectSaying(cited.has(id), `[${number}]`).toBe(Number(number) < 8);
    }
  });

  test("has notes on the two works whose URL and title do not fit what they are cited for", () => {
    const noteOf = (id: string) => dataset.sources.find((source) => source.id === id)!.note;
    expect(noteOf(CITED[3])).toMatch(/junior.*senior, principal and director/);
    expect(noteOf(CITED[10])).toMatch(/2026.*2023/);
  });
});

(!existsSync(DOCUMENTS) ? describe.skip : describe)(
  "against the source documents (skipped where they are not beside the project)",
  () => {
    // Found by their content, because their file names say nothing.
    const documents = existsSync(DOCUMENTS)
      ? readdirSync(DOCUMENTS)
          .filter((file) => file.endsWith(".txt"))
          .map((file) => readFileSync(DOCUMENTS + file, "utf8"))
      : [];
    const textOf = (source: string) =>
      documents.find((document) => document.includes("Citations: [1]") === (source === GUIDE)) ?? "";

    test("both documents are available", () => {
      expect(documents).toHaveLength(2);
      expect(textOf(LADDER)).not.toBe("");
      expect(textOf(GUIDE)).not.toBe("");
    });

    test("cites headings exactly as they are written in the documents", () => {
      const wrong = new Set<string>();
      visit(dataset, (value, key, owner) => {
        if (key !== "heading") return;
        const { sourceId } = owner as Citation;
        if (!textOf(sourceId).includes(String(value))) wrong.add(`${sourceId}: ${String(value)}`);
      });
      expect([...wrong]).toEqual([]);
    });

    test("has every number of the documents in some record", () => {
      const held = new Set<number>();
      visit(dataset, (value, key) => {
        if (typeof value === "number") held.add(value);
        else if (!isReference(key)) for (const number of numbersIn(value)) held.add(number);
      });
      const missing = documents.flatMap((document) =>
        numbersIn(document.replaceAll(/https?:\S+/g, "").replaceAll(/\[\d+\]/g, "")).filter(
          (number) => !held.has(number),
        ),
      );
      expect(missing).toEqual([]);
    });

    test("repeats no eight consecutive words of the documents, except in names and headings", () => {
      const runs = new Set(documents.flatMap((document) => runsOf(document)));
      const copied: string[] = [];
      const titles = new Set(dataset.sources.map(({ title }) => title));
      visit(dataset, (value, key) => {
        if (typeof value !== "string" || isReference(key) || titles.has(value)) return;
        copied.push(...runsOf(value).filter((run) => runs.has(run)));
      });
      copied.push(...runsOf(readFileSync(`${SEED}/README.md`, "utf8")).filter((run) => runs.has(run)));
      expect(copied).toEqual([]);
    });
  },
);

/** Calls back for every string and number within a value, with the nearest key and the object that contains it. */
function visit(
  value: unknown,
  found: (value: string | number, key: string, owner: unknown) => void,
  key = "",
  owner: unknown = null,
): void {
  if (typeof value === "string" || typeof value === "number") found(value, key, owner);
  else if (Array.isArray(value)) for (const item of value) visit(item, found, key, owner);
  else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) visit(item, found, name, value);
  }
}

function isReference(key: string): boolean {
  return /^(id|from|to|revision|url|heading|.*Ids?)$/.test(key);
}

/** The numbers of a text; “70K” is 70,000. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d[\d,]*)(K\b)?/g)].map(
    ([, digits, thousands]) => Number(digits!.replaceAll(",", "")) * (thousands === undefined ? 1 : 1000),
  );
}

function runsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - 7)).map((_, start) => words.slice(start, start + 8).join(" "));
}
