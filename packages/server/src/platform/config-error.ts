/** Thrown at start; the message names each wrong setting and how to mend it, and never the value: it may be a password. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
