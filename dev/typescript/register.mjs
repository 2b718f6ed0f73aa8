// Lets Node.js run this project's TypeScript as it stands: node --import ./dev/typescript/register.mjs FILE.ts [ARGUMENT…]
import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
