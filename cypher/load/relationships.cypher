// Writes relationships of one type; a batch that is written again changes nothing.
// $revision STRING. $type STRING: their type. $origins LIST<{id STRING, first INTEGER, last INTEGER}>: the entities that they
//   start from, and where the relationships of each stand in the lists.
// $ends LIST<STRING>: the other end of each relationship, 1 to 10,000; one a pair of ends, and of citations one a position.
// $columns MAP: properties by their names, each a LIST; one not given is null throughout.
// Returns one row: written INTEGER, fewer than the relationships where an end is missing, 0 where the first was there already: then
//   an earlier attempt wrote the batch, which comes whole or not at all. The lock on the first entity waits for one under way.
// Starts from the key of Entity (id, revision).
MATCH (first:Entity {id: $origins[0].id, revision: $revision})
USING INDEX SEEK first:Entity(id, revision)
SET first.kindOrder = first.kindOrder
WITH first
WHERE NOT EXISTS {
  MATCH (first)-[written]->(end:Entity)
  WHERE
    end.id = $ends[0] AND
    type(written) = $type AND
    ($columns.position IS NULL OR written.position = $columns.position[0])
}
UNWIND $origins AS origin
MATCH (from:Entity {id: origin.id, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
UNWIND range(origin.first, origin.last) AS link
MATCH (to:Entity {id: $ends[link], revision: $revision})
USING INDEX SEEK to:Entity(id, revision)
CREATE (from)-[:$($type) {
  kind: $columns.kind[link],
  basis: $columns.basis[link],
  closeness: $columns.closeness[link],
  statedYears: $columns.statedYears[link],
  importance: $columns.importance[link],
  requiredLevel: $columns.requiredLevel[link],
  necessity: $columns.necessity[link],
  note: $columns.note[link],
  actions: $columns.actions[link],
  demonstrateSkillIds: $columns.demonstrateSkillIds[link],
  developSkillIds: $columns.developSkillIds[link],
  position: $columns.position[link],
  sourceIds: $columns.sourceIds[link],
  headings: $columns.headings[link],
  viaIds: $columns.viaIds[link],
  heading: $columns.heading[link],
  viaId: $columns.viaId[link],
  fingerprint: $columns.fingerprint[link]
}]->(to)
RETURN count(*) AS written
