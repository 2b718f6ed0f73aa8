import { useCombobox } from "downshift";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/Failure.js";
import { rememberTitle } from "../paths/useTitles.js";
import { suggestions, type Pick, type PickKind } from "./suggestions.js";

interface Props {
  readonly label: string;
  readonly kind: PickKind;
  /** Label of the picked node; empty if none is picked. */
  readonly value: string;
  readonly hint?: string;
  readonly onPick: (pick: Pick | null) => void;
  /** Whether to empty the field after a pick, so that another node can be picked. */
  readonly isRepeated?: boolean;
  /** Whether the field has the focus at first. */
  readonly isFirst?: boolean;
}

/**
 * A field with suggestions. The first suggestion is highlighted, and Enter takes it. Each key loads new suggestions. The old ones stay
 * until the new ones are loaded; an answer for an older text is ignored.
 */
export function Picker({ label, kind, value, hint, onPick, isRepeated = false, isFirst = false }: Props) {
  const [items, setItems] = useState<readonly Pick[]>([]);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  /** The same value without waiting for the next render. */
  const waits = useRef(false);
  const asked = useRef<AbortController | null>(null);
  const input = useRef<HTMLInputElement>(null);
  /** Whether the user, not the page, has emptied the field. */
  const isEmptied = useRef(false);
  /** Whether Enter was pressed while suggestions were loading. The first of them is then taken. */
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
      () => {}, // Aborted because of a newer text.
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
      // Enter must not take a suggestion for an older text while the new suggestions are loading.
      if (type === useCombobox.stateChangeTypes.InputKeyDownEnter && waits.current) return state;
      // Leaving the field or pressing Escape restores the picked node and takes no suggestion.
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
  // Focus before the first paint, so that no key is lost.
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
          // Not `onInputValueChange`: downshift calls it after the next render, and Enter may be pressed before that.
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
          (isOpen && isTyped && !isWaiting && items.length === 0 ? `Nothing found for “${inputValue.trim()}”.` : "")}
      </p>
    </div>
  );
}
