// The entities behind ids. $revision STRING: the pinned revision. $ids LIST<STRING>: ids of entities.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. entity MAP: null where the id names none.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id, revision: $revision})
USING INDEX SEEK entity:Entity(id, revision)
RETURN
  id,
  entity {
    .*,
    trackId: head([(entity)-[:ON_TRACK]->(track:Track) | track.id]),
    citations: [(entity)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
  } AS entity
