import type { Problem } from '@overread/contract/wire.ts';

/** What the service says comes in the language of the page, not of the browser. */
const pageLanguage = () => (typeof document === 'undefined' ? 'en' : document.documentElement.lang);

let sentenceFor = (status: number) => `HTTP ${status}`;

/** Sets the words for answers that bring no sentence of their own: status 0 where the service was not reached. */
export function speakProblems(say: (status: number) => string): void {
  sentenceFor = say;
}

/** An answer other than 2xx: `message` is a whole sentence that says what to do. `status` 0: the service was not reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.message ?? sentenceFor(status));
    this.status = status;
    this.problem = problem;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}

/**
 * Asks the service and reads its JSON answer; an answer without a body (204) gives null. Throws `ApiProblem`.
 * `early` is an answer that was asked for before, see `early-answers.ts`.
 */
export async function request<T>(
  path: string,
  init: RequestInit = {},
  early: Promise<Response> | null = null,
): Promise<T> {
  return bodyOf<T>(await answerFrom(path, init, early));
}

/** The answer of the service, whatever it is. Throws `ApiProblem` where there is none. */
export async function answerFrom(
  path: string,
  init: RequestInit,
  early: Promise<Response> | null = null,
): Promise<Response> {
  try {
    const headers = { 'accept-language': pageLanguage(), ...init.headers };
    return await (early ?? fetch(path, { credentials: 'same-origin', ...init, headers }));
  } catch {
    throw new ApiProblem(0, null);
  }
}

/** What an answer in JSON holds. Throws `ApiProblem` for one other than 2xx. */
export async function bodyOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(response.status, isProblem(body) ? body : null);
  return body as T;
}

/** The `init` of a request that sends JSON. */
export const json = (method: 'POST' | 'PUT', body: unknown, more: RequestInit = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...more,
});

/** The path of a case's routes: `casePath(id, '/studies')`. */
export const casePath = (caseId: string, rest = '') => `/api/cases/${encodeURIComponent(caseId)}${rest}`;
