// Entities of a kind from an ordinal on, in default order. $revision STRING: the pinned revision. $prefix STRING: their id prefix.
// $from INTEGER: the first ordinal; $size INTEGER: how many at most.
// Returns one row, no row if the store does not have the revision: entities LIST<MAP>.
// Starts from the key of Dataset (revision) and the index entity_order, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
RETURN
  COLLECT {
    MATCH (entity:Entity {revision: $revision, prefix: $prefix})
    USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
    WHERE entity.ordinal >= $from
    WITH entity
    ORDER BY entity.revision, entity.prefix, entity.ordinal
    LIMIT $size
    RETURN entity {
      .*,
      trackId: head([(entity)-[:ON_TRACK]->(track:Track) | track.id]),
      citations: [(entity)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
    }
  } AS entities
