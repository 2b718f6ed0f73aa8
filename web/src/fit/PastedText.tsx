import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../api/ask.js";
import type { Failure } from "../api/Failure.js";
import { graphql, type ResultOf } from "../api/graphql.js";
import { Failures } from "../parts/Failures.js";
import { counted } from "../parts/words.js";
import { rememberTitle } from "../paths/useTitles.js";

const SkillsIn = graphql(`
  query SkillsIn($text: String!) {
    skillsIn(text: $text) {
      start
      text
      skill {
        id
        name
        origin {
          id
          name
        }
      }
    }
  }
`);

type Found = NonNullable<ResultOf<typeof SkillsIn>["skillsIn"]>[number];

/** The most bytes of text that the service accepts. */
const LONGEST = 20_480;

interface Props {
  readonly known: readonly string[];
  readonly onAdd: (ids: readonly string[]) => void;
}

/**
 * Finds skills in a pasted text, such as a CV. The text is sent by POST, so it is in no URL. The skills are shown first and added only
 * when the user confirms.
 */
export function PastedText({ known, onAdd }: Props) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [isAsking, setAsking] = useState(false);
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);

  const bytes = new TextEncoder().encode(text).length;
  const look = async (): Promise<void> => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    setAsking(true);
    const answer = await ask(SkillsIn, { text }, { isPrivate: true, signal: controller.signal }).catch(() => null);
    if (controller.signal.aborted || answer === null) return;
    setAsking(false);
    setFailures(answer.failures);
    setLeft(new Set());
    setFound(answer.data?.skillsIn ?? null);
  };

  // A text can name a skill several times.
  const skills = [...new Map((found ?? []).map((item) => [item.skill.id, item])).values()];
  const fresh = skills.filter(({ skill }) => !known.includes(skill.id));
  const added = fresh.filter(({ skill }) => !left.has(skill.id));
  const meanings = new Map<number, number>();
  for (const { start } of found ?? []) meanings.set(start, (meanings.get(start) ?? 0) + 1);
  return (
    <details class="pasted">
      <summary>Find skills in a text, such as a CV</summary>
      <label>
        Text
        <textarea
          rows={6}
          value={text}
          spellcheck={false}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setFound(null);
          }}
        />
      </label>
      <p class="actions">
        <button type="button" disabled={text.trim() === "" || bytes > LONGEST || isAsking} onClick={() => void look()}>
          Find the skills in it
        </button>
        <span role="status">
          {bytes > LONGEST
            ? `The text is too long: ${Math.ceil(bytes / 1024)} KB, at most 20 KB. Shorten it.`
            : isAsking
              ? "Looking…"
              : found === null
                ? ""
                : skills.length === 0
                  ? "The text contains no name or alias of a skill in the dataset."
                  : fresh.length === 0
                    ? "You have already added all skills in the text."
                    : ""}
        </span>
      </p>
      <Failures failures={failures.map((failure) => ({ ...failure, retryAfter: null }))} />
      {fresh.length > 0 && (
        <fieldset class="found">
          <legend>{counted(fresh.length, "skill")} found</legend>
          {fresh.map(({ skill, text: name, start }) => (
            <label key={skill.id} class="check">
              <input
                type="checkbox"
                checked={!left.has(skill.id)}
                onChange={() => {
                  const next = new Set(left);
                  if (!next.delete(skill.id)) next.add(skill.id);
                  setLeft(next);
                }}
              />
              {skill.name}
              {name.toLowerCase() !== skill.name.toLowerCase() && <small>“{name}”</small>}
              {(meanings.get(start) ?? 0) > 1 && <small>{skill.origin.name}</small>}
            </label>
          ))}
          <button
            type="button"
            disabled={added.length === 0}
            onClick={() => {
              for (const { skill } of added) rememberTitle(skill.id, skill.name);
              onAdd(added.map(({ skill }) => skill.id));
              setText("");
              setFound(null);
            }}
          >
            Add {counted(added.length, "skill")}
          </button>
        </fieldset>
      )}
      <p class="hint">The text is sent only for this request. It is not stored, and it is not in any URL.</p>
    </details>
  );
}
