import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: ComponentChildren;
  /** Makes what is inside, once it is opened: much that nobody looks at would hold up what everybody does. */
  readonly children: () => ComponentChildren;
}

/** What opens with a click. */
export function Details({ summary, children }: Props) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{summary}</summary>
      {wasOpened && children()}
    </details>
  );
}
