import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";

// Builds the page to `dist/page/`, with each file in compressed forms beside it. `dev/build.mjs` runs this when the page's files are
// newer than its last build; `node web/build.mjs` runs it in any case.

const OUT = fileURLToPath(new URL("../dist/page/", import.meta.url));

await build({ configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)), logLevel: "warn" });
// Vite's manifest is not part of the page.
rmSync(join(OUT, ".vite"), { recursive: true, force: true });

for (const entry of readdirSync(OUT, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const text = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
