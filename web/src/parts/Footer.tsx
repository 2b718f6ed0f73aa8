import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";

const Licences = graphql(`
  query Licences {
    dataset {
      revision
      parts {
        id
        name
        version
        attributions
      }
    }
  }
`);

/** The datasets that the page shows, with their licences. */
export function Footer() {
  const { data } = useAnswer(Licences, {});
  const dataset = data?.dataset;
  return (
    <footer>
      {dataset !== undefined && (
        <>
          <h2>The data</h2>
          <ul>
            {dataset.parts.map(({ id, name, version, attributions }) => (
              <li key={id}>
                {name} {version}
                {attributions.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        This page is an ordinary client of the GraphQL API at <a href="graphql">/graphql</a>.
      </p>
    </footer>
  );
}
