// Every way of fewest steps from one role to another, as Neo4j itself finds them: what the planner is held against.
// $revision STRING: the pinned revision. $from STRING and $to STRING: ids of two different roles.
// Returns a row a way, in no order: roleIds LIST<STRING>. Starts from the key of Entity (id, revision).
MATCH (from:Entity {id: $from, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
CALL (from) {
  MATCH (to:Entity {id: $to, revision: from.revision})
  USING INDEX SEEK to:Entity(id, revision)
  MATCH path = ALL SHORTEST (from)-[:LEADS_TO]->+(to)
  RETURN path
}
RETURN [role IN nodes(path) | role.id] AS roleIds
