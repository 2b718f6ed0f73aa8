/** What the HTTP server takes on, whatever the operation. */
export const HTTP_LIMITS = {
  /** Bytes of a body: far above any operation, far below what could hurt. */
  bodyBytes: 256 * 1024,
  /** Arrays and objects of a JSON body within each other. */
  nesting: 100,
  /** Milliseconds from the first byte of a request to its last. */
  requestMilliseconds: 10_000,
  /** Milliseconds that a client may take to read an answer. */
  answerMilliseconds: 30_000,
  /** Connections open at once; more are closed as they come. */
  connections: 2_000,
  /** Operations worked on at once. */
  running: 32,
  /** The same with those that only wait for a store that is another process. */
  inHand: 128,
  /** Operations that wait to be worked on; more are refused at once. */
  waiting: 100,
  /** Milliseconds that an operation waits before it is refused. */
  waitMilliseconds: 1_000,
  /** Milliseconds that turns of the event loop may take over a second, on average, before operations are refused. */
  meanTurnMilliseconds: 500,
  /** Milliseconds for which requests that came together are read in one turn of the event loop, before those left are refused. */
  turnMilliseconds: 5_000,
  /** Milliseconds over which the event loop is looked at: one that has hardly slept in them is busy. */
  rushAfterMilliseconds: 4_000,
  /** A busy event loop that has read requests for so many is in a rush; see `ArrivalGuard`. */
  rushFromMilliseconds: 100,
  /**
   * A turn of the event loop that has answered so many and has more to read is in a rush whatever was before, if it has taken
   * `rushAnswersMilliseconds`; so are operations of which `rushFromWaiting` wait while so many are answered. A burst of as many clients is worked off.
   */
  rushFromAnswers: 64,
  rushAnswersMilliseconds: 25,
  rushFromWaiting: 50,
  /** Milliseconds after which it is looked whether a rush is over. */
  rushMilliseconds: 500,
  /** Requests that wait in a rush, and for so many milliseconds at most; see `LatestFirst`. */
  rushHeld: 32,
  rushHoldMilliseconds: 50,
  /** Operations worked on at once in a rush, besides those that have run for longer than `longMilliseconds`. */
  rushRunning: 2,
  /** Operations that wait in a rush. */
  rushWaiting: 2,
  /** Milliseconds that they wait. */
  rushWaitMilliseconds: 2,
  /** Milliseconds from which on an operation leaves its place in a rush to others. */
  longMilliseconds: 50,
  /** Seconds after which a refused client may ask again. */
  retrySeconds: 1,
} as const;

export type HttpLimits = { readonly [Name in keyof typeof HTTP_LIMITS]: number };
