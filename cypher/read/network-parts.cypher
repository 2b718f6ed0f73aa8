// Transitions and required skills of all roles, in the parts that a load laid out. $revision STRING: the pinned revision.
// Returns a row a part, by ordinal, roles in the order of theirs: part MAP, its columns as `networkParts.ts` lays them out.
// Starts from the index entity_order, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
MATCH (part:Entity {revision: dataset.revision, prefix: 'network-part'})
USING INDEX SEEK part:Entity(revision, prefix, ordinal)
WHERE part.ordinal >= 0
RETURN part {.*} AS part
ORDER BY part.revision, part.prefix, part.ordinal
