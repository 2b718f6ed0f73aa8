// Writes which certification shows which skill; a batch that is written again changes nothing.
// $revision STRING. $origins LIST<{id STRING, first INTEGER, last INTEGER}>: entities, and where their links stand in the lists.
// $ends LIST<STRING>: the other end of each link, 1 to 10,000; one link a pair of ends.
// $columns MAP: basis, sourceIds, headings, viaIds, each a LIST; one not given is null throughout.
// Returns one row: written INTEGER, fewer than the links where an end is missing, 0 where the first link was there already: then
//   an earlier attempt wrote the batch, which comes whole or not at all. The lock on the first entity waits for one under way.
// Starts from the key of Entity (id, revision).
MATCH (first:Entity {id: $origins[0].id, revision: $revision})
USING INDEX SEEK first:Entity(id, revision)
SET first.kindOrder = first.kindOrder
WITH first
WHERE NOT EXISTS {
  MATCH (first)-[:CERTIFIES]->(end:Entity)
  WHERE end.id = $ends[0]
}
UNWIND $origins AS origin
MATCH (from:Entity {id: origin.id, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
UNWIND range(origin.first, origin.last) AS link
MATCH (to:Entity {id: $ends[link], revision: $revision})
USING INDEX SEEK to:Entity(id, revision)
CREATE (from)-[:CERTIFIES {
  basis: $columns.basis[link],
  sourceIds: $columns.sourceIds[link],
  headings: $columns.headings[link],
  viaIds: $columns.viaIds[link]
}]->(to)
RETURN count(*) AS written
