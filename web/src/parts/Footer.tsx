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

/** Whose data the page shows, and under which licence. */
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
        This page is a client of the GraphQL service at <a href="graphql">/graphql</a>, like any other.
      </p>
    </footer>
  );
}
