// Runs a TypeScript file in a process of its own, for tests that kill that process: node test/runTypeScript.mjs FILE [ARGUMENT…]
import process from "node:process";
import { runnerImport } from "vite";

await runnerImport(process.argv[2], { configFile: false, logLevel: "error" });
