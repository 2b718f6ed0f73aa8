import { useMemo } from "preact/hooks";
import { START } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";
import { useAnswers } from "../api/useAnswers.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { WalkList } from "./WalkList.js";
import { WalkMap } from "./WalkMap.js";
import { walkTree } from "./walkTree.js";

const Around = graphql(`
  query Around($id: ID!) {
    neighborhood(id: $id, depth: 1, limit: 80) {
      truncated
      root {
        id
        label
        kind
      }
      nodes {
        id
        label
        kind
      }
      edges {
        id
        type
        from
        to
        basis
      }
    }
  }
`);

/** A node of the graph with its neighbors. Each neighbor can be opened, and its name leads to its own view. */
export function WalkView({ id }: { readonly id: string }) {
  const { address, go } = useAddress();
  const { know, open } = address;
  const { data, failures, isLoading } = useAnswer(Around, { id });
  const opened = useAnswers(Around, open);
  const start = data?.neighborhood ?? null;
  const tree = useMemo(() => {
    if (start === null) return null;
    const around = new Map([...opened].map(([key, answer]) => [key, answer.data?.neighborhood ?? null]));
    return walkTree(start, around, new Set(open));
  }, [start, opened, open.join(" ")]);
  const turn = (node: string): void =>
    go({ open: open.includes(node) ? open.filter((other) => other !== node) : [...open, node] }, true);
  const problems = [...failures, ...[...opened.values()].flatMap((answer) => answer.failures)];
  return (
    <div aria-busy={isLoading}>
      <h1 tabIndex={-1}>{tree === null ? "Around" : `Around ${tree.node.label}`}</h1>
      {isLoading && <p role="status">Looking around…</p>}
      <Failures failures={problems} onTake={(_, suggestion) => go({ id: suggestion.id, open: [] })} />
      {tree !== null && (
        <>
          <p class="hint">Open a node to see its connections. Select its name in the list to go there.</p>
          {tree.node.kind === "ROLE" && (
            <p class="actions">
              <Link to={{ ...START, view: "role", id: tree.node.id, know }}>About this role</Link>
            </p>
          )}
          {tree.isTruncated && <p class="note">Not all connections are shown.</p>}
          <WalkMap root={tree} onNode={turn} />
          {tree.branches.length === 0 && <p>It has no connections.</p>}
          <WalkList root={tree} onNode={turn} />
          <ShowQuery operation={Around} variables={{ id }} />
        </>
      )}
    </div>
  );
}
