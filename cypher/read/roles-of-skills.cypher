// A slice of the requirements of each of several skills, with the roles that require them.
// $revision STRING: the pinned revision. $ids LIST<STRING>: skill ids. $size INTEGER: items wanted at most.
// $from INTEGER: position to begin at; $to INTEGER: position to end before, null ends with the list; $backward BOOLEAN: whether
//   the items wanted are the last between the two, not the first.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. totalCount INTEGER. items LIST<MAP {fact, neighbour}> by position, which is the place of the
//   requirement in the list of its skill: ESSENTIAL first, then STATED, then the role's default order.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (skill:Entity {id: id, revision: $revision})
USING INDEX SEEK skill:Entity(id, revision)
WITH id, skill, COUNT { (skill)<-[:REQUIRES]-() } AS totalCount
WITH id, skill, totalCount, coalesce($to, totalCount) AS end
RETURN
  id,
  totalCount,
  COLLECT {
    MATCH (skill)<-[requires:REQUIRES]-(role:Role)
    WHERE
      CASE WHEN $backward AND end - $size > $from THEN end - $size ELSE $from END <= requires.position < end
    WITH requires, role
    ORDER BY requires.position
    LIMIT $size
    RETURN {
      fact: requires {.*, roleId: role.id, skillId: skill.id},
      neighbour: role {
        .*,
        trackId: head([(role)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(role)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
