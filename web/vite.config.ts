import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  // Addresses relative to the page: it works behind a gateway that serves it under a path.
  base: "./",
  publicDir: here("./public"),
  resolve: { alias: { react: "preact/compat" } },
  build: {
    outDir: here("../dist/page"),
    emptyOutDir: true,
    target: "es2022",
    // A picture or a font inside of a file would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `vite web` while working on the page, beside `npm start`.
  server: { host: "127.0.0.1", proxy: { "/graphql": "http://127.0.0.1:4000", "/graphiql": "http://127.0.0.1:4000" } },
});
