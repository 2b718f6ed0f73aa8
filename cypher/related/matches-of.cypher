// The matches of each role or skill in either direction, with the other end.
// $revision STRING: the pinned revision. $ids LIST<STRING>: ids of roles or skills.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: {fact: the match, neighbour: the other end}; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: EXACT, CLOSE, BROADER, NARROWER, then the other end's ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id, revision: $revision})
USING INDEX SEEK entity:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (entity)-[matches:MATCHES]-(other:Entity)
    RETURN {
      fact: matches {.*, fromId: startNode(matches).id, toId: endNode(matches).id},
      neighbour: other {
        .*,
        trackId: head([(other)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(other)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
    ORDER BY
      CASE matches.kind WHEN 'EXACT' THEN 0 WHEN 'CLOSE' THEN 1 WHEN 'BROADER' THEN 2 ELSE 3 END,
      other.ordinal
  } AS found
