// The parts of a generation's network, in any state of the generation. $revision STRING.
// Returns one row per part, by ordinal: ordinal INTEGER, part MAP, all its properties; see `networkParts.ts`.
// Starts from the index entity_order, which gives the order.
MATCH (part:Entity {revision: $revision, prefix: 'network-part'})
USING INDEX SEEK part:Entity(revision, prefix, ordinal)
WHERE part.ordinal >= 0
WITH part
ORDER BY part.revision, part.prefix, part.ordinal
RETURN part.ordinal AS ordinal, part {.*} AS part
