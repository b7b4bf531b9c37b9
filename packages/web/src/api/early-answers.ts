/** Answers that were asked for before the page's own script was ready; each is taken once. */
const answers = new Map<string, Promise<Response>>();

/** The case in the path of a reading room, as it stands there (percent-encoded); null on every other page. */
export function roomCase(pathname: string): string | null {
  return /^\/read\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null;
}

/** Asks now for what a page will ask for, in the language that it will speak. */
export function askEarly(path: string, language: string): void {
  if (answers.has(path)) return;
  const answer = fetch(path, { credentials: 'same-origin', headers: { 'accept-language': language } });
  // Whoever takes it hears of a lost line; where nobody does, it is no error of the page.
  answer.catch(() => undefined);
  answers.set(path, answer);
}

/** The answer to a request that left early, to be cloned; it stays for the page. */
export function earlyAnswer(path: string): Promise<Response> | null {
  return answers.get(path) ?? null;
}

/** The answer to a request that left early; null where none did, or where it was taken before. */
export function takeEarlyAnswer(path: string): Promise<Response> | null {
  const answer = earlyAnswer(path);
  answers.delete(path);
  return answer;
}
