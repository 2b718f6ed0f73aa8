// Every relation among some nodes. $revision STRING: the pinned revision. $ids LIST<STRING>: ids of the nodes.
// $relations LIST<STRING>: kinds of relation wanted; null means all.
// Returns one row, no row where the store does not hold the revision: found LIST<MAP>, a map a relationship, in no order; a node
//   that cites a source under several headings gives several. Of each: type, from, to and basis STRING, and sourceIds, headings
//   and viaIds LIST<STRING>, parallel; null where it has none.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
RETURN
  COLLECT {
    UNWIND $ids AS id
    MATCH (from:Entity {id: id, revision: $revision})
    USING INDEX SEEK from:Entity(id, revision)
    MATCH (from)-[relation]->()
    WITH from, relation, endNode(relation) AS to
    WHERE to.id IN $ids AND ($relations IS NULL OR type(relation) IN $relations)
    RETURN {
      type: type(relation),
      from: from.id,
      to: to.id,
      basis: relation.basis,
      sourceIds: relation.sourceIds,
      headings: relation.headings,
      viaIds: relation.viaIds
    }
  } AS found
