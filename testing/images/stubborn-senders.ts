import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '@overread/contract/imports.ts';
import {
  batchOf,
  createUpload,
  type MadeFile,
  patchUpload,
  type Sender,
  storeParts,
  uploadOffset,
  viewImport,
} from './send-images.ts';

/** A sender whose service may go away under any request: `sender` is the one that runs, once it runs again. */
export interface Line {
  sender(): Promise<Sender>;
}

const RETRY_MS = 50;

/** An answer that no later try would change. */
class Refused extends Error {}

/** Tries again until the service answers: broken connections and 5xx are what a kill looks like from outside. */
async function persist<T>(line: Line, work: (sender: Sender) => Promise<T>): Promise<T> {
  for (;;) {
    const sender = await line.sender();
    try {
      return await work(sender);
    } catch (error) {
      if (error instanceof Refused) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** Throws what may be tried again, or `Refused`. */
async function expectOk(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const text = await answer.text();
  // 404 and 410 of an upload: its kill came before its word; 409 and 423: the connection that broke is not over yet.
  if (answer.status >= 500 || answer.status === 409 || answer.status === 423) throw new Error(text);
  throw new Refused(`${answer.status}: ${text}`);
}

const json = async <T>(answer: Response): Promise<T> => (await expectOk(answer)).json() as Promise<T>;

export const openCase = (line: Line): Promise<string> =>
  persist(line, async ({ fetch }) => {
    const patient = { name: { family: 'Bench', given: 'Study' }, birthDate: '1970-01-01', sex: 'O' };
    const body = JSON.stringify({ patient, contact: { email: 'kill@example.org', phone: '' }, place: 'US-MD' });
    const headers = { 'content-type': 'application/json' };
    return (await json<{ id: string }>(await fetch('/api/cases', { method: 'POST', body, headers }))).id;
  });

/** Resumes where the service says that it is; what was acknowledged is never sent again. */
async function sendStubbornly(
  line: Line,
  upload: { readonly caseId: string; readonly importId: string; readonly kind: 'batch' | 'archive' },
  bytes: Uint8Array,
): Promise<void> {
  const location = await persist(line, async (sender) => {
    const answer = await expectOk(await createUpload(sender, { ...upload, size: bytes.length }));
    return answer.headers.get('location') ?? '';
  });
  await persist(line, async (sender) => {
    const offset = await uploadOffset(sender, location);
    if (offset < bytes.length)
      await expectOk(await patchUpload(sender, location, offset, bytes.subarray(offset) as BodyInit));
  });
}

/** One delivery of these uploads, one after the other, until the service says that it is done. */
export async function deliverStubbornly(
  line: Line,
  caseId: string,
  uploads: readonly { readonly kind: 'batch' | 'archive'; readonly bytes: Uint8Array }[],
): Promise<ImportView> {
  const { importId } = await persist(line, async ({ fetch }) =>
    json<ImportView>(await fetch(`/api/cases/${caseId}/imports`, { method: 'POST' })),
  );
  for (const { kind, bytes } of uploads) await sendStubbornly(line, { caseId, importId, kind }, bytes);
  await persist(line, async ({ fetch }) =>
    json(await fetch(`/api/cases/${caseId}/imports/${importId}/finish`, { method: 'POST' })),
  );
  for (;;) {
    const view = await persist(line, (sender) => viewImport(sender, caseId, importId));
    if (view.state === 'done' || view.state === 'failed') return view;
    await sleep(RETRY_MS);
  }
}

/** A STOW-RS request is answered or sent again. */
export async function storeStubbornly(line: Line, caseId: string, files: readonly MadeFile[]): Promise<void> {
  const bytes = files.map((file) => file.bytes);
  await persist(line, async (sender) => expectOk(await storeParts(sender, caseId, bytes)));
}

/** Batches of so many files, as a browser sends a folder. */
export function batchesOf(files: readonly MadeFile[], size: number): { kind: 'batch'; bytes: Uint8Array }[] {
  const batches: { kind: 'batch'; bytes: Uint8Array }[] = [];
  for (let at = 0; at < files.length; at += size) {
    batches.push({ kind: 'batch', bytes: batchOf(files.slice(at, at + size)) });
  }
  return batches;
}
