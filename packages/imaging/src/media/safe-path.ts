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
