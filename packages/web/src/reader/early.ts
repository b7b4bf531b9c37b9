import type { StudyView } from '@overread/contract/wire.ts';
import { SeriesStore } from '../viewer/series-store.ts';
import { streamUrl } from '../viewer/stream-url.ts';
import { firstPair, railOrder } from './prefill.ts';

/** What was asked for before the page's own script was ready; each part is taken once. */
interface Early {
  readonly caseId: string;
  readonly answers: Map<string, Promise<Response>>;
  store: SeriesStore | null;
}

let early: Early | null = null;

/**
 * Asks for case, studies and the first series of a reading room while the rest of the application still loads. To be
 * called first of all, with the path of the page; does nothing elsewhere.
 */
export function startEarly(pathname: string): void {
  const caseId = /^\/read\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (caseId === undefined || early !== null) return;
  const ask = (rest: string) => fetch(`/api/cases/${caseId}${rest}`, { credentials: 'same-origin' });
  const answers = new Map(['', '/studies'].map((rest) => [rest, ask(rest)]));
  const store = new SeriesStore();
  early = { caseId: decodeURIComponent(caseId), answers, store };
  void openFirst(early.caseId, answers.get('/studies'), store);
}

/** Failures are not told here: the page asks again and says what is wrong. */
async function openFirst(caseId: string, answer: Promise<Response> | undefined, store: SeriesStore): Promise<void> {
  try {
    const response = await answer;
    if (response?.ok !== true) return;
    const studies = (await response.clone().json()) as readonly StudyView[];
    const uids = firstPair(railOrder(studies)).filter((uid) => uid !== null);
    await Promise.all(uids.map((uid) => store.open(streamUrl(caseId, uid))));
  } catch {
    // The page comes here a second time by its own way.
  }
}

/** The store in which the first series is already being read; null where none was begun for this case. */
export function takeEarlyStore(caseId: string): SeriesStore | null {
  if (early?.caseId !== caseId) return null;
  const { store } = early;
  early.store = null;
  return store;
}

/** The answer to a request that left early; null where none did. `rest` is the path behind the case: '' or '/studies'. */
export function takeEarlyAnswer(caseId: string, rest: string): Promise<Response> | null {
  if (early?.caseId !== caseId) return null;
  const answer = early.answers.get(rest) ?? null;
  early.answers.delete(rest);
  return answer;
}
