/** What programs on Windows take for a device, whatever comes behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.[^/]*)?$/i;

/** Why an entry of this name is refused, or null. */
export function nameProblem(name: string): string | null {
  const path = safePath(name);
  if (path === null) return 'its name leads out of the archive';
  return path.split('/').some((part) => DEVICE.test(part)) ? 'its name is that of a device, not of a file' : null;
}

/**
 * The path of an entry inside a container, with forward slashes; null where it leads out of the container (absolute, with
 * a drive letter, with `..`) or holds a NUL.
 */
export function safePath(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path.includes('\0') || path.startsWith('/') || /^[a-z]:/i.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? null : parts.join('/');
}
