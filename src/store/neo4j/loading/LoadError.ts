/** A load that cannot be completed; the active revision is what it was. The message says what to do. */
export class LoadError extends Error {
  override readonly name: string = "LoadError";
}

/** Another loader is at work and did not finish while this one waited. */
export class LoadLockedError extends LoadError {
  override readonly name = "LoadLockedError";
}
