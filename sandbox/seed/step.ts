/** One thing to do at one moment. */
export interface Step {
  at: Date;
  run: () => Promise<void>;
}
