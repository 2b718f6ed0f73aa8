import { useAddress } from "../address/useAddress.js";
import { Picker } from "../picker/Picker.js";
import { useTitles } from "../paths/useTitles.js";
import { PastedText } from "./PastedText.js";

/** The most skills that an address holds. */
const MOST = 100;

/** The skills of the user, picked one by one or found in a text. They are in the fragment of the address, which browsers do not send. */
export function Known() {
  const { address, go } = useAddress();
  const { know } = address;
  const titles = useTitles(know, true);
  const name = (id: string): string => titles.get(id) ?? id;
  const set = (next: readonly string[]): void => go({ know: [...new Set(next)].slice(0, MOST), way: null });
  return (
    <section class="known">
      <h2>What you know</h2>
      <Picker
        label="Add a skill"
        kind="SKILL"
        value=""
        isRepeated
        onPick={(pick) => pick !== null && set([...know, pick.id])}
      />
      <PastedText known={know} onAdd={(ids) => set([...know, ...ids])} />
      {know.length >= MOST && <p class="note">You can add at most {MOST} skills.</p>}
      {know.length > 0 && (
        <p class="chosen-preferences">
          {know.map((id) => (
            <button
              type="button"
              key={id}
              aria-label={`Remove ${name(id)}`}
              onClick={() => set(know.filter((other) => other !== id))}
            >
              {name(id)} ✕
            </button>
          ))}
        </p>
      )}
      <p class="hint">
        Your skills are in the address of this page, after the #. They are sent to the service with each request and are
        not logged.
      </p>
    </section>
  );
}
