import { emptyLists } from "../../../src/dataset/emptyLists.js";
import type { Dataset } from "../../../src/dataset/Dataset.js";
import { requirementId, transitionId } from "../../../src/model/EntityId.js";

const ORIGIN = "dataset:generated";
const CITATIONS = [{ sourceId: "source:guide", viaId: null, heading: "Everything" }];

export interface GraphSize {
  readonly roles: number;
  readonly skills: number;
  /** Maximum number of transitions from each role; a pair that is generated twice counts once. */
  readonly transitionsPerRole: number;
  readonly skillsPerRole: number;
}

/**
 * A dataset of random roles, transitions, skills and requirements, the same for the same seed and size. Its revision names both.
 * `edition` gives another revision with other titles over the same graph.
 */
export function generatedGraph(seed: number, size: GraphSize, edition = 1): Dataset {
  const below = randomBelow(seed);
  const roles = Array.from({ length: size.roles }, (_, index) => ({
    id: `role:r${pad(index)}`,
    label: `Role ${pad(index)}, edition ${edition}`,
    title: `Role ${pad(index)}, edition ${edition}`,
    citations: CITATIONS,
    originId: ORIGIN,
    aliases: [],
    labels: [],
    summary: null,
    place: "LADDER" as const,
    seniority: 1 + (index % 6),
    experience: null,
    preparation: null,
    trackId: `track:t${index % 2}`,
  }));
  const skills = Array.from({ length: size.skills }, (_, index) => ({
    id: `skill:s${pad(index)}`,
    label: `Skill ${pad(index)}`,
    originId: ORIGIN,
    name: `Skill ${pad(index)}`,
    citations: CITATIONS,
    aliases: [],
    labels: [],
    description: null,
    category: `Category ${index % 5}`,
    collections: [],
    offersChoice: false,
  }));
  const draw = (times: number, most: number): ReadonlySet<number> =>
    new Set(Array.from({ length: times }, () => below(most)));
  return {
    ...emptyLists(),
    name: "Generated",
    version: String(edition),
    attributions: [],
    parts: [
      {
        ...{ id: ORIGIN, name: "Generated", version: String(edition), attributions: [] },
        ...{ assumedYears: null, levelScale: null, counts: [] },
      },
    ],
    revision: `generated-${seed}-${Object.values(size).join("-")}-${edition}`,
    roles,
    skills,
    tracks: [0, 1].map((index) => ({
      ...{ id: `track:t${index}`, label: `Track ${index}`, name: `Track ${index}` },
      ...{ originId: ORIGIN, citations: CITATIONS, aliases: [], description: null },
    })),
    sources: [
      {
        ...{ id: "source:guide", label: "Guide", originId: ORIGIN, title: "Guide", citations: [] },
        ...{ publisher: null, url: null, note: null },
      },
    ],
    ...{ degreeRequirements: [], matches: [], links: [] },
    transitions: roles.flatMap(({ id: fromId }, index) =>
      [...draw(size.transitionsPerRole, size.roles)]
        .filter((to) => to !== index)
        .map((to) => roles[to]?.id as string)
        .map((toId) => ({
          ...{ id: transitionId(fromId, toId), fromId, toId, kind: "RELATED" as const, basis: "STATED" as const },
          ...{
            closeness: null,
            statedYears: below(3) === 0 ? null : 1 + below(5),
            note: null,
            advice: null,
            citations: CITATIONS,
          },
        })),
    ),
    requirements: roles.flatMap(({ id: roleId }) =>
      [...draw(size.skillsPerRole, size.skills)]
        .map((skill) => skills[skill]?.id as string)
        .map((skillId) => ({
          ...{ id: requirementId(roleId, skillId), roleId, skillId, citations: CITATIONS, requiredLevel: null },
          note: below(3) === 0 ? "Read from a lower rung." : null,
          importance: below(2) === 0 ? ("ESSENTIAL" as const) : ("USEFUL" as const),
          basis: below(4) === 0 ? ("INFERRED" as const) : ("STATED" as const),
        })),
    ),
  };
}

/**
 * Whole numbers from 0 up to a limit, without the limit; the same sequence for the same seed (a linear congruential generator without its
 * low bits).
 */
export function randomBelow(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * bound);
  };
}

function pad(index: number): string {
  return String(index).padStart(5, "0");
}
