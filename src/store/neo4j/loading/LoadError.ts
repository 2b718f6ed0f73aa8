/** A load that cannot be completed. The active revision is unchanged, unless the message says otherwise. The message says what to do. */
export class LoadError extends Error {
  override readonly name: string = "LoadError";
}

/** Another load did not finish while this one waited. */
export class LoadLockedError extends LoadError {
  override readonly name = "LoadLockedError";
}
