import type { GraphQLFormattedError } from "graphql";

/** An operation that reads some names of each kind that arguments refer to. */
export const namesOperation = /* GraphQL */ `
  query CommandLineNames {
    role: roles(first: 5) {
      nodes {
        label
      }
    }
    skill: skills(first: 5) {
      nodes {
        label
      }
    }
    certification: certifications(first: 5) {
      nodes {
        label
      }
    }
    track: tracks {
      label
    }
    degree: degrees {
      label
    }
  }
`;

interface Named {
  readonly label: string;
}

/** The answer to the operation. */
export type Names = Readonly<Record<string, readonly Named[] | { readonly nodes: readonly Named[] }>>;

/** The kind of an unknown reference without near misses, as in GraphQL; null for any other error. */
export function kindWithoutNearMiss({ extensions }: GraphQLFormattedError): string | null {
  const { code, suggestions } = extensions ?? {};
  if (typeof code !== "string" || !Array.isArray(suggestions) || suggestions.length > 0) return null;
  return /^(\w+)_NOT_FOUND$/.exec(code)?.[1] ?? null;
}

/** A sentence with names of a kind to try, or one that says that the dataset has none. */
export function namesToTry(kind: string, names: Names): string {
  const word = kind.toLowerCase();
  const list = names[word] ?? [];
  const labels = ("nodes" in list ? list.nodes : list).map(({ label }) => `“${label}”`);
  return labels.length === 0 ? `This dataset has no ${word}.` : `Names to try: ${labels.join(", ")}.`;
}
