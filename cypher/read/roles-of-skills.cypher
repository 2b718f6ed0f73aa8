// A page, each, of the requirements of several skills, with the roles that require them.
// $revision STRING: the pinned revision. $ids LIST<STRING>: skill ids.
// $first INTEGER: items wanted. $after INTEGER: position before the page; -1 starts at the first.
// Returns a row an id, in any order; no row where the store does not hold the revision.
//   id STRING: as asked. totalCount INTEGER. items LIST<MAP {position, fact, neighbour}> by position, which is the place of the
//   requirement in the list of its skill: ESSENTIAL first, then STATED, then the role's default order.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (skill:Entity {id: id, revision: $revision})
USING INDEX SEEK skill:Entity(id, revision)
RETURN
  id,
  COUNT { (skill)<-[:REQUIRES]-() } AS totalCount,
  COLLECT {
    MATCH (skill)<-[requires:REQUIRES]-(role:Role)
    WHERE requires.position > $after
    WITH requires, role
    ORDER BY requires.position
    LIMIT $first
    RETURN {
      position: requires.position,
      fact: requires {.*, roleId: role.id, skillId: skill.id},
      neighbour: role {
        .*,
        trackId: head([(role)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(role)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
