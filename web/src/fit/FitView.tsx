import { START } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { counted } from "../parts/words.js";
import { profileOf } from "../paths/pathRequest.js";
import { Known } from "./Known.js";

const Fitting = graphql(`
  query Fitting($profile: ProfileInput!) {
    matchingRoles(profile: $profile, first: 20) {
      totalCount
      ignored {
        reference
        message
      }
      edges {
        node {
          id
          title
        }
        weightedCoverage
        matchedCount
        missingCount
        toRaiseCount
      }
    }
  }
`);

/** The roles that fit the skills of the user. */
export function FitView() {
  const { address } = useAddress();
  const { profile } = profileOf(address);
  const variables = profile === undefined ? null : { profile };
  const { data, failures, isLoading } = useAnswer(Fitting, variables, true);
  const list = data?.matchingRoles ?? null;
  const found =
    list === null ? "" : `${counted(list.totalCount, "role")} that need some of these skills, the best match first.`;
  return (
    <>
      <h1 tabIndex={-1}>Roles that fit what you know</h1>
      <Known />
      <Failures failures={failures} />
      {variables === null ? (
        <p>Add your skills to see the roles that need them.</p>
      ) : (
        <section aria-busy={isLoading}>
          <p role="status">{isLoading ? "Looking for roles…" : found}</p>
          {list?.ignored.map(({ reference, message }) => (
            <p class="note" key={reference}>
              {message}
            </p>
          ))}
          <ol class="fitting">
            {(list?.edges ?? []).map(({ node, weightedCoverage, matchedCount, missingCount, toRaiseCount }) => (
              <li key={node.id}>
                <Link to={{ ...START, view: "role", id: node.id, know: address.know }}>{node.title}</Link>{" "}
                <meter
                  min={0}
                  max={1}
                  value={weightedCoverage}
                  aria-label={`Share of the needs of ${node.title} that you meet`}
                />
                <br />
                <small>
                  {Math.round(weightedCoverage * 100)}% of what it needs: {matchedCount} known, {missingCount} to learn
                  {toRaiseCount > 0 && `, ${toRaiseCount} to raise`}
                </small>
              </li>
            ))}
          </ol>
          <ShowQuery operation={Fitting} variables={variables} />
        </section>
      )}
    </>
  );
}
