// The skills that each role requires, with the requirement.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns a row an id, in any order; no row at all where the store does not hold the revision.
//   id STRING: as asked. found LIST<MAP>: {fact: the requirement, neighbour: the skill}; empty where the id names nothing.
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
