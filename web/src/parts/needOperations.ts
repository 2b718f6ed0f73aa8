import { graphql } from "../api/graphql.js";

/** A skill that a role needs, as `Skills` shows it. */
export const SkillNeedShown = graphql(`
  fragment SkillNeedShown on SkillRequirement {
    id
    importance
    basis
    requiredLevel
    skill {
      id
      name
    }
    certifications {
      id
      name
    }
  }
`);

/** A degree that a role needs. */
export const DegreeNeedShown = graphql(`
  fragment DegreeNeedShown on DegreeRequirement {
    id
    necessity
    note
    degree {
      id
      name
    }
  }
`);
