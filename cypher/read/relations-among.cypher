// Every relation among some nodes. $revision STRING: the pinned revision. $ids LIST<STRING>: ids of the nodes.
// Returns a row a relationship, in no order; a node that cites a source under several headings gives several.
//   type STRING, from STRING, to STRING, basis STRING, sourceIds, headings and viaIds LIST<STRING>, parallel: null where it has none.
// Starts from the key of Entity (id, revision).
UNWIND $ids AS id
MATCH (from:Entity {id: id, revision: $revision})
USING INDEX SEEK from:Entity(id, revision)
MATCH (from)-[relation]->()
WITH from, relation, endNode(relation) AS to
WHERE to.id IN $ids
RETURN
  type(relation) AS type,
  from.id AS from,
  to.id AS to,
  relation.basis AS basis,
  relation.sourceIds AS sourceIds,
  relation.headings AS headings,
  relation.viaIds AS viaIds
