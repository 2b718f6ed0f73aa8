import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../src/dataset/Dataset.js";
import type { EntityPrefix } from "../../src/model/entityKinds.js";
import { NodeKind } from "../../src/model/NodeKind.js";
import { NO_ATTRIBUTES } from "../../src/model/RoleAttributes.js";
import type { RelationKind } from "../../src/model/RelationKind.js";
import type { SkillRequirement } from "../../src/model/SkillRequirement.js";
import type {
  CareerReader,
  CareerStore,
  RelatedTo,
  RequirementPosition,
  RequirementSlice,
  RoleRelations,
  RoleRow,
} from "../../src/store/CareerStore.js";
import { requirementRank } from "../../src/store/requirementRank.js";
import { RevisionGoneError } from "../../src/store/RevisionGoneError.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { matchedGraph } from "./matchedGraph.js";
import { smallGraph } from "./smallGraph.js";

/** Opens a store that serves only this dataset; the suite closes it. */
export type OpenStore = (dataset: Dataset) => Promise<CareerStore>;

/**
 * Checks that every store gives the same answers. Runs every read of the port over the graph that `smallGraph` describes, without knowing
 * which store it has.
 */
export function careerStoreContract(open: OpenStore): void {
  let dataset: Dataset;
  let store: CareerStore;
  let reader: CareerReader;

  beforeAll(async () => {
    dataset = await smallGraph();
    store = await open(dataset);
    reader = store.reader(await store.activeRevision());
  });
  afterAll(() => store.close());

  describe("revision", () => {
    test("the active revision is the dataset's, and a reader says which revision it reads", async () => {
      expect(await store.activeRevision()).toBe(dataset.revision);
      expect(reader.revision).toBe(dataset.revision);
    });

    test("every read of a reader of a missing revision says that the revision is missing", async () => {
      const stranger = store.reader("0000000000000000");
      for (const read of everyRead(stranger)) await expect(read()).rejects.toBeInstanceOf(RevisionGoneError);
      expect(stranger.peekNode("role:senior")).toBeUndefined();
      expect(stranger.peekRelated("payOfRole", "role:senior")).toBeUndefined();
    });
  });

  describe("dataset", () => {
    test("has its name and version, and counts the nodes of every kind, in the order of kinds", async () => {
      const { loadedAt, ...info } = await reader.dataset();
      expect(loadedAt).toBeInstanceOf(Date);
      const counts = [6, 2, 5, 2, 2, 1, 2, 2, 1, 1, 2, 6, 2, 2];
      const [part] = dataset.parts;
      expect(part).toMatchObject({ id: "dataset:test", name: "Test", version: "1" });
      expect(part?.counts.map(({ count }) => count)).toEqual(counts);
      expect(info).toEqual({
        name: "Test",
        version: "1",
        attributions: ["Drawn for tests.", "By hand."],
        parts: dataset.parts,
        skillCategories: ["Deep learning", "Digital", "Language", "Library"],
        revision: dataset.revision,
        store: store.kind,
        counts: Object.values(NodeKind).map((kind, index) => ({ kind, count: counts[index] })),
      });
    });
  });

  describe("names", () => {
    test("returns every entity that has a name once, with its aliases, and no claim or statement", async () => {
      const rows = (await gathered(reader.names())).toSorted((left, right) => (left.id < right.id ? -1 : 1));
      expect(rows).toHaveLength(28);
      expect(rows.filter(({ id }) => /^(pay|growth|employment|statement):/.test(id))).toEqual([]);
      expect(rows.find(({ id }) => id === "role:senior")).toEqual({
        id: "role:senior",
        originId: "dataset:test",
        ordinal: 5,
        name: "Senior Builder",
        aliases: ["Sr Maker", "Erfahrener Erbauer", "Bâtisseur confirmé"],
        sameAsIds: [],
      });
      expect(rows.filter(({ aliases }) => aliases.length > 0).map(({ id, aliases }) => [id, ...aliases])).toEqual([
        ["certification:all-round", "ARC"],
        ["degree:phd", "PhD"],
        ["role:senior", "Sr Maker", "Erfahrener Erbauer", "Bâtisseur confirmé"],
        ["skill:tensorflow", "TF", "Flux de tenseurs"],
        ["track:ic", "Engineering track"],
      ]);
      expect(rows.find(({ id }) => id === "question:why")?.name).toBe("Why build?");
    });
  });

  describe("rows for the network", () => {
    test("returns every role once, complete, with its transitions and requirements column by column", async () => {
      const rows = (await gathered(reader.roleRows())).map((row) => wholeRow(row, dataset));
      expect(rows.map(({ id }) => id)).toEqual(dataset.roles.map(({ id }) => id));
      expect(rows.find(({ id }) => id === "role:senior")).toEqual({
        id: "role:senior",
        title: "Senior Builder",
        part: 0,
        trackId: "track:ic",
        place: "LADDER",
        seniority: 3,
        experienceFrom: 4,
        attributes: {
          preparation: { scale: "Builders' zones", level: 4, education: "Most have a degree." },
          degree: { id: "degree:bachelor", name: "Bachelor's degree", level: "BACHELOR" },
          payBands: [
            { place: null, currency: "USD", min: 80_000.5, max: 99_000 },
            { place: "US-CA", currency: "USD", min: 120_000, max: 160_000 },
          ],
          employment: 300,
        },
        degreesAsked: [
          { degreeId: "degree:bachelor", necessity: "MINIMUM" },
          { degreeId: "degree:phd", necessity: "ADVANTAGE" },
        ],
        employerIds: ["employer:acme"],
        transitions: [
          {
            toOrdinals: "role:advisor",
            kinds: "SPECIALIZATION",
            bases: "STATED",
            closenesses: "DISTANT",
            statedYears: null,
          },
          { toOrdinals: "role:lead", kinds: "TRACK_CHANGE", bases: "INFERRED", closenesses: null, statedYears: null },
        ],
        requirements: [
          { skillOrdinals: "skill:framework", importances: "ESSENTIAL", levels: null },
          { skillOrdinals: "skill:python", importances: "ESSENTIAL", levels: 3.5 },
          { skillOrdinals: "skill:writing", importances: "USEFUL", levels: null },
        ],
      });
      expect(rows.find(({ id }) => id === "role:junior")?.transitions).toEqual([
        { toOrdinals: "role:senior", kinds: "PROMOTION", bases: "STATED", closenesses: null, statedYears: 2.5 },
      ]);
    });

    test("returns no entries and nulls for a role that has nothing", async () => {
      const rows = (await gathered(reader.roleRows())).map((row) => wholeRow(row, dataset));
      expect(rows.find(({ id }) => id === "role:hermit")).toEqual({
        ...{ id: "role:hermit", title: "Hermit", part: 0, trackId: null, experienceFrom: null },
        attributes: NO_ATTRIBUTES,
        ...{ degreesAsked: [], employerIds: [] },
        ...{ place: "UNPLACED", seniority: null },
        ...{ transitions: [], requirements: [] },
      });
    });

    test("returns every skill once, with what satisfies a choice and what it builds on", async () => {
      const rows = (await gathered(reader.skillRows())).map((row) => ({
        ...row,
        choiceOfIds: row.choiceOfIds.toSorted(),
      }));
      expect(rows.toSorted((left, right) => (left.id < right.id ? -1 : 1))).toEqual([
        {
          id: "skill:framework",
          part: 0,
          category: null,
          collections: [],
          choiceOfIds: ["skill:pytorch", "skill:tensorflow"],
          buildsOnIds: ["skill:python"],
          sameAsIds: [],
        },
        {
          id: "skill:python",
          part: 0,
          category: "Language",
          collections: [],
          choiceOfIds: [],
          buildsOnIds: [],
          sameAsIds: [],
        },
        {
          id: "skill:pytorch",
          part: 0,
          category: "Library",
          collections: [],
          choiceOfIds: [],
          buildsOnIds: [],
          sameAsIds: [],
        },
        {
          id: "skill:tensorflow",
          part: 0,
          category: "Library",
          collections: ["Deep learning", "Digital"],
          choiceOfIds: [],
          buildsOnIds: [],
          sameAsIds: [],
        },
        {
          id: "skill:writing",
          part: 0,
          category: null,
          collections: [],
          choiceOfIds: [],
          buildsOnIds: [],
          sameAsIds: [],
        },
      ]);
    });
  });

  describe("nodes", () => {
    test("returns every entity and every fact of the dataset unchanged", async () => {
      const all = entitiesAndFacts(dataset);
      expect(await reader.nodes(all.map(({ id }) => id))).toEqual(all);
    });

    test("returns nodes in the order of the keys, including repeated ones, with null for an unknown or invalid id", async () => {
      const ids = [
        "skill:python",
        "role:nobody",
        "skill:python",
        "",
        "nonsense",
        "links:a",
        "requirement:junior--skill",
      ];
      const nodes = await reader.nodes(ids);
      expect(nodes.map((node) => node?.id ?? null)).toEqual([
        "skill:python",
        null,
        "skill:python",
        null,
        null,
        null,
        null,
      ]);
    });

    test("returns nothing for no keys", async () => {
      expect(await reader.nodes([])).toEqual([]);
    });

    test("a peek gives the node that a read gives, or undefined", async () => {
      const [node] = await reader.nodes(["transition:junior--senior"]);
      expect([undefined, node]).toContainEqual(reader.peekNode("transition:junior--senior"));
      expect(reader.peekNode("role:nobody")).toBeUndefined();
    });
  });

  describe("related", () => {
    test.each<[keyof RelatedTo, string, string[]]>([
      ["transitionsFromRole", "role:senior", ["transition:senior--advisor", "transition:senior--lead"]],
      ["transitionsFromRole", "role:analyst", ["transition:analyst--junior", "transition:analyst--senior"]],
      [
        "transitionsIntoRole",
        "role:senior",
        ["transition:analyst--senior", "transition:lead--senior", "transition:junior--senior"],
      ],
      [
        "requirementsOfRole",
        "role:senior",
        ["requirement:senior--framework", "requirement:senior--python", "requirement:senior--writing"],
      ],
      [
        "degreeRequirementsOfRole",
        "role:senior",
        ["degree-requirement:senior--bachelor", "degree-requirement:senior--phd"],
      ],
      ["certificationsOfRole", "role:senior", ["certification:all-round", "certification:snake"]],
      ["certificationsOfRole", "role:lead", ["certification:all-round"]],
      ["trendsOfRole", "role:senior", ["trend:care", "trend:speed"]],
      ["payOfRole", "role:senior", ["pay:senior-a", "pay:senior-b", "pay:senior-half"]],
      ["growthOfRole", "role:senior", ["growth:all"]],
      ["employmentOfRole", "role:senior", ["employment:all", "employment:toys"]],
      ["statementsOfRole", "role:senior", ["statement:design"]],
      ["questionsOfRole", "role:senior", ["question:who", "question:why"]],
      ["closeMatchesOfRole", "role:advisor", ["role:analyst", "role:lead"]],
      ["closeMatchesOfRole", "role:analyst", ["role:advisor"]],
      ["employersOfRole", "role:junior", ["employer:acme"]],
      ["buildsOnOfSkill", "skill:framework", ["skill:python"]],
      ["buildsOnOfSkill", "skill:python", []],
      ["partOfOfSkill", "skill:pytorch", ["skill:python", "skill:framework"]],
      ["partOfOfSkill", "skill:framework", []],
      ["certificationsOfSkill", "skill:python", ["certification:all-round", "certification:snake"]],
      ["phasesOfSkill", "skill:python", ["phase:start", "phase:later"]],
      ["skillsLinked", "certification:all-round", ["skill:python", "skill:writing"]],
      ["skillsLinked", "phase:later", ["skill:python", "skill:framework"]],
      ["skillsLinked", "activity:fair", ["skill:writing"]],
      ["skillsLinked", "trend:speed", ["skill:framework", "skill:writing"]],
      ["aboutOf", "question:why", ["role:senior", "track:ic", "skill:python"]],
      ["aboutOf", "pay:senior-a", ["role:senior", "sector:toys"]],
      ["aboutOf", "statement:calm", []],
    ])("%s of %s", async (relation, id, related) => {
      const [found] = await reader.related(relation, [id]);
      expect(found?.map((node) => node.id)).toEqual(related);
      expect(found).toEqual(await reader.nodes(related));
      expect([undefined, found]).toContainEqual(reader.peekRelated(relation, id));
    });

    test.each(RELATIONS)(
      "%s returns lists key by key: repeated, unknown, of another kind, and none",
      async (relation) => {
        const ids = [...dataset.roles, ...dataset.skills, ...dataset.phases].map(({ id }) => id);
        const keys = ["role:nobody", ...ids, ...ids.toReversed(), "sector:toys", "nonsense"];
        const answers = await reader.related(relation, keys);
        expect(answers).toHaveLength(keys.length);
        const singly = await Promise.all(keys.map(async (key) => (await reader.related(relation, [key]))[0]));
        expect(answers).toEqual(singly);
        expect([answers[0], answers.at(-2), answers.at(-1)]).toEqual([[], [], []]);
        expect(await reader.related(relation, [])).toEqual([]);
      },
    );

    test("returns the skills of other kinds than roles, and distinguishes what is about a role from what is about a sector", async () => {
      expect(await reader.related("skillsLinked", ["role:senior", "skill:python", "question:why"])).toEqual([
        [],
        [],
        [],
      ]);
      expect(await reader.related("phasesOfSkill", ["skill:writing"])).toEqual([
        [expect.objectContaining({ id: "phase:start" })],
      ]);
      expect(await reader.related("questionsOfRole", ["skill:python"])).toEqual([[]]);
    });

    test("a need has the note of the dataset, or none", async () => {
      const [needs] = await reader.related("requirementsOfRole", ["role:senior"]);
      expect(needs!.map(({ skillId, note }) => [skillId, note])).toEqual([
        ["skill:framework", null],
        ["skill:python", "Read from the junior's needs."],
        ["skill:writing", null],
      ]);
    });

    test("twenty concurrent reads each get their own answer", async () => {
      const ids = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? "role:senior" : "role:junior"));
      const answers = await Promise.all(ids.map((id) => reader.related("requirementsOfRole", [id])));
      expect(answers.map(([requirements]) => requirements?.length)).toEqual(
        ids.map((id) => (id === "role:senior" ? 3 : 1)),
      );
    });
  });

  describe("several datasets", () => {
    let matched: Dataset;
    let several: CareerStore;
    let both: CareerReader;
    beforeAll(async () => {
      matched = await matchedGraph();
      several = await open(matched);
      both = several.reader(matched.revision);
    });
    afterAll(() => several.close());

    test("are listed in order, each with its records", async () => {
      const { parts } = await both.dataset();
      expect(parts.map(({ id, name }) => [id, name])).toEqual([
        ["dataset:guild", "Guild"],
        ["dataset:works", "Works"],
        ["dataset:between", "Guild and works"],
      ]);
      expect(await both.nodes(["dataset:works"])).toEqual([matched.parts[1]]);
      const skills = await gathered(both.skillRows());
      expect(skills.map(({ sameAsIds }) => sameAsIds)).toEqual([["skill:works-masonry"], ["skill:masonry"]]);
      const rows = [...(await gathered(both.roleRows())), ...skills];
      expect(rows.map(({ id, part }) => [id, part])).toEqual([
        ["role:bricklayer", 1],
        ["role:builder", 1],
        ["role:foreman", 1],
        ["role:mason", 0],
        ["role:master", 0],
        ["skill:masonry", 0],
        ["skill:works-masonry", 1],
      ]);
    });

    test("have matches from both ends, EXACT first, and by their ids", async () => {
      const exact = {
        ...{ id: "match:role.mason--role.bricklayer", fromId: "role:mason", toId: "role:bricklayer" },
        ...{ kind: "EXACT", basis: "INFERRED", note: "By their descriptions." },
        citations: [{ sourceId: "source:guide", viaId: null, heading: null }],
      };
      const broader = expect.objectContaining({ id: "match:role.mason--role.builder", kind: "BROADER" });
      const ids = ["role:mason", "role:bricklayer", "skill:works-masonry", "role:nobody"];
      expect(await both.related("matchesOf", ids)).toEqual([
        [exact, broader],
        [exact],
        [expect.objectContaining({ id: "match:skill.masonry--skill.works-masonry" })],
        [],
      ]);
      expect(await both.nodes([exact.id, "match:role.mason--role.master", "match:nonsense"])).toEqual([
        exact,
        null,
        null,
      ]);
    });

    test("have the other ends of EXACT matches with names", async () => {
      const rows = await gathered(both.names());
      expect(
        rows
          .flatMap(({ id, originId, sameAsIds }) => (sameAsIds.length > 0 ? [[id, originId, ...sameAsIds]] : []))
          .sort(),
      ).toEqual([
        ["role:bricklayer", "dataset:works", "role:mason"],
        ["role:mason", "dataset:guild", "role:bricklayer"],
        ["skill:masonry", "dataset:guild", "skill:works-masonry"],
        ["skill:works-masonry", "dataset:works", "skill:masonry"],
      ]);
    });

    test("have EXACT and CLOSE matches of roles as close matches", async () => {
      const lists = await both.related("closeMatchesOfRole", ["role:mason", "role:master", "skill:masonry"]);
      expect(lists.map((list) => list.map(({ id }) => id))).toEqual([["role:bricklayer"], ["role:foreman"], []]);
    });

    test("have a transition in each direction for EXACT and CLOSE matches of roles", async () => {
      const [[there], [back], [close]] = (await both.related("transitionsFromRole", [
        ...["role:bricklayer", "role:mason", "role:foreman"],
      ])) as [[unknown], [unknown], [unknown]];
      expect(there).toEqual({
        ...{ id: "transition:bricklayer--mason", fromId: "role:bricklayer", toId: "role:mason", kind: "SAME_WORK" },
        ...{ basis: "INFERRED", closeness: null, statedYears: 0, note: "By their descriptions.", advice: null },
        citations: [{ sourceId: "source:guide", viaId: null, heading: null }],
      });
      expect(back).toMatchObject({ id: "transition:mason--bricklayer", statedYears: 0 });
      expect(close).toMatchObject({ id: "transition:foreman--master", kind: "SAME_WORK", statedYears: null });
    });

    test("have matches as relations around a node", async () => {
      const found = await both.neighborhood({
        ...{ id: "skill:masonry", depth: 1, kinds: ["SKILL"], relations: ["MATCHES"], limit: 10 },
      });
      expect(found?.edges).toEqual([
        {
          ...{ id: "relation:MATCHES:skill:masonry:skill:works-masonry", type: "MATCHES", basis: "INFERRED" },
          ...{ from: "skill:masonry", to: "skill:works-masonry" },
          citations: [{ sourceId: "source:guide", viaId: null, heading: null }],
        },
      ]);
    });
  });

  describe("every", () => {
    test("lists what has a name by name, phases by their dataset and years, claims by id", async () => {
      const idsOf = async (prefix: EntityPrefix): Promise<string[]> => (await reader.every(prefix)).map(({ id }) => id);
      expect(await idsOf("role")).toEqual([
        "role:advisor",
        "role:analyst",
        "role:lead",
        "role:hermit",
        "role:junior",
        "role:senior",
      ]);
      expect(await idsOf("skill")).toEqual([
        "skill:python",
        "skill:pytorch",
        "skill:framework",
        "skill:tensorflow",
        "skill:writing",
      ]);
      expect(await idsOf("phase")).toEqual(["phase:start", "phase:later"]);
      expect(await idsOf("pay")).toEqual(["pay:senior-a", "pay:senior-b", "pay:senior-half"]);
      expect(await idsOf("source")).toEqual(["source:guide", "source:survey"]);
    });

    test("returns the entities unchanged", async () => {
      expect(await reader.every("growth")).toEqual(dataset.growth);
      expect(await reader.every("pay")).toEqual(dataset.pay);
      expect(await reader.every("employment")).toEqual(dataset.employment);
      expect(await reader.every("role")).toEqual(dataset.roles);
    });
  });

  describe("rolesOfSkills", () => {
    const WHOLE: RequirementSlice = { size: 5, backward: false, after: null, before: null };
    /** Indexes of roles in default order: advisor, analyst, lead, hermit, junior, senior. */
    const [LEAD, JUNIOR, SENIOR] = [2, 4, 5];

    test("returns the requirements of each skill: ESSENTIAL first, then STATED, then by title", async () => {
      const keys = ["skill:writing", "skill:python", "skill:nothing", "skill:writing"];
      const pages = await reader.rolesOfSkills(keys, WHOLE);
      expect(pages.map(({ items }) => items.map(({ id }) => id))).toEqual([
        ["requirement:lead--writing", "requirement:senior--writing"],
        ["requirement:junior--python", "requirement:senior--python"],
        [],
        ["requirement:lead--writing", "requirement:senior--writing"],
      ]);
      expect(pages[2]).toEqual({ items: [], start: 0, totalCount: 0 });
      expect(await reader.rolesOfSkills([], WHOLE)).toEqual([]);
    });

    const python = async (slice: Partial<RequirementSlice>): Promise<unknown> => {
      const [page] = await reader.rolesOfSkills(["skill:python"], { ...WHOLE, ...slice });
      return { ...page, items: page?.items.map(({ roleId }) => roleId) };
    };
    /** The two requirements of Python; each test reads a part of them. */
    const [first, second] = ["role:junior", "role:senior"];

    test("reads from either end", async () => {
      expect(await python({ size: 1 })).toEqual({ items: [first], start: 0, totalCount: 2 });
      expect(await python({ size: 1, backward: true })).toEqual({ items: [second], start: 1, totalCount: 2 });
    });

    test("reads after a position and before one, which it excludes", async () => {
      const [whole] = await reader.rolesOfSkills(["skill:python"], WHOLE);
      const positionOf = (index: number): RequirementPosition => {
        const requirement = whole?.items[index] as SkillRequirement;
        return { rank: requirementRank(requirement), role: index === 0 ? JUNIOR : SENIOR };
      };
      const [start, end] = [positionOf(0), positionOf(1)];
      expect(await python({ after: start })).toEqual({ items: [second], start: 1, totalCount: 2 });
      expect(await python({ before: end })).toEqual({ items: [first], start: 0, totalCount: 2 });
      expect(await python({ before: end, backward: true })).toEqual({ items: [first], start: 0, totalCount: 2 });
      expect(await python({ after: end })).toEqual({ items: [], start: 2, totalCount: 2 });
      expect(await python({ before: start, backward: true })).toEqual({ items: [], start: 0, totalCount: 2 });
      expect(await python({ after: start, before: end })).toEqual({ items: [], start: 1, totalCount: 2 });
      expect(await python({ after: end, before: start })).toEqual({ items: [], start: 2, totalCount: 2 });
    });

    test("continues at a position where there is no requirement, such as that of a removed role", async () => {
      const between: RequirementPosition = { rank: 0, role: LEAD + 0.5 };
      expect(await python({ after: between })).toMatchObject({ items: [first, second], start: 0 });
      expect(await python({ before: between, backward: true })).toMatchObject({ items: [], start: 0 });
      expect(await python({ after: { rank: 9, role: 0 } })).toMatchObject({ items: [], start: 2 });
      expect(await python({ before: { rank: 9, role: 0 }, backward: true, size: 1 })).toMatchObject({
        items: [second],
        start: 1,
      });
    });
  });

  describe("relations among entities", () => {
    test("are those of one kind, with basis and citations, and none for unknown ids", async () => {
      const found = await reader.relationsAmong(
        ["skill:framework", "skill:python", "skill:writing", "skill:unheard-of", "role:senior"],
        "BUILDS_ON",
      );
      expect(found).toMatchObject([
        { from: "skill:framework", to: "skill:python", basis: "INFERRED", citations: [{ sourceId: "source:survey" }] },
      ]);
      expect(await reader.relationsAmong(["skill:framework"], "BUILDS_ON")).toEqual([]);
      expect(await reader.relationsAmong([], "BUILDS_ON")).toEqual([]);
    });
  });

  describe("neighborhood", () => {
    const around = (
      id: string,
      depth: number,
      limit = 500,
      kinds: NodeKind[] | null = null,
      relations: RelationKind[] | null = null,
    ) => reader.neighborhood({ id, depth, limit, kinds, relations });

    test("returns the root, then its neighbors in either direction, by id, without claims, statements and sources", async () => {
      const result = await around("role:senior", 1);
      expect(result?.root).toEqual(dataset.roles.find(({ id }) => id === "role:senior"));
      expect(result?.nodes.map(({ id }) => id)).toEqual([
        "role:senior",
        "degree:bachelor",
        "degree:phd",
        "employer:acme",
        "question:who",
        "question:why",
        "role:advisor",
        "role:analyst",
        "role:junior",
        "role:lead",
        "skill:framework",
        "skill:python",
        "skill:writing",
        "track:ic",
      ]);
      expect(result?.truncated).toBe(false);
    });

    test("returns every relation between the nodes, including those that do not touch the root, by id", async () => {
      const result = await around("role:analyst", 1);
      expect(result?.edges).toEqual([
        expect.objectContaining({
          id: "relation:CLOSE_MATCH:role:advisor:role:analyst",
          type: "CLOSE_MATCH",
          basis: "INFERRED",
        }),
        expect.objectContaining({
          id: "relation:LEADS_TO:role:analyst:role:junior",
          type: "LEADS_TO",
          basis: "STATED",
        }),
        expect.objectContaining({ id: "relation:LEADS_TO:role:analyst:role:senior" }),
        {
          id: "relation:LEADS_TO:role:junior:role:senior",
          type: "LEADS_TO",
          from: "role:junior",
          to: "role:senior",
          basis: "STATED",
          citations: [
            { sourceId: "source:survey", viaId: null, heading: null },
            { sourceId: "source:guide", viaId: null, heading: null },
          ],
        },
        expect.objectContaining({ id: "relation:LEADS_TO:role:senior:role:advisor" }),
      ]);
    });

    test("returns the kind of relation of tracks, requirements, degrees and links", async () => {
      const result = await around("role:senior", 1);
      const types = new Map(result?.edges.map(({ id, type }) => [id, type]));
      expect(types.get("relation:ON_TRACK:role:senior:track:ic")).toBe("ON_TRACK");
      expect(types.get("relation:REQUIRES:role:senior:skill:python")).toBe("REQUIRES");
      expect(types.get("relation:ASKS_FOR:role:senior:degree:phd")).toBe("ASKS_FOR");
      expect(types.get("relation:BUILDS_ON:skill:framework:skill:python")).toBe("BUILDS_ON");
      expect(types.get("relation:EMPLOYS:employer:acme:role:junior")).toBe("EMPLOYS");
      expect(types.get("relation:ABOUT:question:why:track:ic")).toBe("ABOUT");
      expect([...types.values()]).not.toContain("CITES");
      const basis = new Map(result?.edges.map((edge) => [edge.id, edge.basis]));
      expect(basis.get("relation:ON_TRACK:role:senior:track:ic")).toBeNull();
      expect(basis.get("relation:REQUIRES:role:senior:skill:python")).toBe("INFERRED");
    });

    test.each<[string, string[], string[]]>([
      [
        "track:ic",
        ["track:ic", "question:why", "role:junior", "role:senior"],
        [
          "relation:ABOUT:question:why:role:senior",
          "relation:ABOUT:question:why:track:ic",
          "relation:LEADS_TO:role:junior:role:senior",
          "relation:ON_TRACK:role:junior:track:ic",
          "relation:ON_TRACK:role:senior:track:ic",
        ],
      ],
      ["degree:phd", ["degree:phd", "role:senior"], ["relation:ASKS_FOR:role:senior:degree:phd"]],
      ["source:survey", ["source:survey", "trend:care"], ["relation:CITES:trend:care:source:survey"]],
      ["sector:toys", ["sector:toys"], []],
    ])("follows relations backwards from %s", async (id, nodes, edges) => {
      const result = await around(id, 1);
      expect(result?.nodes.map((node) => node.id)).toEqual(nodes);
      expect(result?.edges.map((edge) => edge.id)).toEqual(edges);
    });

    test("shows each citation once if sources are requested", async () => {
      const result = await around("trend:care", 1, 500, ["SOURCE"]);
      expect(result?.edges).toEqual([
        {
          id: "relation:CITES:trend:care:source:survey",
          type: "CITES",
          from: "trend:care",
          to: "source:survey",
          basis: null,
          citations: [],
        },
      ]);
    });

    test("extends hop by hop, nearest first", async () => {
      const result = await around("certification:snake", 3, 500, ["SKILL", "ROLE"]);
      expect(result?.nodes.map(({ id }) => id)).toEqual([
        "certification:snake",
        "skill:python",
        "role:junior",
        "role:senior",
        "skill:framework",
        "skill:pytorch",
        "role:advisor",
        "role:analyst",
        "role:lead",
        "skill:tensorflow",
        "skill:writing",
      ]);
    });

    test("does not pass through kinds that are left out", async () => {
      const result = await around("certification:snake", 3, 500, ["ROLE"]);
      expect(result?.nodes.map(({ id }) => id)).toEqual(["certification:snake"]);
    });

    test("does not follow or return relations that are not requested", async () => {
      const result = await around("skill:python", 2, 500, null, ["REQUIRES", "ON_TRACK"]);
      expect(result?.nodes.map(({ id }) => id)).toEqual([
        "skill:python",
        "role:junior",
        "role:senior",
        "skill:framework",
        "skill:writing",
        "track:ic",
      ]);
      expect(new Set(result?.edges.map(({ type }) => type))).toEqual(new Set(["REQUIRES", "ON_TRACK"]));
      expect((await around("skill:python", 3, 500, null, ["LEADS_TO"]))?.nodes).toHaveLength(1);
    });

    test("stops at the limit, including the root, and says so", async () => {
      const cut = await around("certification:snake", 3, 4, ["SKILL", "ROLE"]);
      expect(cut?.nodes.map(({ id }) => id)).toEqual([
        "certification:snake",
        "skill:python",
        "role:junior",
        "role:senior",
      ]);
      expect(cut?.truncated).toBe(true);
      expect(cut?.edges.map(({ id }) => id)).toEqual([
        "relation:CERTIFIES:certification:snake:skill:python",
        "relation:LEADS_TO:role:junior:role:senior",
        "relation:REQUIRES:role:junior:skill:python",
        "relation:REQUIRES:role:senior:skill:python",
      ]);
      const whole = await around("certification:snake", 3, 11, ["SKILL", "ROLE"]);
      expect(whole?.truncated).toBe(false);
      const alone = await around("certification:snake", 1, 1);
      expect([alone?.nodes.length, alone?.truncated]).toEqual([1, true]);
      const hermit = await around("role:hermit", 3, 1);
      expect([hermit?.nodes.length, hermit?.truncated]).toEqual([1, false]);
    });

    test("is null around nothing, and around a fact that is a relationship", async () => {
      expect(await around("role:nobody", 1)).toBeNull();
      expect(await around("transition:junior--senior", 1)).toBeNull();
      expect(await around("nonsense", 1)).toBeNull();
    });
  });

  describe("close", () => {
    test("makes every read say that the store is closed", async () => {
      const closing = await open(dataset);
      const late = closing.reader(await closing.activeRevision());
      await closing.close();
      await expect(closing.activeRevision()).rejects.toBeInstanceOf(StoreUnavailableError);
      for (const read of everyRead(late)) await expect(read()).rejects.toBeInstanceOf(StoreUnavailableError);
    });
  });
}

