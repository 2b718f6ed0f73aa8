import type { FastifyError, FastifyInstance } from "fastify";
import { errorBody, OUR_FAULT } from "./errorBody.js";
import { JsonError } from "./parseJson.js";

/** The texts for errors of libraries, by their code; a text that is not listed comes from `INVALID`. */
const TEXTS: Readonly<Record<string, string>> = {
  FST_CP_ERR_INVALID_CONTENT_ENCODING:
    "Send the body uncompressed, or with `Content-Encoding: gzip`, `br` or `deflate`.",
  FST_CP_ERR_INVALID_CONTENT: "The body could not be decompressed. Check its `Content-Encoding`.",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send the body as JSON, with `Content-Type: application/json`.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The body is empty. Send an operation as JSON.",
};
const INVALID = "This HTTP request is invalid.";

interface HttpErrors {
  /** Limit of a request body in bytes. */
  readonly bodyBytes: number;
  /** Called with each error that is the service's own fault. A broken connection to the client is not. */
  readonly failed: (error: unknown) => void;
  /** Called for each request that exceeded its client's rate limit. */
  readonly rateLimited: () => void;
}

/** Answers what fails before or outside of GraphQL in the form of a GraphQL error, without the texts of the libraries. */
export function answerHttpErrors(app: FastifyInstance, { bodyBytes, failed, rateLimited }: HttpErrors): void {
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(errorBody("NOT_FOUND", `Nothing is served at this URL for ${request.method}. GraphQL is at /graphql.`)),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // When the client disconnects, what was being written fails.
      if (!reply.raw.destroyed) failed(error);
      return reply.code(status).send(errorBody("INTERNAL_SERVER_ERROR", OUR_FAULT));
    }
    if (status === 429) {
      rateLimited();
      const retryAfter = Number(reply.getHeader("retry-after") ?? 60);
      const message = `This client has reached its limit of requests per minute. Retry in ${retryAfter} s.`;
      return reply.code(429).send(errorBody("RATE_LIMITED", message, { retryAfter }));
    }
    if (status === 413) {
      return reply.code(413).send(errorBody("BAD_REQUEST", `The body is larger than the limit of ${bodyBytes} bytes.`));
    }
    const message = error instanceof JsonError ? error.message : (TEXTS[error.code] ?? INVALID);
    return reply.code(status).send(errorBody("BAD_REQUEST", message));
  });
}
