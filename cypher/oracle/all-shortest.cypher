// Every path with the fewest steps from one role to another, as Neo4j finds them. Tests compare the planner with them.
// $revision STRING: the pinned revision. $from STRING and $to STRING: ids of two different roles.
// Returns one row per path, in no order: roleIds LIST<STRING>. Starts from the key of Entity (id, revision).
MATCH (from:Entity {id: $from, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
CALL (from) {
  MATCH (to:Entity {id: $to, revision: from.revision})
  USING INDEX SEEK to:Entity(id, revision)
  MATCH path = ALL SHORTEST (from)-[:LEADS_TO]->+(to)
  RETURN path
}
RETURN [role IN nodes(path) | role.id] AS roleIds
