import { fileURLToPath } from "node:url";
import { transformFile } from "@swc/core";

/** The code names the `.js` that `tsc` writes; where there is none, the `.ts` beside it is meant. */
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
