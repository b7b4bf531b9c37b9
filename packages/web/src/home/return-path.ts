const HERE = 'https://here.invalid';

/** Where to go after signing in: a path of this site out of `?to=`, and never another site's address. */
export function returnPath(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/';
  if (!to.startsWith('/') || !URL.canParse(to, HERE)) return '/';
  // As a browser reads it: tabs, dots and backslashes can hide a second slash, and with it another site.
  const { origin, pathname, search: query } = new URL(to, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${query}` : '/';
}
