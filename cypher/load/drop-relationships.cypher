// Deletes at most $limit relationships out of the entities of a kind, in the order of their ordinals.
// $revision STRING. $prefix STRING. $from INTEGER: ordinal to go on from. $limit INTEGER: at most 10,000.
// Returns one row: dropped INTEGER, last INTEGER (ordinal to go on from; null if nothing was left).
// Starts from the index entity_order.
MATCH (entity:Entity {revision: $revision, prefix: $prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= $from
MATCH (entity)-[relationship]->()
WITH entity.ordinal AS ordinal, relationship
ORDER BY entity.revision, entity.prefix, entity.ordinal
LIMIT $limit
DELETE relationship
RETURN count(*) AS dropped, max(ordinal) AS last
