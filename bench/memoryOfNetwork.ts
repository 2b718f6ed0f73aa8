import { millisecondsOf } from "./figures.js";
import { heldMemory } from "./heldMemory.js";
import { randomNetwork } from "./graph/randomNetwork.js";

// Builds a network with the number of roles given on the command line and prints its memory. Run it with --expose-gc.
const roles = Number(process.argv[2]);
const before = heldMemory();
let network: unknown;
const milliseconds = await millisecondsOf(async () => {
  network = await randomNetwork({ roles, stepsOut: 10, needs: 20, skills: 2_000 }, 3);
});
const bytes = heldMemory() - before;
if (network !== undefined) console.log(JSON.stringify({ bytes, relations: roles * 30, seconds: milliseconds / 1000 }));
