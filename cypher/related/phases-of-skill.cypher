// The phases that develop each skill.
// $revision STRING: the pinned revision. $ids LIST<STRING>: skill ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: phases; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (skill:Entity {id: id, revision: $revision})
USING INDEX SEEK skill:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (skill)<-[:DEVELOPS]-(phase:Phase)
    RETURN phase {
      .*,
      citations: [(phase)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY phase.ordinal
  } AS found