const RELATIONS = Object.keys({
  transitionsFromRole: true,
  transitionsIntoRole: true,
  requirementsOfRole: true,
  degreeRequirementsOfRole: true,
  certificationsOfRole: true,
  trendsOfRole: true,
  payOfRole: true,
  growthOfRole: true,
  employmentOfRole: true,
  statementsOfRole: true,
  questionsOfRole: true,
  matchesOf: true,
  closeMatchesOfRole: true,
  employersOfRole: true,
  buildsOnOfSkill: true,
  partOfOfSkill: true,
  certificationsOfSkill: true,
  phasesOfSkill: true,
  skillsLinked: true,
  aboutOf: true,
} satisfies Record<keyof RelatedTo, true>) as (keyof RelatedTo)[];

/** Every read of the port, each as a call. */
export function everyRead(reader: CareerReader): (() => Promise<unknown>)[] {
  return [
    () => reader.dataset(),
    () => gathered(reader.names()),
    () => gathered(reader.roleRows()),
    () => gathered(reader.skillRows()),
    () => reader.nodes(["role:senior"]),
    () => reader.related("payOfRole", ["role:senior"]),
    () => reader.every("role"),
    () => reader.rolesOfSkills(["skill:python"], { size: 1, backward: false, after: null, before: null }),
    () => reader.relationsAmong(["role:senior", "role:lead"], "LEADS_TO"),
    () => reader.neighborhood({ id: "role:senior", depth: 1, kinds: null, relations: null, limit: 10 }),
  ];
}

