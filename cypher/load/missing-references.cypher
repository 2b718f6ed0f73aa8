// Ids that relationships name and the generation does not hold, to check a load. $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns at most 10 rows, in no order: id STRING. Starts from the index entity_order and the key of Entity (id, revision).
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
MATCH (entity)-[relationship]->()
WITH
  coalesce(relationship.sourceIds, []) + coalesce(relationship.viaIds, []) + coalesce([relationship.viaId], []) +
  coalesce(relationship.demonstrateSkillIds, []) + coalesce(relationship.developSkillIds, []) AS ids
UNWIND ids AS id
WITH DISTINCT id
WHERE id <> '' AND NOT EXISTS {
  MATCH (referred:Entity {id: id, revision: $revision})
  USING INDEX SEEK referred:Entity(id, revision)
}
RETURN id
LIMIT 10
