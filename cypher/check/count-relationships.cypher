// The numbers of relationships of each type in a generation. $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns one row per type that occurs, in no order: type STRING, relationships INTEGER. Starts from the index entity_order.
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
MATCH (entity)-[relationship]->()
RETURN type(relationship) AS type, count(relationship) AS relationships
