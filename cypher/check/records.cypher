// The records of a generation, to compare with the checksums that their load recorded.
// $revision STRING. $prefixes LIST<STRING>: all id prefixes. $types LIST<STRING>: the types of relationships that a load writes.
// Returns one row per entity, in no order: id STRING, labels LIST<STRING>, properties MAP, relationships LIST<[STRING, STRING, MAP]>: for each
//   outgoing relationship its type, the id of its other end and its properties. Starts from the index entity_order.
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
RETURN
  entity.id AS id,
  labels(entity) AS labels,
  entity {.*} AS properties,
  [
    (entity)-[relationship]->(end:Entity)
    WHERE type(relationship) IN $types |
    [type(relationship), end.id, relationship {.*}]
  ] AS relationships
