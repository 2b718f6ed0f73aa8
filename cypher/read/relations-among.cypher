// Every relation among some nodes. $revision STRING: the pinned revision. $ids LIST<STRING>: ids of the nodes.
// $relations LIST<STRING>: kinds of relation wanted; null means all.
// Returns one row, no row if the store does not have the revision: found LIST<LIST>, in no order. Each is of relationships that differ in
//   their end alone: from, type and basis STRING, then sourceIds, headings and viaIds LIST<STRING>, parallel, null where they have
//   none, then the ids of the ends, LIST<STRING>. Sent one by one, they would take three times as long.
//   A node that cites a source under several headings gives several.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
RETURN
  COLLECT {
    UNWIND $ids AS id
    MATCH (from:Entity {id: id, revision: $revision})
    USING INDEX SEEK from:Entity(id, revision)
    MATCH (from)-[relation]->()
    WITH id, relation, endNode(relation) AS to
    WHERE to.id IN $ids AND ($relations IS NULL OR type(relation) IN $relations)
    WITH
      id,
      type(relation) AS type,
      relation.basis AS basis,
      relation.sourceIds AS sourceIds,
      relation.headings AS headings,
      relation.viaIds AS viaIds,
      collect(to.id) AS ends
    RETURN [id, type, basis, sourceIds, headings, viaIds, ends]
  } AS found
