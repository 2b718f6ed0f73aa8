import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: ComponentChildren;
  /** Renders the content when it is first opened, so that hidden content does not slow down the page. */
  readonly children: () => ComponentChildren;
}

/** A `<details>` element that renders its content only when it is opened. */
export function Details({ summary, children }: Props) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{summary}</summary>
      {wasOpened && children()}
    </details>
  );
}
