// The skills that each certification shows, that each phase or activity develops, or that each trend calls for.
// $revision STRING: the pinned revision. $ids LIST<STRING>: ids of certifications, phases, activities and trends.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: skills; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id, revision: $revision})
USING INDEX SEEK entity:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (entity)-[:CERTIFIES|DEVELOPS|CALLS_FOR]->(skill:Skill)
    RETURN skill {
      .*,
      citations: [(skill)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY skill.ordinal
  } AS found
