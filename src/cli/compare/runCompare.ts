import { printAnswer } from "../printAnswer.js";
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
          track {
            id
            name
          }
          payBand {
            min
            max
            openEnded
            currency
            disputed
          }
        }
        distinct {
          id
          name
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
    readonly role: {
      readonly title: string;
      readonly track: Named | null;
      readonly payBand: {
        readonly min: number;
        readonly max: number;
        readonly openEnded: boolean;
        readonly currency: string;
      } | null;
    };
    readonly distinct: readonly Named[];
  }[];
}

/** `career-graph compare`: what several roles all need, and what each alone needs. */
export async function runCompare(roles: readonly string[], { json = false }: { json?: boolean }): Promise<void> {
  await printAnswer(json, { query: OPERATION, variables: { roles }, field: "compareRoles", render });
}

function render({ shared, roles }: Answer): string {
  return [
    ...line(roles.length === 2 ? "Both need" : `All ${roles.length} need`, shared),
    ...roles.flatMap(({ role, distinct }) => {
      const { title, track, payBand: band } = role;
      const figure = (value: number): string => value.toLocaleString("en-US");
      const pay =
        band === null
          ? []
          : [
              `${band.currency} ${band.min === band.max ? figure(band.min) : `${figure(band.min)}–${figure(band.max)}`}${band.openEnded ? "+" : ""} a year`,
            ];
      return [
        "",
        ...wrap([title, ...(track === null ? [] : [track.name]), ...pay].join(" · "), "", "  "),
        ...line("Alone needs", distinct),
      ];
    }),
  ].join("\n");
}

function line(name: string, named: readonly Named[]): string[] {
  return wrap(named.length === 0 ? "nothing" : named.map((one) => one.name).join(", "), `${name}: `, "  ");
}
