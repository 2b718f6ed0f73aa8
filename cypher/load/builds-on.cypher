// Writes which skill builds on which; writing them again changes nothing.
// $revision STRING. $rows LIST<MAP>, at most 10,000: {from STRING, to STRING, properties MAP}, one row a pair of ends.
// Returns one row: written INTEGER, fewer than the rows where an end is missing. Starts from the key of Entity (id, revision).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
CALL (row, from) {
  MATCH (to:Entity {id: row.to, revision: $revision})
  USING INDEX SEEK to:Entity(id, revision)
  MERGE (from)-[buildsOn:BUILDS_ON]->(to)
  SET buildsOn += row.properties
  RETURN 1 AS one
}
RETURN count(*) AS written
