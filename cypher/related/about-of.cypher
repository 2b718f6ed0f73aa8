// What each claim, statement or question is about.
// $revision STRING: the pinned revision. $ids LIST<STRING>: ids of claims, statements or questions.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: entities; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: by kind in the order of NodeKind, then ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id, revision: $revision})
USING INDEX SEEK entity:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (entity)-[:ABOUT]->(subject:Entity)
    RETURN subject {
      .*,
      trackId: head([(subject)-[:ON_TRACK]->(track:Track) | track.id]),
      citations: [(subject)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
    ORDER BY subject.kindOrder, subject.ordinal
  } AS found
