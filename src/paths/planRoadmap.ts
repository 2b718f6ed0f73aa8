import type { Network } from "./network/Network.js";
import type { SkillsHeld } from "./learning/SkillsHeld.js";

/** A skill on a roadmap. */
export interface RoadmapEntry {
  readonly skillId: string;
  /** The skills that it directly builds on and that the person does not hold or must raise, by id. */
  readonly buildsOnIds: readonly string[];
  /** Whether the phase of its stage develops it. */
  readonly developedThere: boolean;
}

/**
 * Assigns skills to stages: those to learn or to raise, and the skills they build on that are not held. Each skill goes into the earliest
 * phase that develops it, but no earlier than the skills that it builds on. If no phase develops it, it goes into the stage of the skills
 * that it builds on, else into the first stage. Within a stage, a skill comes after the skills of that stage that it builds on; ties are
 * broken by id.
 * @param wantedIds skills to learn or to raise
 * @param held skills that the person holds; they are not listed unless they must be raised, and what they build on is not followed
 * @param phasesOf indexes of the phases that develop a skill, ascending
 * @param stageCount the number of stages, at least 1
 * @param firstStage the stage in which the person begins; it also takes the skills of earlier stages
 * @returns one list per stage
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
 * Sorts skills topologically, so that each comes after the skills that it builds on (Kahn 1962, always taking the least id that is ready).
 * Validation rejects cycles. If there were one, its skills would come last, by id.
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
