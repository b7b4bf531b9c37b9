import { createHash } from 'node:crypto';
import type { BatchManifest, ImportView } from '@overread/contract/imports.ts';

/** Requests of somebody who may hand images in: `Caller` of testing/service.ts, or `fetch` against a test's own app. */
export interface Sender {
  readonly url: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Against an app without sign-in. */
export const plainSender = (url: string): Sender => ({
  url,
  fetch: (path, init = {}) => fetch(new URL(path, url), { ...init, headers: { origin: url, ...init.headers } }),
});

export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A batch as the browser frames it. `hashOf` may lie, for tests. */
export function batchOf(files: readonly MadeFile[], hashOf = sha256): Buffer {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const described = sorted.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: hashOf(bytes) }));
  const manifest: BatchManifest = { version: 1, files: described };
  const json = Buffer.from(JSON.stringify(manifest));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...sorted.map(({ bytes }) => bytes)]);
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const TUS = { 'tus-resumable': '1.0.0' };
const metadata = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

export async function openImport(sender: Sender, caseId: string): Promise<ImportView> {
  const answer = await sender.fetch(`/api/cases/${caseId}/imports`, { method: 'POST' });
  if (answer.status !== 201) throw new Error(`An import was refused with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as ImportView;
}

export interface NewUpload {
  readonly caseId: string;
  readonly importId: string;
  readonly size: number;
  readonly kind: 'batch' | 'archive';
}

export function createUpload(sender: Sender, { caseId, importId, size, kind }: NewUpload): Promise<Response> {
  const headers = {
    ...TUS,
    'upload-length': String(size),
    'upload-metadata': metadata({ kind, importId, name: 'disc.zip' }),
  };
  return sender.fetch(`/api/cases/${caseId}/uploads`, { method: 'POST', headers });
}

export async function uploadOffset(sender: Sender, location: string): Promise<number> {
  const answer = await sender.fetch(location, { method: 'HEAD', headers: TUS });
  if (!answer.ok) throw new Error(`The offset was refused with ${answer.status}.`);
  return Number(answer.headers.get('upload-offset'));
}

export function patchUpload(sender: Sender, location: string, offset: number, body: BodyInit): Promise<Response> {
  const headers = { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  // A stream is sent as it comes; undici wants to be told so.
  return sender.fetch(location, { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit);
}

/** Sends all bytes in one go. */
export async function sendUpload(sender: Sender, upload: Omit<NewUpload, 'size'>, bytes: Uint8Array): Promise<string> {
  const created = await createUpload(sender, { ...upload, size: bytes.length });
  if (created.status !== 201) throw new Error(`An upload was refused with ${created.status}: ${await created.text()}`);
  const location = created.headers.get('location') ?? '';
  const sent = await patchUpload(sender, location, 0, bytes as BodyInit);
  if (sent.status !== 204) throw new Error(`Bytes were refused with ${sent.status}: ${await sent.text()}`);
  return location;
}

export async function viewImport(sender: Sender, caseId: string, importId: string): Promise<ImportView> {
  const answer = await sender.fetch(`/api/cases/${caseId}/imports/${importId}`);
  if (!answer.ok) throw new Error(`The import was refused with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as ImportView;
}

/** Says that all was sent, and waits for the end. */
export async function finishImport(sender: Sender, caseId: string, importId: string, pollMs = 20): Promise<ImportView> {
  const answer = await sender.fetch(`/api/cases/${caseId}/imports/${importId}/finish`, { method: 'POST' });
  if (!answer.ok) throw new Error(`The end was refused with ${answer.status}: ${await answer.text()}`);
  for (let view = (await answer.json()) as ImportView; ; view = await viewImport(sender, caseId, importId)) {
    if (view.state === 'done' || view.state === 'failed') return view;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** The body of a STOW-RS request (PS3.18 10.5) with these files as its parts. */
export function partsOf(files: readonly Uint8Array[]): { body: BodyInit; headers: Readonly<Record<string, string>> } {
  const head = Buffer.from('\r\n--edge\r\nContent-Type: application/dicom\r\n\r\n');
  const body = Buffer.concat([...files.flatMap((bytes) => [head, bytes]), Buffer.from('\r\n--edge--\r\n')]);
  const type = 'multipart/related; type="application/dicom"; boundary=edge';
  return { body: body as BodyInit, headers: { 'content-type': type, accept: 'application/dicom+json' } };
}

export const storeParts = (sender: Sender, caseId: string, files: readonly Uint8Array[]): Promise<Response> =>
  sender.fetch(`/api/cases/${caseId}/dicomweb/studies`, { method: 'POST', ...partsOf(files) });
