import { ask } from "../ask.js";
import { type PersonOptions, profileOf } from "../personOptions.js";
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
  readonly skillGap: {
    readonly from: { readonly title: string } | null;
    readonly to: { readonly title: string };
    readonly coverage: number | null;
    readonly matched: readonly Need[];
    readonly missing: readonly Need[];
  };
}

/** `career-graph gap`: what a person has of what a role needs, and what they lack. */
export async function runGap(roles: readonly string[], options: PersonOptions): Promise<void> {
  const { skillGap } = await ask<Answer>(OPERATION, { ...endsOf(roles), profile: profileOf(options) });
  console.log(options.json ? JSON.stringify(skillGap, null, 2) : render(skillGap));
}

/** One role is the one to reach, two are where from and where to. */
export function endsOf(roles: readonly string[]): { readonly from?: string; readonly to: string } {
  const [first, second, ...more] = roles;
  if (first === undefined || more.length > 0) throw new Error("Give one role to reach, or two: from and to.");
  return second === undefined ? { to: first } : { from: first, to: second };
}

function render({ from, to, coverage, matched, missing }: Answer["skillGap"]): string {
  const who = from === null ? "With what you know" : `From ${from.title}`;
  const share =
    coverage === null ? "what it needs is not known" : `${Math.round(coverage * 100)} % of its essential skills`;
  return [
    `${who} to ${to.title}: ${share}.`,
    ...line("Held", matched),
    ...line(
      "Missing",
      missing.filter(({ importance }) => importance === "ESSENTIAL"),
    ),
    ...line(
      "Useful",
      missing.filter(({ importance }) => importance !== "ESSENTIAL"),
    ),
  ].join("\n");
}

function line(name: string, needs: readonly Need[]): string[] {
  if (needs.length === 0) return [];
  return wrap(needs.map(({ skill }) => skill.name).join(", "), `  ${`${name}:`.padEnd(9)}`, " ".repeat(11));
}
