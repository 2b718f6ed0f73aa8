// A page of the skills of a category, in default order. $revision STRING: the pinned revision. $category STRING.
// $first INTEGER: items wanted. $after INTEGER: position before the page; -1 starts at the first.
// Returns one row, no row where the store does not hold the revision: totalCount INTEGER, before INTEGER (how many stand up to $after),
//   items LIST<MAP {position, entity}>. Starts from the index skill_category, which gives the order.
MATCH (:Dataset {revision: $revision, state: 'READY'})
RETURN
  COUNT {
    MATCH (skill:Skill {revision: $revision, category: $category})
    USING INDEX SEEK skill:Skill(revision, category, ordinal)
    WHERE skill.ordinal >= 0
  } AS totalCount,
  COUNT {
    MATCH (skill:Skill {revision: $revision, category: $category})
    USING INDEX SEEK skill:Skill(revision, category, ordinal)
    WHERE 0 <= skill.ordinal <= $after
  } AS before,
  COLLECT {
    MATCH (skill:Skill {revision: $revision, category: $category})
    USING INDEX SEEK skill:Skill(revision, category, ordinal)
    WHERE skill.ordinal > $after
    WITH skill
    ORDER BY skill.revision, skill.category, skill.ordinal
    LIMIT $first
    RETURN {
      position: skill.ordinal,
      entity: skill {
        .*,
        citations: [(skill)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
