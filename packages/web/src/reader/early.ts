import type { StudyView } from '@overread/contract/images.ts';
import { earlyAnswer, roomCase } from '../api/early-answers.ts';
import { SeriesStore } from '../viewer/series-store.ts';
import { streamUrl } from '../viewer/stream-url.ts';
import { firstPair, railOrder } from './prefill.ts';

/** The store into which the first series are read before the room is there. */
let early: { readonly caseId: string; store: SeriesStore | null } | null = null;

/**
 * Opens the first series of a reading room while the rest of the application still loads. To be called first of all, with
 * the path of the page, after its case was asked for; does nothing elsewhere.
 */
export function startEarly(pathname: string): void {
  const encoded = roomCase(pathname);
  if (encoded === null || early !== null) return;
  const caseId = decodeURIComponent(encoded);
  const store = new SeriesStore();
  early = { caseId, store };
  void openFirst(caseId, earlyAnswer(`/api/cases/${encoded}/studies`), store);
}

/** Failures are not told here: the page asks again and says what is wrong. */
async function openFirst(caseId: string, answer: Promise<Response> | null, store: SeriesStore): Promise<void> {
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
  // A room that comes first closes the door: nothing is opened twice.
  early ??= { caseId, store: null };
  if (early.caseId !== caseId) return null;
  const { store } = early;
  early.store = null;
  return store;
}
