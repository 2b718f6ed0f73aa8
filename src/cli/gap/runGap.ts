import { type PersonOptions, profileOf } from "../personOptions.js";
import { printAnswer } from "../printAnswer.js";
import { levels, scaleLine, type Scaled } from "../raised.js";
import { rolesFromTo } from "../rolesFromTo.js";
import { wrap } from "../wrap.js";

const OPERATION = /* GraphQL */ `
  query CommandLineGap($from: String, $to: String!, $profile: ProfileInput) {
    skillGap(from: $from, to: $to, profile: $profile) {
      from {
        id
        title
      }
      to {
        id
        title
        origin {
          id
          levelScale {
            name
            lowest
            highest
          }
        }
      }
      coverage
      matched {
        id
        importance
        skill {
          id
          name
        }
      }
      toRaise {
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
      missing {
        id
        importance
        skill {
          id
          name
        }
        certifications {
          id
          name
        }
      }
    }
  }
`;

interface Need {
  readonly importance: string;
  readonly skill: { readonly name: string };
}

interface Answer {
  readonly from: { readonly title: string } | null;
  readonly to: { readonly title: string } & Scaled;
  readonly coverage: number | null;
  readonly matched: readonly Need[];
  readonly toRaise: readonly { readonly heldLevel: number; readonly requirement: Need & { requiredLevel: number } }[];
  readonly missing: readonly Need[];
}

/** `career-graph gap`: prints the skills of a role that a person has and those that they lack. */
export async function runGap(roles: readonly string[], options: PersonOptions): Promise<void> {
  const variables = { ...rolesFromTo(roles), profile: profileOf(options) };
  await printAnswer(options.json === true, { query: OPERATION, variables, field: "skillGap", render });
}

function render({ from, to, coverage, matched, toRaise, missing }: Answer): string {
  const known = matched.length + toRaise.length + missing.length > 0;
  const share =
    coverage === null
      ? `It is not known ${known ? `which skills of ${to.title} are essential` : `what ${to.title} needs`}.`
      : `${from === null ? "What you know" : from.title} covers ${Math.round(coverage * 100)} % of the essential skills of ${to.title}.`;
  return [
    ...wrap(share, "", ""),
    ...line("Held", matched),
    ...line(
      "Raise",
      toRaise.map(({ heldLevel, requirement: { importance, requiredLevel, skill } }) => ({
        importance,
        skill: { name: `${skill.name} ${levels(heldLevel, requiredLevel)}` },
      })),
    ),
    ...line(
      "Missing",
      missing.filter(({ importance }) => importance === "ESSENTIAL"),
    ),
    ...line(
      "Useful",
      missing.filter(({ importance }) => importance !== "ESSENTIAL"),
    ),
    ...(toRaise.length === 0 ? [] : scaleLine(to).map((text) => `  ${text}`)),
  ].join("\n");
}

function line(name: string, needs: readonly Need[]): string[] {
  if (needs.length === 0) return [];
  return wrap(needs.map(({ skill }) => skill.name).join(", "), `  ${`${name}:`.padEnd(9)}`, " ".repeat(11));
}
