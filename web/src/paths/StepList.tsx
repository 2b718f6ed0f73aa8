import type { AddressBar } from "../address/useAddress.js";
import { writeAddress, START } from "../address/Address.js";
import { useAnswer } from "../api/useAnswer.js";
import { Cautions } from "../parts/Cautions.js";
import { Details } from "../parts/Details.js";
import { Failures } from "../parts/Failures.js";
import { Link } from "../parts/Link.js";
import { Pay } from "../parts/Pay.js";
import { Skills } from "../parts/Skills.js";
import { Sources } from "../parts/Sources.js";
import { counted, payBand, time, words } from "../parts/words.js";
import { detailsRequest } from "./pathRequest.js";
import { PathDetails, type DetailedStep, type ShownPath } from "./pathOperations.js";

interface Props {
  readonly path: ShownPath;
  readonly bar: AddressBar;
}

/** The steps of the chosen path with their details; the map shows the same path. */
export function StepList({ path, bar }: Props) {
  const { address, go } = bar;
  const ids = path.roles.map(({ id }) => id);
  const request = path.steps.length === 0 ? null : detailsRequest(address, ids);
  const { data, failures, isLoading } = useAnswer(PathDetails, request, address.know.length > 0);
  const details = isLoading ? undefined : data?.paths?.paths[0];
  // Such as after a change of revision, where the path was found before.
  const isGone = !isLoading && data?.paths !== undefined && data.paths !== null && details === undefined;
  return (
    <section aria-labelledby="steps-heading">
      <h2 id="steps-heading">Step by step</h2>
      <p class="summary">{path.summary}</p>
      <Cautions cautions={path.cautions.filter(({ position }) => position === null)} />
      <Failures failures={failures} />
      {isGone && request !== null && (
        <div class="note">
          The data has changed, and this path no longer exists.{" "}
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </div>
      )}
      <ol class="steps">
        {path.steps.map((step, place) => {
          const role = path.roles[place + 1];
          if (role === undefined) return null;
          const skills = step.skillsToLearn.length;
          const raised = step.skillsToRaise.length;
          const isLast = place === path.steps.length - 1;
          return (
            <li key={role.id}>
              <div class="step-head">
                <h3>
                  <Link to={{ ...START, view: "role", id: role.id, place: address.place, know: address.know }}>
                    {role.title}
                  </Link>
                </h3>
                <span class="tag">{words(step.transition.kind)}</span>
                <span class={step.transition.basis === "STATED" ? "tag stated" : "tag inferred"}>
                  {words(step.transition.basis)}
                </span>
                {role.payBand !== null && (
                  <span class="pay-short">
                    {payBand(role.payBand)} a year{role.payBand.disputed && " (sources differ)"}
                  </span>
                )}
              </div>
              <p>
                {stepTime(step.years, step.yearsAssumed)} · {counted(skills, "skill")} to learn
                {raised > 0 && ` · ${raised} to raise`}
              </p>
              <Cautions cautions={path.cautions.filter(({ position }) => position === place + 1)} />
              <Details summary="Details and sources of this step">
                {() =>
                  details?.steps[place] === undefined ? (
                    <p role="status">
                      {isLoading ? "Loading…" : "The details cannot be shown right now. See the message above."}
                    </p>
                  ) : (
                    <StepDetails step={details.steps[place]} />
                  )
                }
              </Details>
              {!isLast && (
                <button
                  type="button"
                  class="small"
                  onClick={() =>
                    go({
                      avoid: [...address.avoid, role.id],
                      via: address.via.filter((id) => id !== role.id),
                      way: null,
                    })
                  }
                >
                  Avoid {role.title}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {details !== undefined && details.assumptions.length > 0 && (
        <details>
          <summary>Assumptions ({details.assumptions.length})</summary>
          <ul>
            {details.assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="share">
        <a href={writeAddress({ ...address, way: ids.slice(1, -1) })}>Link to this path</a>
        {address.know.length > 0 && " — it contains your skills, after the #."}
      </p>
    </section>
  );
}

function stepTime(years: number | null, assumed: number | null): string {
  if (years !== null) return years === 0 ? "takes no time" : time(years);
  return assumed === null ? "time not known" : `about ${time(assumed)}, assumed`;
}

function StepDetails({ step }: { readonly step: DetailedStep }) {
  const { transition, to, degrees, skillsToLearn, skillsToRaise } = step;
  const advice = transition.advice;
  return (
    <div class="step-details">
      <h4>{transition.basis === "STATED" ? "A source states this step" : "This step is inferred"}</h4>
      {transition.note !== null && <p>{transition.note}</p>}
      {transition.closeness !== null && <p>Closeness of the work: {words(transition.closeness)}.</p>}
      <Sources sources={transition.sources} />
      {advice !== null && (
        <>
          <h4>Advice</h4>
          <ul>
            {advice.demonstrate.length > 0 && <li>Master: {advice.demonstrate.map(({ name }) => name).join(", ")}</li>}
            {advice.develop.length > 0 && <li>Begin with: {advice.develop.map(({ name }) => name).join(", ")}</li>}
            {advice.actions.map((action) => (
              <li key={action}>{action}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{skillsToLearn.length === 0 ? "No skills to learn are known" : `To learn (${skillsToLearn.length})`}</h4>
      <Skills needs={skillsToLearn} />
      {skillsToRaise.length > 0 && (
        <>
          <h4>To raise ({skillsToRaise.length})</h4>
          <Skills needs={skillsToRaise.map(({ requirement, heldLevel }) => ({ ...requirement, heldLevel }))} />
        </>
      )}
      {degrees.length > 0 && (
        <>
          <h4>Degree</h4>
          <ul>
            {degrees.map(({ id, degree, necessity, note }) => (
              <li key={id}>
                {degree.name} ({words(necessity)}){note !== null && `: ${note}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {to.preparation !== null && (
        <>
          <h4>Preparation</h4>
          <p>
            {to.preparation.label}
            {to.preparation.education !== null && `. ${to.preparation.education}`}
          </p>
        </>
      )}
      {to.certifications.length > 0 && (
        <>
          <h4>Certifications</h4>
          <ul>
            {to.certifications.map(({ id, name, issuer }) => (
              <li key={id}>
                {name} ({issuer})
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>Pay</h4>
      <Pay band={to.payBand} missing={to.payBandMissing} claims={to.pay} />
    </div>
  );
}
