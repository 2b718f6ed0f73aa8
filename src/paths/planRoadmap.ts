import type { Network } from "./network/Network.js";
import type { SkillsHeld } from "./learning/SkillsHeld.js";

/** A skill on a roadmap. */
export interface RoadmapEntry {
  readonly skillId: string;
  /** The skills that it builds on directly and that the person does not hold or has to raise, by id. */
  readonly buildsOnIds: readonly string[];
  /** Whether the stage that it stands in develops it. */
  readonly developedThere: boolean;
}

/**
 * Puts skills to learn or to raise, and the unheld skills that they build on, into stages: each in the earliest phase that develops it
 * and no earlier than what it builds on; without a phase, in that of what it builds on, else the first. Inside a stage what
 * is built on comes first, then ids; skills of other stages have no say in its order.
 * @param wantedIds skills to learn or to raise
 * @param held what the person holds, which is neither listed, unless it is to be raised, nor looked behind
 * @param phasesOf indexes of the phases that develop a skill, ascending
 * @param stageCount number of stages, at least 1
 * @param firstStage the stage that the person begins with; what belongs to earlier ones stands in it
 * @returns one list a stage
 */
export function planRoadmap(
  network: Network,
  wantedIds: readonly string[],
  held: SkillsHeld,
  phasesOf: (skillId: string) => readonly number[],
  stageCount: number,
  firstStage: number,
): RoadmapEntry[][] {
  const wanted = new Set(wantedIds);
  const buildsOn = new Map<string, readonly string[]>();
  const open = [...wantedIds];
  for (let skillId = open.pop(); skillId !== undefined; skillId = open.pop()) {
    if (buildsOn.has(skillId)) continue;
    const below = network.buildsOn(skillId).filter((id) => wanted.has(id) || !held.hasId(id));
    buildsOn.set(skillId, below);
    open.push(...below);
  }

  const stageOf = new Map<string, number>();
  const stages: Map<string, readonly string[]>[] = Array.from({ length: stageCount }, () => new Map());
  for (const skillId of foundationsFirst(buildsOn)) {
    const buildsOnIds = buildsOn.get(skillId)!;
    const stage = Math.max(firstStage, phasesOf(skillId)[0] ?? 0, ...buildsOnIds.map((id) => stageOf.get(id) ?? 0));
    stageOf.set(skillId, stage);
    stages[stage]!.set(skillId, buildsOnIds);
  }
  return stages.map((skills, stage) =>
    foundationsFirst(skills).map((skillId) => ({
      skillId,
      buildsOnIds: skills.get(skillId)!,
      developedThere: phasesOf(skillId).includes(stage),
    })),
  );
}

/**
 * The skills in an order where what is built on comes first and ids break ties (Kahn 1962, taking the least id that is
 * ready). The validator keeps cycles out of a dataset; were there one, its skills would come last, by id.
 */
function foundationsFirst(buildsOn: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Set([...buildsOn.keys()].sort());
  const ordered: string[] = [];
  for (;;) {
    const next = [...left].find((skillId) => buildsOn.get(skillId)!.every((id) => !left.has(id)));
    if (next === undefined) return [...ordered, ...left];
    left.delete(next);
    ordered.push(next);
  }
}