/** Columns of a role's row about its transitions, and those about its requirements. */
const COLUMNS = {
  transitions: ["toOrdinals", "kinds", "bases", "closenesses", "statedYears"],
  requirements: ["skillOrdinals", "importances", "levels"],
} as const satisfies Record<string, readonly (keyof RoleRelations)[]>;

/**
 * A role's row with its columns turned into a list of transitions and one of requirements, and ordinals into ids, each list sorted.
 * Everything else in the row is unchanged, so that every column is compared.
 */
function wholeRow(row: RoleRow, { roles, skills }: Dataset) {
  const entriesOf = (names: readonly (keyof RoleRelations)[]): Record<string, unknown>[] =>
    Array.from({ length: row[names[0]!].length }, (_, index) =>
      Object.fromEntries(names.map((name) => [name, named(name, row[name][index])])),
    ).sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  const named = (name: keyof RoleRelations, value: unknown): unknown =>
    name === "toOrdinals" ? roles[Number(value)]?.id : name === "skillOrdinals" ? skills[Number(value)]?.id : value;
  const { toOrdinals, kinds, bases, closenesses, statedYears, skillOrdinals, importances, levels, ...rest } = row;
  const lengths = [toOrdinals, kinds, bases, closenesses, statedYears].map(({ length }) => length);
  expect(new Set(lengths).size).toBe(1);
  expect(new Set([skillOrdinals, importances, levels].map(({ length }) => length)).size).toBe(1);
  return { ...rest, transitions: entriesOf(COLUMNS.transitions), requirements: entriesOf(COLUMNS.requirements) };
}

async function gathered<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

function entitiesAndFacts(dataset: Dataset): { readonly id: string }[] {
  const {
    name: _name,
    version: _version,
    attributions: _attributions,
    revision: _revision,
    links: _links,
    ...lists
  } = dataset;
  return Object.values(lists).flat();
}
