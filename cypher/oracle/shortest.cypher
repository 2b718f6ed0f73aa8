// The steps of the shortest way from one role to another, as Neo4j itself finds it: what the planner is held against.
// $revision STRING: the pinned revision. $from STRING and $to STRING: ids of two different roles.
// Returns one row, or none where there is no way: steps INTEGER. Starts from the key of Entity (id, revision).
MATCH (from:Entity {id: $from, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
CALL (from) {
  MATCH (to:Entity {id: $to, revision: from.revision})
  USING INDEX SEEK to:Entity(id, revision)
  MATCH path = ANY SHORTEST (from)-[:LEADS_TO]->+(to)
  RETURN path
}
RETURN length(path) AS steps
