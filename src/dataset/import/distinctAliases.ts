import { normalizeName } from "../../names/normalizeName.js";
import { LONGEST_NAME } from "../../names/NameTable.js";

/** A label that a publisher lists for a record, with its line. */
export interface ListedLabel {
  readonly text: string;
  readonly line: number;
}

/** Why a label cannot be an alias. */
export type DropReason = "REPEATS" | "UNTYPABLE" | "TOO_LONG";

/**
 * The labels that can be aliases of a record, in the listed order: those that references distinguish from its name and from each other.
 * Calls `drop` for each label that is left out. O(labels).
 */
export function distinctAliases(
  name: string,
  labels: Iterable<ListedLabel>,
  drop: (label: ListedLabel, reason: DropReason) => void,
): string[] {
  const forms = new Set([normalizeName(name)]);
  const aliases: string[] = [];
  for (const label of labels) {
    const form = normalizeName(label.text);
    if (form === "") drop(label, "UNTYPABLE");
    else if (label.text.length > LONGEST_NAME) drop(label, "TOO_LONG");
    else if (forms.has(form)) drop(label, "REPEATS");
    else {
      forms.add(form);
      aliases.push(label.text);
    }
  }
  return aliases;
}
