// Lets Node.js run this project's TypeScript directly: node --import ./dev/typescript/register.mjs FILE.ts [ARGUMENT…]
import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
