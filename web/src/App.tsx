import { useEffect } from "preact/hooks";
import { START } from "./address/Address.js";
import { AddressContext, useAddressBar } from "./address/useAddress.js";
import { FitView } from "./fit/FitView.js";
import { Footer } from "./parts/Footer.js";
import { Link } from "./parts/Link.js";
import { PathsView } from "./paths/PathsView.js";
import { RoleView } from "./role/RoleView.js";
import { WalkView } from "./walk/WalkView.js";

const TITLES = {
  paths: "Career Graph",
  role: "Role · Career Graph",
  walk: "Around · Career Graph",
  fit: "Roles that fit · Career Graph",
};

/** The page. It shows one view at a time; the address says which. */
export function App() {
  const bar = useAddressBar();
  const { view, id, know } = bar.address;
  useEffect(() => {
    document.title = TITLES[view];
  }, [view]);
  return (
    <AddressContext.Provider value={bar}>
      <header>
        <Link to={{ ...START, know }}>
          <strong>Career Graph</strong>
        </Link>
        <nav aria-label="Views">
          <Link to={{ ...START, know }}>Paths</Link>
          <Link to={{ ...START, view: "fit", know }}>Roles that fit</Link>
        </nav>
      </header>
      <main>
        {view === "paths" && <PathsView />}
        {view === "role" && id !== null && <RoleView id={id} key={id} />}
        {view === "walk" && id !== null && <WalkView id={id} />}
        {view === "fit" && <FitView />}
      </main>
      <Footer />
    </AddressContext.Provider>
  );
}
