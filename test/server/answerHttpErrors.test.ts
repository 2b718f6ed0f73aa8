import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import compress from "@fastify/compress";
import { expect, test } from "@jest/globals";
import Fastify from "fastify";
import { answerHttpErrors } from "../../src/server/answerHttpErrors.js";
import { COMPRESSION } from "../../src/server/graphqlRoute.js";
import { eventually } from "../eventually.js";

test("A client that disconnects before it gets a compressed answer is not a failure of the service", async () => {
  const app = Fastify();
  const failures: unknown[] = [];
  const unused = (): void => undefined;
  answerHttpErrors(app, { bodyBytes: 2, failed: (error) => failures.push(error), rateLimited: unused });
  let errors = 0;
  app.addHook("onError", async () => void errors++);
  await app.register(compress, COMPRESSION);
  app.post("/gone", async (_request, reply) => {
    client.destroy();
    await once(reply.raw, "close");
    return "x".repeat(100_000);
  });
  app.get("/failing", async () => Promise.reject(new Error("failing")));
  await app.listen({ host: "127.0.0.1", port: 0 });
  const client = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  try {
    client.write(
      "POST /gone HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nAccept-Encoding: gzip\r\n\r\n{}",
    );
    await eventually(() => expect(errors).toBe(1), { timeout: 5_000 });
    expect(failures).toEqual([]);
    expect((await app.inject("/failing")).statusCode).toBe(500);
    expect(failures).toMatchObject([{ message: "failing" }]);
  } finally {
    await app.close();
  }
});
