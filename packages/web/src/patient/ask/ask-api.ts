import type { KeptStart, ReportGist, StartAnswers, StopAnswer } from '@overread/contract/asking.ts';
import type { RedFlag } from '@overread/rules/case/vocabulary.ts';
import { json, request } from '../../api/request.ts';

/** Puts a stop on record. Whatever becomes of it, the page shows what to do. */
export const tellStop = (yes: readonly RedFlag[]) => request<StopAnswer>('/api/asks/stop', json('POST', { yes }));

/** What a report tells to fill in a form; the service keeps nothing of it. */
export const readReport = (body: Blob, fileName: string) =>
  request<ReportGist>('/api/asks/report', {
    method: 'POST',
    headers: { 'content-type': body.type || 'text/plain', 'x-file-name': encodeURIComponent(fileName) },
    body,
  });

/** Keeps the answers until somebody has signed in; the token opens them. */
export const keepStart = (answers: StartAnswers) => request<KeptStart>('/api/asks', json('POST', answers));

export const openStart = (token: string) => request<StartAnswers>('/api/asks/open', json('POST', { token }));
