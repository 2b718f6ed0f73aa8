import { emptyLists } from "../../src/dataset/emptyLists.js";
import type { Dataset } from "../../src/dataset/Dataset.js";
import { requirementId, transitionId } from "../../src/model/EntityId.js";
import type { Role } from "../../src/model/Role.js";
import type { SkillRequirement } from "../../src/model/SkillRequirement.js";
import type { Transition } from "../../src/model/Transition.js";
import { type NetworkShape, randomRows } from "./randomNetwork.js";

const CITATIONS = [{ sourceId: "source:dice", viaId: null, heading: "Thrown" }];

const ORIGIN = "dataset:random";

/**
 * The graph of `randomNetwork` as a dataset to load. The same shape and seed give the same graph, so that planner and database can be
 * asked the same questions. It is built in memory, because reading a folder of this size is not measured.
 */
export function randomDataset(shape: NetworkShape, seed: number): Dataset {
  const roles: Role[] = [];
  const transitions: Transition[] = [];
  const requirements: SkillRequirement[] = [];
  for (const [row] of randomRows(shape, seed)) {
    const { id, title, toOrdinals, kinds, bases, statedYears, skillOrdinals, importances } = row!;
    const nothing = { summary: null, seniority: null, experience: null, preparation: null, trackId: null };
    roles.push({
      id,
      label: title,
      originId: ORIGIN,
      title,
      place: "UNPLACED",
      aliases: [],
      labels: [],
      citations: CITATIONS,
      ...nothing,
    });
    for (const [i, basis] of bases.entries()) {
      const toId = `role:r${toOrdinals[i]}`;
      transitions.push({
        id: transitionId(id, toId),
        fromId: id,
        toId,
        kind: kinds[i]!,
        basis,
        closeness: null,
        statedYears: statedYears[i]!,
        note: basis === "INFERRED" ? "Thrown, not stated." : null,
        advice: null,
        citations: CITATIONS,
      });
    }
    for (const [i, importance] of importances.entries()) {
      const skillId = `skill:s${skillOrdinals[i]}`;
      requirements.push({
        id: requirementId(id, skillId),
        roleId: id,
        skillId,
        importance,
        requiredLevel: null,
        basis: "STATED",
        note: null,
        citations: CITATIONS,
      });
    }
  }
  const skills = Array.from({ length: shape.skills }, (_, i) => {
    const name = `Skill ${i}`;
    return {
      id: `skill:s${i}`,
      label: name,
      originId: ORIGIN,
      name,
      aliases: [],
      labels: [],
      description: null,
      citations: CITATIONS,
      category: null,
      collections: [],
      offersChoice: false,
    };
  });
  const dice = {
    id: "source:dice",
    label: "Dice",
    originId: ORIGIN,
    title: "Dice",
    citations: [],
    publisher: null,
    url: null,
    note: null,
  };
  return {
    ...emptyLists(),
    name: `${shape.roles} random roles`,
    version: String(seed),
    attributions: [],
    parts: [
      {
        id: ORIGIN,
        name: "Random",
        version: String(seed),
        attributions: [],
        assumedYears: null,
        levelScale: null,
        counts: [],
      },
    ],
    revision: `random-${Object.values(shape).join("-")}-${seed}`,
    roles,
    transitions,
    requirements,
    skills,
    sources: [dice],
    ...{ degreeRequirements: [], matches: [], links: [] },
  };
}
