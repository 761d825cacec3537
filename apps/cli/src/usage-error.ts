/** The command was called wrongly. The message says what to do; the exit status is 2. */
export class UsageError extends Error {}
