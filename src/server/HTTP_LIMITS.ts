/** Limits of the HTTP server that do not depend on the operation. */
export const HTTP_LIMITS = {
  /** Maximum size of a request body in bytes: far more than any operation needs, far less than what could cause harm. */
  bodyBytes: 256 * 1024,
  /** Maximum depth of arrays and objects in a JSON body. */
  nesting: 100,
  /** Maximum milliseconds from the first byte of a request to its last. */
  requestMilliseconds: 10_000,
  /** Milliseconds within which a client must read an answer. */
  answerMilliseconds: 30_000,
  /** Maximum number of open connections; further ones are closed. */
  connections: 2_000,
  /** Maximum number of operations in progress, including those that wait for a store in another process. */
  inProgress: 128,
  /** Maximum number of operations in progress that do not wait for a store in another process, and so use the processor. */
  computing: 32,
  /** Maximum number of operations that wait at the gate; further ones are refused at once. */
  waiting: 100,
  /** Milliseconds that an operation waits at the gate before it is refused. */
  waitMilliseconds: 1_000,
  /** Mean delay of the event loop over one second, in milliseconds, from which requests are refused. */
  meanTurnMilliseconds: 500,
  /** Milliseconds for which requests are read in one turn of the event loop; the rest of the requests of that turn are refused. */
  turnMilliseconds: 5_000,
  /** Length in milliseconds of the window over which the load of the event loop is measured. */
  rushAfterMilliseconds: 4_000,
  /** If the event loop is busy and a turn lasts longer than this many milliseconds, a rush begins; see `ArrivalGuard`. */
  rushFromMilliseconds: 100,
  /**
   * A rush also begins if a turn of the event loop has lasted `rushAnswersMilliseconds`, has answered this many requests and has more to read,
   * or if at least `rushFromWaiting` operations wait while this many are answered. A burst of fewer clients is served without a rush.
   */
  rushFromAnswers: 64,
  rushAnswersMilliseconds: 25,
  rushFromWaiting: 50,
  /** Milliseconds between the checks whether a rush is over. */
  rushMilliseconds: 500,
  /** Maximum number of requests held in a rush, and for how many milliseconds at most; see `LatestFirst`. */
  rushHeld: 32,
  rushHoldMilliseconds: 50,
  /** Maximum number of computing operations in a rush, not counting those that began more than `longMilliseconds` ago. */
  rushComputing: 2,
  /** Maximum number of operations that wait at the gate in a rush. */
  rushWaiting: 2,
  /** Milliseconds that an operation waits at the gate in a rush before it is refused. */
  rushWaitMilliseconds: 2,
  /** Milliseconds after which an operation no longer counts against `rushComputing`. */
  longMilliseconds: 50,
  /** Seconds after which a refused client should retry. */
  retrySeconds: 1,
} as const;

export type HttpLimits = { readonly [Name in keyof typeof HTTP_LIMITS]: number };
