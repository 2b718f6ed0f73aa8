import { isNativeError } from "node:util/types";
import type { DevelopmentNeo4j, StartOptions } from "./DevelopmentNeo4j.js";
import { dockerAnswers, startWithDocker } from "./startWithDocker.js";
import { startWithJava } from "./startWithJava.js";

/**
 * Starts a Neo4j for development or tests on 127.0.0.1: with Docker if an engine answers, otherwise from Maven artifacts with
 * the machine's Java. Takes 5 to 10 s once the image or the jars are downloaded.
 * @throws Error that says what is missing and how to get it
 */
export async function startNeo4j(options: StartOptions): Promise<DevelopmentNeo4j> {
  if (options.plugin !== undefined) return startWithJava(options);
  if (await dockerAnswers()) return startWithDocker(options);
  return startWithJava(options).catch((error: unknown) => {
    const reason = isNativeError(error) ? error.message : String(error);
    throw new Error(`No container engine answers \`docker version\`, and starting with Java failed: ${reason}`, {
      cause: error,
    });
  });
}
