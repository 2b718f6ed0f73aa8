import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";

const Titles = graphql(`
  query Titles($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Entity {
        label
      }
    }
  }
`);

/** Titles that are already loaded. */
const met = new Map<string, string>();

export function rememberTitle(id: string, title: string): void {
  met.set(id, title);
}

/** The titles of ids in an address. Unknown ids have none. */
export function useTitles(ids: readonly (string | null)[], isPrivate = false): ReadonlyMap<string, string> {
  const known = [...new Set(ids.filter((id): id is string => id !== null && /^[a-z]+:/.test(id)))].sort();
  const { data } = useAnswer(Titles, known.length === 0 ? null : { ids: known }, isPrivate);
  const titles = new Map(met);
  for (const node of data?.nodes ?? []) {
    if (node !== null && "label" in node && typeof node.label === "string") titles.set(node.id, node.label);
  }
  return titles;
}
