import type { Readable, Writable } from "node:stream";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { pino } from "pino";
import { apolloServer } from "../../graphql/apollo.js";
import type { OperationWork } from "../../graphql/limits/OperationWork.js";
import { careerSchema } from "../../graphql/schema.js";
import { readTools } from "../../mcp/readTools.js";
import { toolServer } from "../../mcp/toolServer.js";
import { SnapshotHolder } from "../../snapshot/SnapshotHolder.js";
import type { Config } from "../Config.js";
import { FailureLog } from "../FailureLog.js";
import { HTTP_LIMITS } from "../HTTP_LIMITS.js";
import { OperationGate } from "../OperationGate.js";
import { openStore } from "../openStore.js";
import { reporterOf } from "../reporterOf.js";
import { StoreFollower } from "../StoreFollower.js";
import { graphAsker } from "./graphAsker.js";
import { LineTransport } from "./LineTransport.js";
import { MOST_SUBSCRIPTIONS } from "./mcpHandler.js";

/** A running tool server. */
export interface ToolService {
  /** Resolves when the input has ended, all requests are answered and the store is closed. */
  readonly ended: Promise<void>;
  /** Stops the server earlier. */
  close(): Promise<void>;
}

/**
 * Serves the tools to one client over two streams. The log goes to standard error.
 * @throws DatasetError with a message for the operator
 */
export async function serveTools(config: Config, input: Readable, output: Writable): Promise<ToolService> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const holder = new SnapshotHolder(await openStore(config));
  const follower = new StoreFollower(holder, logger, config.neo4j === null ? null : config.pollSeconds * 1000);
  const report = reporterOf(holder, new FailureLog(logger));
  const schema = await careerSchema();
  const apollo = apolloServer(schema, report);
  try {
    await follower.check();
    await apollo.start();
  } catch (error) {
    follower.stop();
    await holder.store.close();
    throw error;
  }
  const ask = graphAsker({
    apollo,
    holder,
    gate: new OperationGate(HTTP_LIMITS),
    atWork: new Set<OperationWork>(),
    retrySeconds: HTTP_LIMITS.retrySeconds,
    refused: () => logger.info("An operation of a tool was refused: too many at once."),
    answered: ({ work }, milliseconds) => logger.info({ milliseconds, cost: work.cost }, "An operation of a tool."),
    report,
  });
  const tools = readTools(schema);
  const transport = new LineTransport(input, output, HTTP_LIMITS);
  const connection = serveStdio(() => toolServer(tools, ask), {
    transport,
    maxSubscriptions: MOST_SUBSCRIPTIONS,
    onerror: (error) => logger.debug({ err: error }, "A message was refused or failed."),
  });
  const ended = transport.closed.then(async () => {
    follower.stop();
    await apollo.stop();
    await holder.store.close();
  });
  return {
    ended,
    close: async () => {
      await connection.close();
      await ended;
    },
  };
}
