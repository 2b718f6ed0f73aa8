import type { AddressInfo } from "node:net";
import { buildSchema, type GraphQLSchema, printSchema } from "graphql";
import { readDataset } from "../../src/dataset/readDataset.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { httpServer } from "../../src/server/httpServer.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";

/**
 * The service in a process of its own, for load from another: it prints its address when it listens. With a constant, given
 * as JSON of root fields after the megabytes of its response cache, the same server has the same schema without resolvers and answers that constant.
 */
const [cacheMegabytes = "0", constant] = process.argv.slice(2);

const { dataset, problems } = await readDataset(["seed"]);
if (dataset === null) throw new Error(problems.map(({ message }) => message).join(" "));
const holder = new SnapshotHolder(new EmbeddedStore(dataset, new Date()));
await holder.refresh();
const schema = await careerSchema();
const app = await httpServer(holder, constant === undefined ? schema : constantSchema(schema, constant), undefined, {
  cacheBytes: Number(cacheMegabytes) * 2 ** 20,
  corsOrigins: ["*"],
});
await app.listen({ port: 0, host: "127.0.0.1" });
console.log(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`);

function constantSchema(like: GraphQLSchema, json: string): GraphQLSchema {
  const schemaWithoutResolvers = buildSchema(printSchema(like));
  const fields = schemaWithoutResolvers.getQueryType()?.getFields() ?? {};
  for (const [name, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
    const field = fields[name];
    if (field !== undefined) field.resolve = () => value;
  }
  return schemaWithoutResolvers;
}
