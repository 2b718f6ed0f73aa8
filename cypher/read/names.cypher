// The names of everything that a reference or a search can find.
// $revision STRING: the pinned revision. $prefixes LIST<STRING>: id prefixes of the kinds wanted.
// Returns one row per entity, streamed in no order: id STRING, originId STRING, ordinal INTEGER, name STRING, aliases LIST<STRING>, labels in other languages after them; sameAsIds LIST<STRING>: the other ends of EXACT matches. Starts from the index entity_order.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
RETURN
  entity.id AS id,
  entity.originId AS originId,
  entity.ordinal AS ordinal,
  entity.label AS name,
  coalesce(entity.aliases, []) + coalesce(entity.labelTexts, []) AS aliases,
  COLLECT {
    MATCH (entity)-[:MATCHES {kind: 'EXACT'}]-(other:Entity)
    RETURN other.id
    ORDER BY other.id
  } AS sameAsIds
