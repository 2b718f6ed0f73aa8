// Deletes at most $limit entities of a kind that no longer have relationships, or parts of the network.
// $revision STRING. $prefix STRING. $limit INTEGER: at most 10,000. Returns one row: dropped INTEGER. Starts from the index entity_order.
MATCH (entity:Entity {revision: $revision, prefix: $prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
WITH entity
LIMIT $limit
DELETE entity
RETURN count(*) AS dropped
