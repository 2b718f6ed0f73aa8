import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  // Relative URLs, so that the page works if a gateway serves it under a path.
  base: "./",
  publicDir: here("./public"),
  resolve: { alias: { react: "preact/compat" } },
  build: {
    outDir: here("../dist/page"),
    emptyOutDir: true,
    target: "es2022",
    // Inlined images or fonts would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // For work on the page: run `vite web` beside `npm start`.
  server: { host: "127.0.0.1", proxy: { "/graphql": "http://127.0.0.1:4000", "/graphiql": "http://127.0.0.1:4000" } },
});
