import { START } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";
import { Link } from "../parts/Link.js";
import { words } from "../parts/words.js";
import type { Branch, Tie } from "./walkTree.js";

interface Props {
  readonly root: Branch;
  readonly onNode: (id: string) => void;
}

/**
 * The neighborhood as nested lists, with the same content as the drawing. Tab reaches every button and link. The arrow keys work as in a
 * tree: up and down move between nodes, right opens a node, left closes it or moves to its parent.
 */
export function WalkList({ root, onNode }: Props) {
  const kinds = [...new Set(root.branches.map(({ node }) => node.kind))];
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement))
      return;
    const row = event.target.closest<HTMLElement>("[data-node]");
    if (row === null || !(event.currentTarget instanceof HTMLElement)) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-node]")];
    const focus = (to: HTMLElement | null | undefined): void => to?.querySelector("button")?.focus();
    const isOpen = row.querySelector("button")?.getAttribute("aria-expanded") === "true";
    const id = row.dataset["node"] ?? "";
    if (event.key === "ArrowDown") focus(rows[rows.indexOf(row) + 1]);
    else if (event.key === "ArrowUp") focus(rows[rows.indexOf(row) - 1]);
    else if (event.key === "ArrowRight" && isOpen)
      focus(row.parentElement?.querySelector<HTMLElement>(":scope > ul [data-node]"));
    else if (event.key === "ArrowRight") onNode(id);
    else if (event.key === "ArrowLeft" && isOpen) onNode(id);
    else if (event.key === "ArrowLeft")
      focus(row.parentElement?.parentElement?.closest("li")?.querySelector<HTMLElement>("[data-node]"));
    else return;
    event.preventDefault();
  };
  return (
    <div class="walk" onKeyDown={move}>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{words(kind)}</h2>
          <Branches branches={root.branches.filter(({ node }) => node.kind === kind)} onNode={onNode} />
        </section>
      ))}
    </div>
  );
}

function Branches({ branches, onNode }: { readonly branches: readonly Branch[]; readonly onNode: Props["onNode"] }) {
  const { address } = useAddress();
  return (
    <ul class="branches">
      {branches.map((branch) => {
        const { node, ties, isOpen, isLoading } = branch;
        return (
          <li key={node.id}>
            <div class="branch" data-node={node.id}>
              <button
                type="button"
                aria-expanded={isOpen}
                aria-label={`Connections of ${node.label}`}
                onClick={() => onNode(node.id)}
              >
                {isOpen ? "−" : "+"}
              </button>
              <span>
                <Link to={{ ...START, view: "walk", id: node.id, know: address.know }}>{node.label}</Link>{" "}
                <small>{tiesText(ties)}</small>
              </span>
            </div>
            {isLoading && <p role="status">Looking around…</p>}
            {isOpen && !isLoading && (
              <>
                {branch.branches.length > 0 && <Branches branches={branch.branches} onNode={onNode} />}
                <p class="hint">{restText(branch)}</p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How two nodes are connected. A relation that exists in both directions is listed once. */
function tiesText(ties: readonly Tie[]): string {
  const texts = ties.map(({ type, isOut, isInferred }) => {
    const isBack = ties.some(
      (other) => other.type === type && other.isInferred === isInferred && other.isOut !== isOut,
    );
    const way = isBack ? " both ways" : isOut ? "" : " (from there)";
    return `${words(type)}${way}${isInferred ? ", inferred" : ""}`;
  });
  return [...new Set(texts)].join("; ");
}

/** Says which connections of a node the list does not show below it. */
function restText({ branches, elsewhere, isTruncated, isFailed }: Branch): string {
  if (isFailed) return "Its connections cannot be read right now.";
  return [
    ...(branches.length === 0 && elsewhere === 0 ? ["It has no other connections."] : []),
    ...(elsewhere === 0 ? [] : [`${elsewhere} ${branches.length === 0 ? "" : "more "}elsewhere in this list.`]),
    ...(isTruncated ? ["Not all connections are shown."] : []),
  ].join(" ");
}
