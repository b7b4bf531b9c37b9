/** Answers that were asked for before the page's own script was ready; each is taken once. */
const answers = new Map<string, Promise<Response>>();

const keyOf = (caseId: string, rest: string) => `${caseId} ${rest}`;

/** The case in the path of a reading room, as it stands there (percent-encoded); null on every other page. */
export function roomCase(pathname: string): string | null {
  return /^\/read\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null;
}

/** Asks now for what a page of this case will ask for. `rest` is the path behind the case: '' or '/studies'. */
export function askEarly(encodedCaseId: string, rest: string): void {
  const key = keyOf(decodeURIComponent(encodedCaseId), rest);
  if (!answers.has(key)) answers.set(key, fetch(`/api/cases/${encodedCaseId}${rest}`, { credentials: 'same-origin' }));
}

/** The answer to a request that left early, to be cloned; it stays for the page. */
export function earlyAnswer(caseId: string, rest: string): Promise<Response> | null {
  return answers.get(keyOf(caseId, rest)) ?? null;
}

/** The answer to a request that left early; null where none did, or where it was taken before. */
export function takeEarlyAnswer(caseId: string, rest: string): Promise<Response> | null {
  const answer = earlyAnswer(caseId, rest);
  answers.delete(keyOf(caseId, rest));
  return answer;
}
