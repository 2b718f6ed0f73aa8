import { START, type Address } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { graphql } from "../api/graphql.js";
import { useAnswer } from "../api/useAnswer.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { Pay } from "../parts/Pay.js";
import { DegreeNeedShown, SkillNeedShown } from "../parts/needOperations.js";
import { PayShown } from "../parts/payOperations.js";
import { placeName, words } from "../parts/words.js";
import { ShowQuery } from "../parts/ShowQuery.js";
import { Skills } from "../parts/Skills.js";
import { Sources } from "../parts/Sources.js";

const RolePage = graphql(
  `
    query RolePage($ref: String!, $place: String) {
      role(ref: $ref) {
        id
        title
        aliases
        summary
        track {
          id
          name
        }
        origin {
          id
          name
        }
        experience {
          from
          to
          disputed
        }
        preparation {
          scale
          label
          education
        }
        responsibilities {
          id
          text
        }
        skills {
          ...SkillNeedShown
        }
        degrees {
          ...DegreeNeedShown
        }
        certifications {
          id
          name
          issuer
        }
        ...PayShown
        transitions {
          id
          kind
          basis
          to {
            id
            title
          }
        }
        transitionsInto {
          id
          kind
          basis
          from {
            id
            title
          }
        }
        similar(first: 5) {
          score
          role {
            id
            title
          }
          sharedSkills {
            id
            name
          }
        }
        questions {
          id
          question
          answer
          sources {
            id
            title
            url
          }
        }
        citations {
          source {
            id
            title
            url
            publisher
          }
        }
      }
    }
  `,
  [PayShown, SkillNeedShown, DegreeNeedShown],
);

/** The view of one role. */
export function RoleView({ id }: { readonly id: string }) {
  const { address, go } = useAddress();
  const { know, place } = address;
  const variables = { ref: id, ...(place === null ? {} : { place }) };
  const { data, failures, isLoading } = useAnswer(RolePage, variables);
  const role = data?.role ?? null;
  const to = (other: string): Address => ({ ...START, view: "role", id: other, place, know });
  return (
    <div aria-busy={isLoading}>
      <h1 tabIndex={-1}>{role?.title ?? "Role"}</h1>
      {isLoading && <p role="status">Loading…</p>}
      <Failures failures={failures} onTake={(_, suggestion) => go({ id: suggestion.id })} />
      {role !== null && (
        <>
          <p>
            {role.origin.name}
            {role.track !== null && ` · ${role.track.name}`}
            {role.aliases.length > 0 && ` · also called ${role.aliases.slice(0, 6).join(", ")}`}
            {role.aliases.length > 6 && ` and ${role.aliases.length - 6} more names`}
          </p>
          {role.summary !== null && <p>{role.summary}</p>}
          <p class="actions">
            <Link to={{ ...START, from: role.id, know }}>Paths from here</Link>
            <Link to={{ ...START, to: role.id, know }}>Paths to here</Link>
            <Link to={{ ...START, view: "walk", id: role.id, know }}>Look around</Link>
          </p>
          <div class="role-columns">
            <section>
              <h2>What it needs</h2>
              {role.experience !== null && (
                <p>
                  {role.experience.from}
                  {role.experience.to === null ? " or more" : `–${role.experience.to}`} years of experience
                  {role.experience.disputed && " (sources differ)"}
                </p>
              )}
              {role.preparation !== null && (
                <p>
                  {role.preparation.label}
                  {role.preparation.education !== null && `. ${role.preparation.education}`}
                </p>
              )}
              {role.degrees.length > 0 && (
                <ul>
                  {role.degrees.map(({ id: key, degree, necessity, note }) => (
                    <li key={key}>
                      {degree.name} ({words(necessity)}){note !== null && `: ${note}`}
                    </li>
                  ))}
                </ul>
              )}
              {role.skills.length === 0 && <p>No skills known.</p>}
              <Skills needs={role.skills} level={3} />
              {role.certifications.length > 0 && (
                <>
                  <h3>Certifications</h3>
                  <ul>
                    {role.certifications.map(({ id: key, name, issuer }) => (
                      <li key={key}>
                        {name} ({issuer})
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
            <section>
              <h2>Pay</h2>
              <Places
                places={role.pay.flatMap((claim) => claim.place ?? [])}
                chosen={place}
                onChoose={(next) => go({ place: next }, true)}
              />
              <Pay band={role.payBand} missing={role.payBandMissing} claims={role.pay} />
              {role.responsibilities.length > 0 && (
                <>
                  <h2>What the role does</h2>
                  <ul>
                    {role.responsibilities.map(({ id: key, text }) => (
                      <li key={key}>{text}</li>
                    ))}
                  </ul>
                </>
              )}
              <Moves
                heading="Ways in"
                moves={role.transitionsInto.map(({ from, ...move }) => ({ ...move, role: from }))}
                to={to}
              />
              <Moves
                heading="Ways out"
                moves={role.transitions.map(({ to: next, ...move }) => ({ ...move, role: next }))}
                to={to}
              />
              {role.similar !== null && role.similar.length > 0 && (
                <>
                  <h2>Similar roles</h2>
                  <ul>
                    {role.similar.map(({ role: other, score, sharedSkills }) => (
                      <li key={other.id}>
                        <Link to={to(other.id)}>{other.title}</Link>{" "}
                        <small>
                          {Math.round(score * 100)}% similar; both need{" "}
                          {sharedSkills
                            .slice(0, 4)
                            .map(({ name }) => name)
                            .join(", ")}
                          {sharedSkills.length > 4 && ` and ${sharedSkills.length - 4} more`}
                        </small>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          </div>
          {role.questions.length > 0 && (
            <section>
              <h2>Questions</h2>
              {role.questions.map(({ id: key, question, answer, sources }) => (
                <details key={key}>
                  <summary>{question}</summary>
                  <p>{answer}</p>
                  <Sources sources={sources} />
                </details>
              ))}
            </section>
          )}
          <h2>Sources</h2>
          <Sources sources={[...new Map(role.citations.map(({ source }) => [source.id, source])).values()]} />
          <ShowQuery operation={RolePage} variables={variables} />
        </>
      )}
    </div>
  );
}

interface PlacesProps {
  readonly places: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (place: string | null) => void;
}

/** Selects one of the places for which there are pay claims. Nothing is shown if no claim has a place. */
function Places({ places, chosen, onChoose }: PlacesProps) {
  const known = [...new Set([...places, ...(chosen === null ? [] : [chosen])])].sort();
  if (known.length === 0) return null;
  return (
    <p>
      <label>
        Place{" "}
        <select value={chosen ?? ""} onChange={(event) => onChoose(event.currentTarget.value || null)}>
          <option value="">Default</option>
          {known.map((place) => (
            <option key={place} value={place}>
              {placeName(place)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

interface MovesProps {
  readonly heading: string;
  readonly moves: readonly {
    readonly id: string;
    readonly kind: string;
    readonly basis: string;
    readonly role: { readonly id: string; readonly title: string };
  }[];
  readonly to: (id: string) => Address;
}

function Moves({ heading, moves, to }: MovesProps) {
  return (
    <>
      <h2>{heading}</h2>
      {moves.length === 0 && <p>None known.</p>}
      <ul>
        {moves.map(({ id, kind, basis, role }) => (
          <li key={id}>
            <Link to={to(role.id)}>{role.title}</Link>{" "}
            <small>
              {words(kind)}, {words(basis)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
