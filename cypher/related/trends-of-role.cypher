// The trends that call for a skill which the role requires, each once.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: trends; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role)-[:REQUIRES]->(:Skill)<-[:CALLS_FOR]-(trend:Trend)
    WITH DISTINCT trend
    RETURN trend {
      .*,
      citations: [(trend)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY trend.ordinal
  } AS found
