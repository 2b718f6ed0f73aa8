import { normalizeName } from "../../names/normalizeName.js";
import { LONGEST_NAME } from "../../names/NameTable.js";

/** A label that a publisher lists for a record, with its place. */
export interface ListedLabel {
  readonly text: string;
  readonly line: number;
}

/** Why a label is no alias. */
export type DropReason = "REPEATS" | "UNTYPABLE" | "TOO_LONG";

/**
 * The labels that work as aliases of a record, in the order listed: those that references tell from its name and from each
 * other. Each label left out is handed to `drop`. O(labels).
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
