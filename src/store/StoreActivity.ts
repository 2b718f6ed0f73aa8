/** What a store asks of its server, for whoever runs the service. */
export interface StoreActivity {
  /** Statements at work. */
  readonly running: number;
  /** Statements that wait for their turn. */
  readonly waiting: number;
  /** How often all connections were replaced because one was dead. */
  readonly replaced: number;
  /** To be set by who measures: told of each statement how many seconds it took, with its wait, and OK or why it failed. */
  onStatement: (seconds: number, outcome: string) => void;
}
