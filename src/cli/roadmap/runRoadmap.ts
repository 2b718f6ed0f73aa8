import { type PersonOptions, profileOf } from "../personOptions.js";
import { printAnswer } from "../printAnswer.js";
import { levels, scaleLine, type Scaled } from "../raised.js";
import { rolesFromTo } from "../rolesFromTo.js";
import { wrap } from "../wrap.js";

const OPERATION = /* GraphQL */ `
  query CommandLineRoadmap($from: String, $to: String!, $profile: ProfileInput) {
    roadmap(from: $from, to: $to, profile: $profile) {
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
      stages {
        name
        years {
          from
          to
        }
        skills {
          skill {
            id
            name
          }
          toRaise {
            heldLevel
            requirement {
              id
              requiredLevel
            }
          }
          buildsOn {
            id
            name
          }
          neededBy {
            id
            title
          }
        }
        certifications {
          id
          name
        }
        degrees {
          id
          name
        }
      }
    }
  }
`;

interface Stage {
  readonly name: string;
  readonly years: { readonly from: number; readonly to: number | null } | null;
  readonly skills: readonly {
    readonly skill: Named;
    readonly toRaise: { readonly heldLevel: number; readonly requirement: { readonly requiredLevel: number } } | null;
    readonly buildsOn: readonly Named[];
  }[];
  readonly certifications: readonly Named[];
  readonly degrees: readonly Named[];
}

interface Named {
  readonly name: string;
}

interface Answer {
  readonly from: { readonly title: string } | null;
  readonly to: { readonly title: string } & Scaled;
  readonly stages: readonly Stage[];
}

/** `career-graph roadmap`: prints what to learn for a role, stage by stage, prerequisites first. */
export async function runRoadmap(roles: readonly string[], options: PersonOptions): Promise<void> {
  const variables = { ...rolesFromTo(roles), profile: profileOf(options) };
  await printAnswer(options.json === true, { query: OPERATION, variables, field: "roadmap", render });
}

function render({ from, to, stages }: Answer): string {
  const title = `Roadmap${from === null ? "" : ` from ${from.title}`} to ${to.title}`;
  if (stages.length === 0) return wrap(`${title}: nothing is missing.`, "", "").join("\n");
  const raises = stages.some(({ skills }) => skills.some(({ toRaise }) => toRaise !== null));
  const scale = raises ? scaleLine(to).flatMap((text) => ["", text]) : [];
  return [...wrap(title, "", ""), ...stages.flatMap((stage) => ["", ...renderStage(stage)]), ...scale].join("\n");
}

function renderStage({ name, years, skills, certifications, degrees }: Stage): string[] {
  const span = years === null ? "" : `, years ${years.from}${years.to === null ? "+" : `–${years.to}`}`;
  return [
    `${name}${span}`,
    ...line("Degrees", degrees),
    ...skills.flatMap(({ skill, toRaise, buildsOn }) => {
      const after = buildsOn.length === 0 ? "" : ` (after ${buildsOn.map((below) => below.name).join(", ")})`;
      const what =
        toRaise === null
          ? skill.name
          : `raise ${skill.name} ${levels(toRaise.heldLevel, toRaise.requirement.requiredLevel)}`;
      return wrap(`${what}${after}`, "  - ", "    ");
    }),
    ...line("Certifications", certifications),
  ];
}

function line(name: string, named: readonly Named[]): string[] {
  return named.length === 0 ? [] : wrap(named.map((one) => one.name).join("; "), `  ${name}: `, "    ");
}
