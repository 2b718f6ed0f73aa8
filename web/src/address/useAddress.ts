import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { readAddress, writeAddress, type Address } from "./Address.js";

export interface AddressBar {
  readonly address: Address;
  /** Goes to another address; with `replaces`, the browser gets no new history entry. */
  readonly go: (change: Partial<Address>, replaces?: boolean) => void;
}

export const AddressContext = createContext<AddressBar | null>(null);

/** The address of the page, and how to change it. */
export function useAddress(): AddressBar {
  const bar = useContext(AddressContext);
  if (bar === null) throw new Error("There is no address here: show this inside of AddressContext.");
  return bar;
}

/** Follows the address of the browser. Only `App` calls it; components use `useAddress`. */
export function useAddressBar(): AddressBar {
  const [address, setAddress] = useState(() => readAddress(location.search, location.hash));
  useEffect(() => {
    const read = (): void => setAddress(readAddress(location.search, location.hash));
    window.addEventListener("popstate", read);
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("popstate", read);
      window.removeEventListener("hashchange", read);
    };
  }, []);
  const go = useCallback((change: Partial<Address>, replaces = false) => {
    const next = { ...readAddress(location.search, location.hash), ...change };
    history[replaces ? "replaceState" : "pushState"](null, "", writeAddress(next));
    setAddress(readAddress(location.search, location.hash));
  }, []);
  return { address, go };
}
