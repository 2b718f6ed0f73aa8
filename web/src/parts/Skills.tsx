import { Details } from "./Details.js";

interface Need {
  readonly id: string;
  readonly importance: string;
  readonly basis?: string;
  readonly requiredLevel: number | null;
  readonly heldLevel?: number;
  readonly skill: { readonly id: string; readonly name: string };
  readonly certifications?: readonly { readonly id: string; readonly name: string }[];
}

/** How many skills of each importance are shown at first. */
const SHOWN = 24;

/** Needed skills by importance, essential skills first. */
export function Skills({ needs, level = 5 }: { readonly needs: readonly Need[]; readonly level?: 3 | 5 }) {
  const Heading = level === 3 ? "h3" : "h5";
  const groups = [
    { name: "Essential", needs: needs.filter(({ importance }) => importance === "ESSENTIAL") },
    { name: "Useful", needs: needs.filter(({ importance }) => importance !== "ESSENTIAL") },
  ].filter((group) => group.needs.length > 0);
  return (
    <>
      {groups.map(({ name, needs: all }) => (
        <div key={name}>
          <Heading>
            {name} ({all.length})
          </Heading>
          <ul class="chips">
            {all.slice(0, SHOWN).map((need) => (
              <Chip key={need.id} need={need} />
            ))}
          </ul>
          {all.length > SHOWN && (
            <Details summary={`${all.length - SHOWN} more`}>
              {() => (
                <ul class="chips">
                  {all.slice(SHOWN).map((need) => (
                    <Chip key={need.id} need={need} />
                  ))}
                </ul>
              )}
            </Details>
          )}
        </div>
      ))}
    </>
  );
}

function Chip({ need }: { readonly need: Need }) {
  const { skill, basis, requiredLevel, heldLevel, certifications } = need;
  const notes = [
    ...(heldLevel === undefined || requiredLevel === null ? [] : [`level ${heldLevel} to ${requiredLevel}`]),
    ...(heldLevel === undefined && requiredLevel !== null ? [`level ${requiredLevel}`] : []),
    ...(basis === "INFERRED" ? ["inferred"] : []),
    ...(certifications?.length ? [`shown by ${certifications.map(({ name }) => name).join(" or ")}`] : []),
  ];
  return (
    <li>
      {skill.name}
      {notes.length > 0 && <small> {notes.join(", ")}</small>}
    </li>
  );
}
