import { ask } from "../api/ask.js";
import { graphql, type ResultOf } from "../api/graphql.js";

/** A node to pick. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  /** Name of its dataset. */
  readonly origin: string;
  /** The name that matched, if it is not the label; otherwise null. */
  readonly matchedName: string | null;
}

export type PickKind = "ROLE" | "SKILL";

const Suggest = graphql(`
  query Suggest($text: String!, $kinds: [NodeKind!]) {
    search(text: $text, kinds: $kinds, first: 8) {
      edges {
        matchedName
        node {
          id
          label
          origin {
            id
            name
          }
        }
      }
    }
  }
`);

const FirstRoles = graphql(`
  query FirstRoles {
    roles(first: 8) {
      nodes {
        id
        label
        origin {
          id
          name
        }
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof FirstRoles>["roles"]>["nodes"][number];

/** Completions of a text, best first; for an empty text, the first roles of the list. */
export async function suggestions(text: string, kind: PickKind, signal: AbortSignal) {
  if (text.trim() === "") {
    if (kind === "SKILL") return { picks: [], failures: [] };
    const { data, failures } = await ask(FirstRoles, {}, { signal });
    return { picks: (data?.roles?.nodes ?? []).map((node) => pickOf(node, node.label)), failures };
  }
  const { data, failures } = await ask(Suggest, { text: text.slice(0, 300), kinds: [kind] }, { signal });
  return { picks: (data?.search?.edges ?? []).map(({ node, matchedName }) => pickOf(node, matchedName)), failures };
}

function pickOf({ id, label, origin }: Node, matchedName: string): Pick {
  return { id, label, origin: origin.name, matchedName: matchedName === label ? null : matchedName };
}
