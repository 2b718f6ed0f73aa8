import { graphql, type ResultOf } from "../api/graphql.js";
import { DegreeNeedShown, SkillNeedShown } from "../parts/needOperations.js";
import { PayShown } from "../parts/payOperations.js";

const PathShown = graphql(`
  fragment PathShown on Path {
    summary
    totals {
      steps
      years
      yearsAtLeast
      yearsAssumed
      untimedSteps
      skillsToLearn
      skillsToRaise
      inferredSteps
    }
    cautions {
      kind
      message
      position
    }
    roles {
      id
      title
      track {
        id
        name
      }
      payBand(place: $place) {
        min
        max
        currency
        openEnded
        disputed
      }
    }
    steps {
      years
      yearsAssumed
      skillsToLearn {
        id
      }
      skillsToRaise {
        requirement {
          id
        }
      }
      transition {
        id
        kind
        basis
      }
    }
  }
`);

const PathResultShown = graphql(
  `
    fragment PathResultShown on PathResult {
      from {
        id
        title
      }
      to {
        id
        title
      }
      outcome
      optimal
      noPathReason
      ignored {
        reference
        message
      }
      paths {
        ...PathShown
      }
      whyNot {
        constraints
        path {
          summary
        }
      }
    }
  `,
  [PathShown],
);

export const Paths = graphql(
  `
    query Paths(
      $from: String!
      $to: String!
      $objective: PathObjective
      $limit: Int
      $differ: Boolean
      $where: PathConstraints
      $profile: ProfileInput
      $place: String
    ) {
      paths(
        from: $from
        to: $to
        objective: $objective
        limit: $limit
        differ: $differ
        where: $where
        profile: $profile
      ) {
        ...PathResultShown
      }
    }
  `,
  [PathResultShown],
);

export const Tradeoffs = graphql(
  `
    query Tradeoffs($from: String!, $to: String!, $where: PathConstraints, $profile: ProfileInput, $place: String) {
      tradeoffs(from: $from, to: $to, where: $where, profile: $profile) {
        ...PathResultShown
      }
    }
  `,
  [PathResultShown],
);

/** The details of the steps of one path. All its roles are passed as constraints, so that it is the only result. */
export const PathDetails = graphql(
  `
    query PathDetails($from: String!, $to: String!, $where: PathConstraints, $profile: ProfileInput, $place: String) {
      paths(from: $from, to: $to, limit: 1, where: $where, profile: $profile) {
        paths {
          assumptions
          steps {
            position
            years
            yearsAssumed
            skillsToLearn {
              ...SkillNeedShown
            }
            skillsToRaise {
              heldLevel
              requirement {
                id
                importance
                requiredLevel
                skill {
                  id
                  name
                }
              }
            }
            degrees {
              ...DegreeNeedShown
            }
            transition {
              id
              kind
              basis
              closeness
              note
              advice {
                actions
                demonstrate {
                  id
                  name
                }
                develop {
                  id
                  name
                }
              }
              sources {
                id
                title
                url
                publisher
              }
            }
            to {
              id
              title
              summary
              preparation {
                scale
                level
                label
                education
              }
              certifications {
                id
                name
                issuer
              }
              ...PayShown
            }
          }
        }
      }
    }
  `,
  [PayShown, SkillNeedShown, DegreeNeedShown],
);

export type ShownResult = NonNullable<ResultOf<typeof Paths>["paths"]>;
export type ShownPath = ShownResult["paths"][number];
export type DetailedStep = NonNullable<ResultOf<typeof PathDetails>["paths"]>["paths"][number]["steps"][number];
