// Those of some ids that a generation does not have. $revision STRING. $ids LIST<STRING>: the ids to which its records refer.
// Returns at most 10 rows, in no order: id STRING. Starts from the key of Entity (id, revision).
UNWIND $ids AS id
WITH id
WHERE NOT EXISTS {
  MATCH (referred:Entity {id: id, revision: $revision})
  USING INDEX SEEK referred:Entity(id, revision)
}
RETURN id
LIMIT 10
