import { useCombobox } from "downshift";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/Failure.js";
import { rememberTitle } from "../paths/useTitles.js";
import { suggestions, type Pick, type PickKind } from "./suggestions.js";

interface Props {
  readonly label: string;
  readonly kind: PickKind;
  /** What is picked, as it is shown; empty where nothing is. */
  readonly value: string;
  readonly hint?: string;
  readonly onPick: (pick: Pick | null) => void;
  /** Whether to empty the field after a pick, for picking another one. */
  readonly isRepeated?: boolean;
  /** Whether to begin with this field. */
  readonly isFirst?: boolean;
}

/**
 * A field with suggestions. The first suggestion is highlighted, and Enter takes it. Suggestions come with each key; those for an older
 * text stay until then, and are dropped when they come late.
 */
export function Picker({ label, kind, value, hint, onPick, isRepeated = false, isFirst = false }: Props) {
  const [items, setItems] = useState<readonly Pick[]>([]);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  /** The same at once, before the field is drawn anew. */
  const waits = useRef(false);
  const asked = useRef<AbortController | null>(null);
  const input = useRef<HTMLInputElement>(null);
  /** Whether a person has emptied the field, rather than the page. */
  const isEmptied = useRef(false);
  /** Whether Enter was pressed before the suggestions came: then the first of them is taken. */
  const entersFirst = useRef(false);
  const hintId = useId();

  const take = (pick: Pick): void => {
    isEmptied.current = false;
    rememberTitle(pick.id, pick.label);
    onPick(pick);
    setItems([]);
    if (isRepeated) setInputValue("");
  };

  const suggest = (text: string): void => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    setWaiting((waits.current = true));
    suggestions(text, kind, controller.signal).then(
      (found) => {
        if (controller.signal.aborted) return;
        setItems(found.picks);
        setFailures(found.failures);
        setWaiting((waits.current = false));
        const first = found.picks[0];
        if (entersFirst.current && first !== undefined) take(first);
        entersFirst.current = false;
      },
      () => {}, // Abandoned for a newer text.
    );
  };

  const {
    isOpen,
    highlightedIndex,
    inputValue,
    getLabelProps,
    getMenuProps,
    getInputProps,
    getItemProps,
    setInputValue,
  } = useCombobox<Pick>({
    items: [...items],
    itemToString: (item) => item?.label ?? "",
    itemToKey: (item) => item?.id,
    defaultHighlightedIndex: 0,
    initialInputValue: value,
    selectedItem: null,
    stateReducer: (state, { type, changes }) => {
      // Enter must never take a suggestion for an older text, which is shown until the new ones come.
      if (type === useCombobox.stateChangeTypes.InputKeyDownEnter && waits.current) return state;
      // Leaving the field takes nothing that was not chosen, and Escape puts back what was picked.
      if (type === useCombobox.stateChangeTypes.InputBlur || type === useCombobox.stateChangeTypes.InputKeyDownEscape) {
        return { ...changes, selectedItem: null, inputValue: isEmptied.current ? "" : value };
      }
      if (type === useCombobox.stateChangeTypes.FunctionSetInputValue) return changes;
      return {
        ...changes,
        highlightedIndex: changes.isOpen === true ? Math.max(0, changes.highlightedIndex ?? 0) : -1,
      };
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem === null || selectedItem === undefined) return;
      take(selectedItem);
    },
  });

  useEffect(() => setInputValue(value), [value]);
  // Before anything is painted, so that no key is lost.
  useLayoutEffect(() => {
    if (isFirst) input.current?.focus({ preventScroll: true });
  }, []);

  const names = new Map<string, number>();
  for (const item of items) names.set(item.label, (names.get(item.label) ?? 0) + 1);
  const open = isOpen && items.length > 0;
  const isTyped = inputValue.trim() !== "" && inputValue !== value;
  return (
    <div class="picker">
      <label {...getLabelProps()}>{label}</label>
      <input
        {...getInputProps({
          ref: input,
          placeholder: hint ?? "",
          // At once: downshift tells of a change only after the field is drawn anew, and Enter may come before that.
          onInput: (event: Event & { readonly currentTarget: HTMLInputElement }) => {
            const text = event.currentTarget.value;
            isEmptied.current = text.trim() === "";
            entersFirst.current = false;
            suggest(text);
          },
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === "Enter" && waits.current) entersFirst.current = true;
          },
          onFocus: () => {
            input.current?.select();
            suggest(inputValue === value ? "" : inputValue);
          },
          onBlur: () => {
            if (!isRepeated && isEmptied.current && value !== "") onPick(null);
            isEmptied.current = false;
          },
        })}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={hintId}
      />
      <ul {...getMenuProps()} class={open ? "menu" : "menu closed"} aria-busy={isWaiting}>
        {open &&
          items.map((item, index) => (
            <li
              key={item.id}
              {...getItemProps({ item, index })}
              class={index === highlightedIndex ? "option highlighted" : "option"}
            >
              <span>{item.label}</span>
              {item.matchedName !== null && <small>also called {item.matchedName}</small>}
              {(names.get(item.label) ?? 0) > 1 && <small>{item.origin}</small>}
            </li>
          ))}
      </ul>
      <p class="hint" id={hintId} role="status">
        {failures[0]?.message ??
          (isOpen && isTyped && !isWaiting && items.length === 0
            ? `Nothing here is called “${inputValue.trim()}”.`
            : "")}
      </p>
    </div>
  );
}
