// One hop of a neighborhood: the neighbours of the previous hop's nodes that were not reached before.
// $revision STRING: the pinned revision. $ids LIST<STRING>: nodes of the hop before. $reached LIST<STRING>: every node so far.
// $prefixes LIST<STRING>: id prefixes of the kinds followed. $relations LIST<STRING>: kinds of relation followed; null means all.
// $limit INTEGER: nodes wanted at most. Neighbours are made distinct before their properties are read: a few skills lead to most roles,
//   again and again.
// Returns one row, no row if the store does not have the revision: found LIST<STRING>, the ids of the first by id, in that order.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
RETURN
  COLLECT {
    UNWIND $ids AS id
    MATCH (node:Entity {id: id, revision: $revision})
    USING INDEX SEEK node:Entity(id, revision)
    MATCH (node)-[relation]-(neighbour)
    WHERE $relations IS NULL OR type(relation) IN $relations
    WITH DISTINCT neighbour
    WHERE neighbour.prefix IN $prefixes AND NOT neighbour.id IN $reached
    RETURN neighbour.id AS id
    ORDER BY id
    LIMIT $limit
  } AS found
