import { START } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { words } from "../parts/words.js";
import { StarMap } from "./StarMap.js";

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

/** A node of the graph with all that is joined to it, to walk from node to node. The lists are the drawing's text twin. */
export function WalkView({ id }: { readonly id: string }) {
  const { address, go } = useAddress();
  const { data, failures, isLoading } = useAnswer(Around, { id });
  const around = data?.neighborhood ?? null;
  const nodes = new Map((around?.nodes ?? []).map((node) => [node.id, node]));
  const root = around?.root;
  const links = (around?.edges ?? []).flatMap(({ type, from, to, basis }) => {
    if (root === undefined || (from !== root.id && to !== root.id)) return [];
    const node = nodes.get(from === root.id ? to : from);
    return node === undefined ? [] : [{ type, isOut: from === root.id, basis, node }];
  });
  const kinds = [...new Set(links.map(({ node }) => node.kind))].sort();
  return (
    <div aria-busy={isLoading}>
      <h1 tabIndex={-1}>{root === undefined ? "Around" : `Around ${root.label}`}</h1>
      {isLoading && <p role="status">Looking around…</p>}
      <Failures failures={failures} onTake={(_, suggestion) => go({ id: suggestion.id })} />
      {root !== undefined && (
        <>
          {root.kind === "ROLE" && (
            <p class="actions">
              <Link to={{ ...START, view: "role", id: root.id, know: address.know }}>About this role</Link>
            </p>
          )}
          {around?.truncated === true && <p class="note">There is more around it than is shown here.</p>}
          <StarMap root={root} links={links} onNode={(next) => go({ id: next })} />
          {links.length === 0 && <p>Nothing is joined to it.</p>}
          <div class="walk">
            {kinds.map((kind) => (
              <section key={kind}>
                <h2>{words(kind)}</h2>
                <ul>
                  {links
                    .filter(({ node }) => node.kind === kind)
                    .map(({ type, isOut, basis, node }) => (
                      <li key={`${type} ${isOut} ${node.id}`}>
                        <Link to={{ ...START, view: "walk", id: node.id, know: address.know }}>{node.label}</Link>{" "}
                        <small>
                          {words(type)}
                          {!isOut && " (from there)"}
                          {basis === "INFERRED" && ", inferred"}
                        </small>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </div>
          <ShowQuery operation={Around} variables={{ id }} />
        </>
      )}
    </div>
  );
}
