import { START } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { counted, pathTime } from "../parts/words.js";

const Reach = graphql(`
  query Reach($from: String, $to: String) {
    reachableRoles(from: $from, to: $to, maxSteps: 2, first: 30) {
      totalCount
      edges {
        node {
          id
          title
        }
        totals {
          steps
          years
          yearsAtLeast
          yearsAssumed
          untimedSteps
        }
      }
    }
  }
`);

const Beginnings = graphql(`
  query Beginnings {
    dataset {
      counts {
        kind
        count
      }
    }
    roles(first: 12) {
      totalCount
      nodes {
        id
        title
      }
    }
  }
`);

/** The view until both roles are chosen. */
export function Home() {
  const { address, go } = useAddress();
  const { from, to } = address;
  const isHalf = from !== null || to !== null;
  const request = from !== null ? { from } : { to };
  const reach = useAnswer(Reach, isHalf ? request : null);
  const beginnings = useAnswer(Beginnings, isHalf ? null : {});
  if (isHalf) {
    const list = reach.data?.reachableRoles;
    return (
      <section aria-busy={reach.isLoading}>
        <h2>{from !== null ? "Roles within two steps" : "Roles from which it takes at most two steps"}</h2>
        <Failures failures={reach.failures} onTake={(_, { id }) => go(from !== null ? { from: id } : { to: id })} />
        {reach.isLoading && <p role="status">Loading…</p>}
        {list?.edges.length === 0 && <p>None. Choose both roles to see why there is no path.</p>}
        <ul class="cards">
          {(list?.edges ?? []).map(({ node, totals }) => (
            <li key={node.id}>
              <Link to={from !== null ? { ...address, to: node.id } : { ...address, from: node.id }}>{node.title}</Link>
              <small>
                {" "}
                {counted(totals.steps, "step")} · {pathTime(totals)}
              </small>
            </li>
          ))}
        </ul>
        {list !== undefined && list !== null && list.totalCount > list.edges.length && (
          <p>{list.totalCount - list.edges.length} more. Type a name to find them.</p>
        )}
        <ShowQuery operation={Reach} variables={request} />
      </section>
    );
  }
  const roles = beginnings.data?.roles;
  return (
    <section>
      <p>
        Choose the role that you have and the role that you want. The page shows the steps between them: what to learn,
        how long it takes, what it pays, and the sources.
      </p>
      <Failures failures={beginnings.failures} />
      {beginnings.isLoading && <p role="status">Loading…</p>}
      {roles !== undefined && roles !== null && (
        <>
          <h2>{counted(roles.totalCount, "role")} to choose from</h2>
          <ul class="cards">
            {roles.nodes.map(({ id, title }) => (
              <li key={id}>
                <Link to={{ ...START, from: id, know: address.know }}>{title}</Link>
              </li>
            ))}
          </ul>
          {roles.totalCount > roles.nodes.length && (
            <p>{roles.totalCount - roles.nodes.length} more. Type a name to find them.</p>
          )}
        </>
      )}
    </section>
  );
}
