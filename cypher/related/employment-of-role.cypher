// The claims of employment about each role itself.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns a row an id, in any order; no row at all where the store does not hold the revision.
//   id STRING: as asked. found LIST<MAP>: claims of employment; empty where the id names nothing.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role:Role)<-[:ABOUT]-(claim:Claim)
    WHERE claim.prefix = 'employment'
    RETURN claim {
      .*,
      citations: [(claim)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY claim.ordinal
  } AS found
