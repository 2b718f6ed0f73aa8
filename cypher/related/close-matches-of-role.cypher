// The roles that are nearly the same as each role, in its dataset or by an EXACT or CLOSE match in another, whichever of the two
// names the other; each once.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: roles; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role)-[near:CLOSE_MATCH|MATCHES]-(match:Role)
    WHERE near.kind IS NULL OR near.kind IN ['EXACT', 'CLOSE']
    WITH DISTINCT match
    RETURN match {
      .*,
      trackId: head([(match)-[:ON_TRACK]->(track:Track) | track.id]),
      citations: [(match)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY match.ordinal
  } AS found
