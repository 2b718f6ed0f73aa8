import console from "node:console";
import { readFileSync } from "node:fs";
import process from "node:process";
import Fastify from "fastify";
import { buildSchema } from "graphql";
import mercurius from "mercurius";

// Mercurius with its compiler, on Fastify, with our schema and without limits, cache or log. Each root field returns a constant, given as
// JSON on the command line. Prints its address when it listens.
const [constant = "{}"] = process.argv.slice(2);
const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const fields = schema.getQueryType().getFields();
for (const [name, value] of Object.entries(JSON.parse(constant))) fields[name].resolve = () => value;
const app = Fastify();
await app.register(mercurius, { schema, jit: 1 });
console.log(`${await app.listen({ port: 0, host: "127.0.0.1" })}/graphql`);
