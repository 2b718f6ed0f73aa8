// The transitions out of each role, with the roles that they lead to.
// $revision STRING: the pinned revision. $ids LIST<STRING>: role ids.
// Returns one row per id, in any order; no row if the store does not have the revision.
//   id STRING: the given id. found LIST<MAP>: {fact: the transition, neighbour: the role that it leads to}; empty if the id is unknown.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision). Order of `found`: the other role's ordinal.
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $ids AS id
OPTIONAL MATCH (role:Entity {id: id, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  id,
  COLLECT {
    MATCH (role)-[leadsTo:LEADS_TO]->(next:Role)
    RETURN {
      fact: leadsTo {.*, fromId: role.id, toId: next.id},
      neighbour: next {
        .*,
        trackId: head([(next)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(next)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
    ORDER BY next.ordinal
  } AS found
