// One hop of a neighborhood: what stands beside the nodes of the hop before and was not reached yet.
// $revision STRING: the pinned revision. $ids LIST<STRING>: nodes of the hop before. $reached LIST<STRING>: every node so far.
// $prefixes LIST<STRING>: id prefixes of the kinds followed. $relations LIST<STRING>: kinds of relation followed; null means all.
// $limit INTEGER: nodes wanted at most; each node of the hop before
//   gives no more, which loses none of the first $limit.
// Returns one row, no row where the store does not hold the revision: found LIST<MAP>, the entities by id.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
RETURN
  COLLECT {
    UNWIND $ids AS id
    MATCH (node:Entity {id: id, revision: $revision})
    USING INDEX SEEK node:Entity(id, revision)
    CALL (node) {
      MATCH (node)-[relation]-(neighbour:Entity)
      WHERE ($relations IS NULL OR type(relation) IN $relations) AND neighbour.prefix IN $prefixes AND NOT neighbour.id IN $reached
      WITH DISTINCT neighbour
      ORDER BY neighbour.id
      LIMIT $limit
      RETURN neighbour
    }
    WITH DISTINCT neighbour
    ORDER BY neighbour.id
    LIMIT $limit
    RETURN neighbour {
      .*,
      trackId: head([(neighbour)-[:ON_TRACK]->(track:Track) | track.id]),
      citations: [(neighbour)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY neighbour.id
  } AS found
