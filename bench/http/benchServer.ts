import "../../src/cli/production.js";
import type { AddressInfo } from "node:net";
import { buildSchema, type GraphQLSchema, printSchema } from "graphql";
import { careerSchema } from "../../src/graphql/schema.js";
import { readConfig } from "../../src/server/Config.js";
import { httpServer } from "../../src/server/httpServer.js";
import { openStore } from "../../src/server/openStore.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";

/**
 * The service in a process of its own, for load from another: store and response cache as the environment says, and it prints
 * its address when it listens. With a constant, given as JSON of root fields on the command line, the same server has the same
 * schema without resolvers and answers that constant.
 */
const [constant] = process.argv.slice(2);

const config = readConfig(process.env);
const holder = new SnapshotHolder(await openStore(config));
await holder.refresh();
await holder.prepare();
const schema = await careerSchema();
const { app } = await httpServer(
  holder,
  constant === undefined ? schema : constantSchema(schema, constant),
  undefined,
  {
    ...config,
    operations: null,
    cacheBytes: config.responseCacheBytes,
    opsApart: false,
  },
);
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
