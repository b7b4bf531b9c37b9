/** Where to go after signing in: a path of this site out of `?to=`, and never another site's address. */
export function returnPath(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
