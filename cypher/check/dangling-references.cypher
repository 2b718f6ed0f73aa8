// Ids to which properties of a generation's records refer, but which it does not have. $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns at most 10 rows, in no order: id STRING. Starts from the index entity_order and the key of Entity (id, revision).
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
CALL (entity) {
  UNWIND coalesce(entity.experienceSourceIds, []) + coalesce(entity.experienceViaIds, []) AS id
  RETURN id
  UNION
  MATCH (entity)-[relationship]->()
  UNWIND
    coalesce(relationship.sourceIds, []) + coalesce(relationship.viaIds, []) +
    coalesce(relationship.demonstrateSkillIds, []) + coalesce(relationship.developSkillIds, []) +
    coalesce(relationship.viaId, '') AS id
  RETURN id
}
WITH DISTINCT id
WHERE
  id <> '' AND
  NOT EXISTS {
    MATCH (named:Entity {id: id, revision: $revision})
    USING INDEX SEEK named:Entity(id, revision)
  }
RETURN id
LIMIT 10
