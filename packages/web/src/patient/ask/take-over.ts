import type { StartAnswers } from '@overread/contract/asking.ts';
import { RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { keepFor, keptFor } from '../../ui/use-kept.ts';
import { lawOf } from '../records/records-model.ts';
import { openStart } from './ask-api.ts';

/** Under which the answers of a guided start wait for the case that they belong to. */
const TAKEN = 'ask-taken';
/** Signs that were denied stay denied for a day; after that they are asked anew. */
const DENIED_FOR_MS = 86_400_000;

/** The token of a guided start in a page's address; null where there is none. */
export const askToken = (search: string): string | null => {
  const token = new URLSearchParams(search).get('ask') ?? '';
  return /^[\w-]{32}$/.test(token) ? token : null;
};

/** What the start page begins with after a guided start. */
export function startFrom(answers: StartAnswers, nowMs: number) {
  const fresh = nowMs - Date.parse(answers.answeredAt) < DENIED_FOR_MS;
  const none = fresh && RED_FLAGS.every((flag) => answers.signsDenied.includes(flag));
  return { reasons: answers.reasons, proposedTreatment: answers.proposedTreatment, none };
}

/** Fetches the answers of a guided start. Where they are kept no more, everything is asked once again. */
export async function takeOver(search: string): Promise<void> {
  const token = askToken(search);
  const answers = token === null ? null : await openStart(token).catch(() => null);
  window.history.replaceState(null, '', '/start');
  if (answers === null) return;
  keepFor('start', startFrom(answers, Date.now()));
  keepFor(TAKEN, answers);
}

/** What the pages of the new case begin with: part of the body and side; the facility for the letter. */
export function keepForCase(caseId: string, place: string): void {
  const answers = keptFor<StartAnswers>(TAKEN);
  if (answers === null) return;
  keepFor(TAKEN, null);
  const { region, side, reasons, proposedTreatment, facility, studyDate } = answers;
  keepFor(`question/${caseId}`, { reasons, proposedTreatment, region, side: side === 'none' ? '' : side });
  if (facility !== '' || studyDate !== '')
    keepFor(`records/${caseId}`, { name: facility, studyDate, law: lawOf(place) });
}
