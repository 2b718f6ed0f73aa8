// A page of the entities of a kind, in default order. $revision STRING: the pinned revision. $prefix STRING: their id prefix.
// $first INTEGER: items wanted. $after INTEGER: position before the page; -1 starts at the first.
// Returns one row, no row where the store does not hold the revision: totalCount INTEGER, items LIST<MAP {position, entity}>.
// Starts from the key of Dataset (revision) and the index entity_order, which gives the order: by ordinal, which is the position.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
RETURN
  coalesce(head([i IN range(0, size(dataset.prefixes) - 1) WHERE dataset.prefixes[i] = $prefix | dataset.prefixCounts[i]]), 0) AS totalCount,
  COLLECT {
    MATCH (entity:Entity {revision: $revision, prefix: $prefix})
    USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
    WHERE entity.ordinal > $after
    WITH entity
    ORDER BY entity.revision, entity.prefix, entity.ordinal
    LIMIT $first
    RETURN {
      position: entity.ordinal,
      entity: entity {
        .*,
        trackId: head([(entity)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(entity)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
