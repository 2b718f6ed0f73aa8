// The numbers of entities of each kind, and of parts of the network, in a generation.
// $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns one row per prefix that has any, in no order: prefix STRING, entities INTEGER. Starts from the index entity_order.
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
RETURN prefix, count(entity) AS entities
