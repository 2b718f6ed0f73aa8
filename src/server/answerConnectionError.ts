import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { errorBody } from "./errorBody.js";

/** Answers data that Node.js could not parse as a request, in the form of a GraphQL error, and closes the connection. */
export function answerConnectionError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, message] = whatIsWrong(error.code);
  if (socket.writable) {
    const body = JSON.stringify(errorBody("BAD_REQUEST", message));
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

function whatIsWrong(code: string | undefined): readonly [status: number, message: string] {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return [408, "The request arrived too slowly. Send it again."];
    case "HPE_HEADER_OVERFLOW":
      return [431, "The URL and headers of the request are too large. Send operations by POST."];
    default:
      return [400, "This HTTP request is invalid."];
  }
}
