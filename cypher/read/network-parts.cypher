// Transitions and required skills of all roles, in the parts that the load wrote. $revision STRING: the pinned revision.
// Returns one row per part, by ordinal, roles in the order of theirs: ordinal INTEGER, part MAP, all its properties, see
//   `networkParts.ts`. Starts from the index entity_order, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
CALL (dataset) {
  MATCH (part:Entity {revision: dataset.revision, prefix: 'network-part'})
  USING INDEX SEEK part:Entity(revision, prefix, ordinal)
  WHERE part.ordinal >= 0
  RETURN part
  ORDER BY part.revision, part.prefix, part.ordinal
}
RETURN part.ordinal AS ordinal, part {.*} AS part
