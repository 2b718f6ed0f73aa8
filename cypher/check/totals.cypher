// What the whole database holds, beside what its generations should hold: by Neo4j's own counters, so that it costs next to nothing.
// Takes nothing. Returns one row: entities INTEGER, relationships INTEGER, and of each generation, in lists that run parallel:
//   states LIST<STRING>, loadedAt LIST<INTEGER> (milliseconds since 1970, 0 where it
//   never was active), wantedEntities LIST<INTEGER>, wantedRelationships LIST<INTEGER>, -1 where an older data model notes none.
// Starts from the counters and the few nodes labelled Dataset.
MATCH (dataset:Dataset)
WITH
  collect(dataset.state) AS states,
  collect(coalesce(dataset.loadedAt.epochMillis, 0)) AS loadedAt,
  collect(coalesce(dataset.entityCount, -1)) AS wantedEntities,
  collect(coalesce(dataset.relationshipCount, -1)) AS wantedRelationships
CALL () {
  MATCH (entity:Entity)
  RETURN count(entity) AS entities
}
CALL () {
  MATCH ()-[relationship]->()
  RETURN count(relationship) AS relationships
}
RETURN entities, relationships, states, loadedAt, wantedEntities, wantedRelationships
