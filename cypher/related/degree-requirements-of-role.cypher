// The degrees that each role asks for, with the request.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: {fact: the request, neighbour: the degree}; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: MINIMUM, STANDARD, ADVANTAGE, then the degree's ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role)-[asksFor:ASKS_FOR]->(degree:Degree)
    RETURN {
      fact: asksFor {.*, roleId: role.id, degreeId: degree.id},
      neighbour: degree {
        .*,
        citations: [(degree)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
    ORDER BY
      CASE asksFor.necessity WHEN 'MINIMUM' THEN 0 WHEN 'STANDARD' THEN 1 ELSE 2 END,
      degree.ordinal
  } AS found
