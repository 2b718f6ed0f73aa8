import type { Network } from "../../src/paths/network/Network.js";
import { networkOf } from "./networkOf.js";

/** Every role leads to every other role, so there are very many paths to compare. The roles are r0, r1, …. */
export function denseNetwork(roles: number): Promise<Network> {
  const slugs = Array.from({ length: roles }, (_, i) => `r${i}`);
  const graph = Object.fromEntries(
    slugs.map((slug, i) => [
      slug,
      {
        needs: [0, 1, 2, 3].map((skill) => `s${(i * 7 + skill * 13) % 50}`),
        steps: slugs.filter((to) => to !== slug).map((to, j) => ({ to, years: 1 + ((i * 31 + j * 17) % 9) })),
      },
    ]),
  );
  return networkOf(graph);
}
