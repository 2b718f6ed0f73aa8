// A page of all roles by seniority, those without one last, then in default order. $revision STRING: the pinned revision.
// $first INTEGER: items wanted. $after INTEGER: position before the page; -1 starts at the first.
// Returns one row, no row where the store does not hold the revision: totalCount INTEGER, items LIST<MAP {position, entity}>.
// Starts from the key of Dataset (revision) and the index role_seniority, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
RETURN
  coalesce(head([i IN range(0, size(dataset.prefixes) - 1) WHERE dataset.prefixes[i] = 'role' | dataset.prefixCounts[i]]), 0) AS totalCount,
  COLLECT {
    MATCH (role:Role {revision: $revision})
    USING INDEX SEEK role:Role(revision, seniorityPosition)
    WHERE role.seniorityPosition > $after
    WITH role
    ORDER BY role.revision, role.seniorityPosition
    LIMIT $first
    RETURN {
      position: role.seniorityPosition,
      entity: role {
        .*,
        trackId: head([(role)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(role)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
