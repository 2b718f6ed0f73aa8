import { useAddress } from "../address/useAddress.js";
import { Picker } from "../picker/Picker.js";
import { useTitles } from "../paths/useTitles.js";
import { PastedText } from "./PastedText.js";

/** Skills that an address holds at most. */
const MOST = 100;

/** What a person knows, picked skill by skill or found in a text. It stays in the fragment of the address, which browsers send to nobody. */
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
      {know.length >= MOST && <p class="note">An address holds {MOST} skills at most; more are not added.</p>}
      {know.length > 0 && (
        <p class="chosen-preferences">
          {know.map((id) => (
            <button
              type="button"
              key={id}
              aria-label={`Forget ${name(id)}`}
              onClick={() => set(know.filter((other) => other !== id))}
            >
              {name(id)} ✕
            </button>
          ))}
        </p>
      )}
      <p class="hint">
        What you know stays in the address of your browser, after the #. The service gets it with each question and
        keeps no log of it.
      </p>
    </section>
  );
}
