import type { Problem } from "../Problem.js";
import { problemAt, type RawDataset, type Rule } from "../RawDataset.js";

/** No skill builds on itself or is part of itself, directly or indirectly. O(skills + links). */
export const acyclicSkills: Rule = function* (raw) {
  yield* cyclesIn(raw, "buildsOn", "builds on itself");
  yield* cyclesIn(raw, "partOf", "is part of itself");
};

/** One problem per cycle. A cycle is found when a depth-first search meets a skill that is on its current path. */
function* cyclesIn(raw: RawDataset, list: "buildsOn" | "partOf", wrong: string): Iterable<Problem> {
  const skills = new Map(raw.records.skills.map((skill) => [skill.value.id, skill]));
  const left = new Set<string>();
  for (const start of skills.keys()) {
    const trail: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    const onTrail = new Set([start]);
    for (let top = trail.at(-1); top !== undefined && !left.has(start); top = trail.at(-1)) {
      const skill = skills.get(top.id);
      const position = top.next++;
      const to = skill?.value[list][position]?.to;
      if (skill === undefined || to === undefined) {
        trail.pop();
        onTrail.delete(top.id);
        left.add(top.id);
      } else if (onTrail.has(to)) {
        // `uniqueItems` reports a skill that names itself.
        if (to === top.id) continue;
        const cycle = [...trail.map(({ id }) => id).slice(trail.findIndex(({ id }) => id === to)), to];
        yield problemAt(
          skill,
          [list, position],
          `The skill ${wrong}: ${cycle.join(" → ")}`,
          "Remove the weakest link of the cycle",
        );
      } else if (!left.has(to)) {
        trail.push({ id: to, next: 0 });
        onTrail.add(to);
      }
    }
  }
}
