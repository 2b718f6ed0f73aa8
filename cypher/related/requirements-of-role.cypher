// The skills that each role requires, with the requirement.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: {fact: the requirement, neighbour: the skill}; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ESSENTIAL first, then STATED, then the skill's ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role)-[requires:REQUIRES]->(skill:Skill)
    RETURN {
      fact: requires {.*, roleId: role.id, skillId: skill.id},
      neighbour: skill {
        .*,
        citations: [(skill)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
    ORDER BY
      CASE requires.importance WHEN 'ESSENTIAL' THEN 0 ELSE 1 END,
      CASE requires.basis WHEN 'STATED' THEN 0 ELSE 1 END,
      skill.ordinal
  } AS found
