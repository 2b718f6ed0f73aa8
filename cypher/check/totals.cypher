// The totals of the database, and what its generations should hold. Neo4j keeps counters, so this costs almost nothing.
// Takes nothing. Returns one row: entities INTEGER, relationships INTEGER, and for each generation, in parallel lists:
//   states LIST<STRING>, loadedAt LIST<INTEGER> (milliseconds since 1970, 0 if it
//   never was active), wantedEntities LIST<INTEGER>, wantedRelationships LIST<INTEGER>, -1 if an older data model records none.
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
