// Writes relationships of one type. Running it twice with one batch has the same effect as once.
// $revision STRING. $type STRING: their type. $origins LIST<{id STRING, first INTEGER, last INTEGER}>: the entities that they
//   start from, and the indexes of the relationships of each in the lists.
// $ends LIST<STRING>: the other end of each relationship, 1 to 10,000; one per pair of ends, and for citations one per position.
// $columns MAP: one LIST per property, by name; a property that is not given is null for all.
// Returns one row: written INTEGER, fewer than the relationships if an end is missing. 0 if the first relationship already
//   exists: then an earlier attempt wrote the whole batch. Locking the first entity waits for an attempt that is still running.
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
