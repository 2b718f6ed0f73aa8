import type { FastifyInstance } from "fastify";
import { parseJson } from "./parseJson.js";

/** Makes JSON the only type of request body that the service reads. @param nesting maximum depth of arrays and objects */
export function readJsonBodies(app: FastifyInstance, nesting: number): void {
  // Fastify accepts plain text by default.
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, parseJson(String(body), nesting));
    } catch (error) {
      done(error as Error);
    }
  });
}
