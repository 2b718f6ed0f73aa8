import type { ComponentChildren } from "preact";
import { writeAddress, type Address } from "../address/Address.js";
import { useAddress } from "../address/useAddress.js";

/** A link to another address of the page. Opening it in a new tab or window works as usual. */
export function Link({ to, children }: { readonly to: Address; readonly children: ComponentChildren }) {
  const { go } = useAddress();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  };
  return (
    <a href={writeAddress(to)} onClick={follow}>
      {children}
    </a>
  );
}
