import { type Band, bandInWords } from "../bandInWords.js";
import { printAnswer } from "../printAnswer.js";
import { scaleLine, type Scaled } from "../raised.js";
import { wrap } from "../wrap.js";

const OPERATION = /* GraphQL */ `
  query CommandLineComparison($roles: [String!]!) {
    compareRoles(roles: $roles) {
      shared {
        id
        name
      }
      roles {
        role {
          id
          title
          seniority
          origin {
            id
            levelScale {
              name
              lowest
              highest
            }
          }
          track {
            id
            name
          }
          payBand {
            min
            max
            openEnded
            currency
            place
            disputed
          }
        }
        distinct {
          id
          name
        }
      }
      levelDifferences {
        skill {
          id
          name
        }
        requirements {
          id
          requiredLevel
        }
      }
    }
  }
`;

interface Named {
  readonly name: string;
}

interface Answer {
  readonly shared: readonly Named[];
  readonly roles: readonly {
    readonly role: Scaled & {
      readonly title: string;
      readonly track: Named | null;
      readonly payBand: (Band & { readonly place: string | null }) | null;
    };
    readonly distinct: readonly Named[];
  }[];
  readonly levelDifferences: readonly {
    readonly skill: Named;
    readonly requirements: readonly { readonly requiredLevel: number | null }[];
  }[];
}

/** `career-graph compare`: prints the skills that all of several roles need, with levels, and those that only one needs. */
export async function runCompare(roles: readonly string[], { json = false }: { json?: boolean }): Promise<void> {
  await printAnswer(json, { query: OPERATION, variables: { roles }, field: "compareRoles", render });
}

function render({ shared, roles, levelDifferences }: Answer): string {
  return [
    ...line(roles.length === 2 ? "Both need" : `All ${roles.length} need`, shared),
    ...differences(levelDifferences, roles[0]?.role),
    ...roles.flatMap(({ role, distinct }) => {
      const { title, track, payBand: band } = role;
      const pay = band === null ? [] : [`${bandInWords(band)} a year${band.place === null ? "" : ` in ${band.place}`}`];
      return [
        "",
        ...wrap([title, ...(track === null ? [] : [track.name]), ...pay].join(" · "), "", "  "),
        ...line("Needs beyond the shared skills", distinct),
      ];
    }),
  ].join("\n");
}

/** The skills that all roles need at different levels, with the levels in the order of the roles. */
function differences(differing: Answer["levelDifferences"], role: Scaled | undefined): string[] {
  if (differing.length === 0 || role === undefined) return [];
  const each = differing.map(({ skill, requirements }) => {
    return `${skill.name} ${requirements.map(({ requiredLevel }) => requiredLevel ?? "–").join(" / ")}`;
  });
  return [...wrap(each.join(", "), "At different levels, in this order: ", "  "), ...scaleLine(role)];
}

function line(name: string, named: readonly Named[]): string[] {
  return wrap(named.length === 0 ? "none" : named.map((one) => one.name).join(", "), `${name}: `, "  ");
}
