// The skills that each trend calls for.
// $revision STRING: the pinned revision. $ids LIST<STRING>: trend ids.
// Returns a row an id, in any order; no row at all where the store does not hold the revision.
//   id STRING: as asked. found LIST<MAP>: skills; empty where the id names nothing.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (trend:Entity {id: id, revision: $revision})
USING INDEX SEEK trend:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (trend)-[:CALLS_FOR]->(skill:Skill)
    RETURN skill {
      .*,
      citations: [(skill)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY skill.ordinal
  } AS found
