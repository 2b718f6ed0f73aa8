/** The activity of a store on its server, for metrics. */
export interface StoreActivity {
  /** Statements that are running. */
  readonly running: number;
  /** Statements that are waiting for their turn. */
  readonly waiting: number;
  /** Number of times that all connections were replaced, because one was dead or the password had changed. */
  readonly replaced: number;
  /** Set by the metrics. Called after each statement with its seconds, including its wait, and its outcome: OK, or why it failed. */
  onStatement: (seconds: number, outcome: string) => void;
}
