import "../../src/cli/production.js";
import type { AddressInfo } from "node:net";
import { buildSchema, type GraphQLSchema, printSchema } from "graphql";
import { careerSchema } from "../../src/graphql/schema.js";
import { readConfig } from "../../src/server/Config.js";
import { httpServer } from "../../src/server/httpServer.js";
import { openStore } from "../../src/server/openStore.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";

/**
 * The service in its own process; another process sends the load. The environment configures the store and the response cache. The
 * script prints the address when the service listens. If the command line gives a constant, as JSON of root fields, the server has the
 * same schema without resolvers and answers with that constant.
 */
const [constant] = process.argv.slice(2);

const config = readConfig(process.env);
const holder = new SnapshotHolder(await openStore(config));
await holder.check();
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
