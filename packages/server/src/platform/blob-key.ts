const SAFE_KEY = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/;
const LONGEST_KEY = 512;

/** Thrown when a key could lead out of the store; keys are made by the service, so this is an error in the service. */
export function checkKey(key: string): void {
  if (key.length > LONGEST_KEY || !SAFE_KEY.test(key)) throw new Error(`"${key}" is no key of a blob.`);
}

/** The beginning of a key, as `list` takes it: whole parts, then any part of a name. */
export function checkPrefix(prefix: string): void {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  if (folder !== '') checkKey(folder.slice(0, -1));
}
