import { fileURLToPath } from "node:url";
import { transformFile } from "@swc/core";

/** Imports name the `.js` files that `tsc` writes. If there is no such file, the `.ts` file beside it is loaded. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || !/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
    return next(specifier.replace(/js$/, "ts"), context);
  }
}

/** Compiles as `.swcrc` says, as the tests do. */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url));
  return { format: "module", source: code, shortCircuit: true };
}
