import type { Band } from "../bandInWords.js";
import type { Raised, Scaled } from "../raised.js";

const ANSWER = /* GraphQL */ `
      from { id title }
      to { id title origin { id levelScale { name lowest highest } } }
      outcome
      noPathReason
      whyNot { constraints reasons path { summary } }
      optimal
      paths {
        summary
        assumptions
        cautions { message position }
        roles { id title }
        totals {
          steps years yearsAssumed skillsToLearn skillsToRaise essentialSkillsToLearn statedSteps inferredSteps trackChanges
          payChange { comparable from { min max openEnded currency } to { min max openEnded currency } }
        }
        steps {
          position
          from { id title }
          to { id title }
          years
          yearsAssumed
          skillsToLearn { id importance skill { id name } }
          skillsToRaise { heldLevel requirement { id requiredLevel skill { id name } } }
          transition { id kind basis note sources { id title } }
        }
      }`;

/** The contract's operation for paths, limited to the fields that the command prints. */
export const pathOperation = /* GraphQL */ `
  query CommandLinePath($from: String!, $to: String!, $objective: PathObjective, $limit: Int, $differ: Boolean, $profile: ProfileInput, $where: PathConstraints) {
    paths(from: $from, to: $to, objective: $objective, limit: $limit, differ: $differ, profile: $profile, where: $where) {${ANSWER}
    }
  }
`;

/** The contract's operation for trade-offs, limited to the fields that the command prints. */
export const tradeoffsOperation = /* GraphQL */ `
  query CommandLineTradeoffs($from: String!, $to: String!, $limit: Int, $profile: ProfileInput, $where: PathConstraints) {
    tradeoffs(from: $from, to: $to, limit: $limit, profile: $profile, where: $where) {${ANSWER}
    }
  }
`;

interface RoleLine {
  readonly id: string;
  readonly title: string;
}

export interface StepLine {
  readonly position: number;
  readonly from: RoleLine;
  readonly to: RoleLine;
  readonly years: number | null;
  readonly yearsAssumed: number | null;
  readonly skillsToLearn: readonly { readonly importance: string; readonly skill: { readonly name: string } }[];
  readonly skillsToRaise: readonly Raised[];
  readonly transition: {
    readonly kind: string;
    readonly basis: string;
    readonly note: string | null;
    readonly sources: readonly { readonly title: string }[];
  };
}

export interface PathLine {
  readonly summary: string;
  readonly assumptions: readonly string[];
  /** Position of the step that the caution is about; null if it is about the whole path. */
  readonly cautions: readonly { readonly message: string; readonly position: number | null }[];
  readonly totals: {
    readonly payChange: { readonly comparable: boolean; readonly from: Band; readonly to: Band } | null;
  };
  readonly steps: readonly StepLine[];
}

/** The answer to the operation. */
export interface PathAnswer {
  readonly from: RoleLine;
  readonly to: RoleLine & Scaled;
  readonly outcome: string;
  readonly noPathReason: string | null;
  readonly whyNot: {
    readonly constraints: readonly string[];
    readonly reasons: readonly string[];
    readonly path: { readonly summary: string };
  } | null;
  readonly optimal: boolean;
  readonly paths: readonly PathLine[];
}
