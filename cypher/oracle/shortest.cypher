// The number of steps of the shortest path from one role to another, as Neo4j finds it. Tests compare the planner with it.
// $revision STRING: the pinned revision. $from STRING and $to STRING: ids of two different roles.
// Returns one row, or none if there is no path: steps INTEGER. Starts from the key of Entity (id, revision).
MATCH (from:Entity {id: $from, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
CALL (from) {
  MATCH (to:Entity {id: $to, revision: from.revision})
  USING INDEX SEEK to:Entity(id, revision)
  MATCH path = ANY SHORTEST (from)-[:LEADS_TO]->+(to)
  RETURN path
}
RETURN length(path) AS steps
