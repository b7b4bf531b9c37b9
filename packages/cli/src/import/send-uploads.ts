import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import type { UploadMetadata } from '@overread/contract/imports.ts';
import type { Left } from '@overread/imaging';
import { DetailedError, Upload } from 'tus-js-client';
import { fileReason } from '../inspect/collect.ts';
import type { FoundFile } from './find-files.ts';
import type { Memory } from './memory.ts';
import { type AskKnown, type PlannedUpload, readBatch } from './plan-uploads.ts';
import { type Service, ServiceProblem } from './service.ts';

/** MEASURED: three uploads at a time. Each holds one batch in memory. */
const AT_A_TIME = 3;
/** Waits between tries while the line is away, in ms; after the last one the command gives up, and is run again. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000, 15_000] as const;
/** Answers that pass: a request of before still holds the upload, offsets crossed, too many at once. */
const PASSING = new Set([408, 409, 423, 425, 429]);

export interface Sending {
  readonly service: Service;
  readonly caseId: string;
  readonly importId: string;
  readonly memory: Memory;
  readonly uploads: readonly PlannedUpload[];
  readonly askKnown: AskKnown;
  readonly onProgress: (progress: SendingProgress) => void;
}

export interface SendingProgress {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly waiting: boolean;
}

interface Body {
  readonly input: Buffer | ReadStream;
  readonly metadata: UploadMetadata;
  readonly fingerprint: string;
}

const fingerprintOf = (...parts: readonly (string | number)[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

function archiveBody({ importId }: Sending, { file, path, size, modifiedMs }: FoundFile): Body {
  return {
    input: createReadStream(file),
    metadata: { kind: 'archive', importId, name: path },
    fingerprint: fingerprintOf(importId, path, size, modifiedMs),
  };
}

/** Sends once, from where an earlier command or try stopped. */
function sendOnce(sending: Sending, { input, metadata, fingerprint }: Body, onBytes: (sent: number) => void) {
  const { service, caseId, memory } = sending;
  const known = memory.urlOf(fingerprint);
  return new Promise<void>((resolve, reject) => {
    const upload: Upload = new Upload(input as never, {
      endpoint: `${service.server}/api/cases/${encodeURIComponent(caseId)}/uploads`,
      uploadUrl: known,
      metadata: { ...metadata },
      headers: { ...service.headers },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: onBytes,
      onUploadUrlAvailable: () => memory.startedAt(fingerprint, upload.url ?? ''),
      onError: reject,
      onSuccess: () => resolve(),
    });
    upload.start();
  });
}

/** A refusal ends the command; what may pass is tried again. */
function refusalOf(error: unknown): ServiceProblem | null {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null || response === undefined) return null;
  const status = response.getStatus();
  if (status >= 500 || status === 0 || PASSING.has(status)) return null;
  const body = response.getBody();
  try {
    return new ServiceProblem(status, (JSON.parse(body) as { message: string }).message, { cause: error });
  } catch {
    return new ServiceProblem(status, `The service refused an upload (HTTP ${status}).`, { cause: error });
  }
}

/** What the drive did not give is told of the file, not of the line. */
function driveReason(error: unknown): string | null {
  const cause = error instanceof DetailedError ? error.causingError : error;
  return cause instanceof Error && 'syscall' in cause && cause.syscall === 'read' ? fileReason(cause) : null;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Sends every upload, three at a time. Gives the files that the drive did not give. Throws ServiceProblem when the service
 * refuses, or stays away.
 */
export async function sendUploads(sending: Sending): Promise<readonly Left[]> {
  const { uploads, memory, onProgress } = sending;
  const refused: Left[] = [];
  const sent = uploads.map(() => 0);
  const ofBytes = uploads.reduce((sum, { bytes }) => sum + bytes, 0);
  let next = 0;
  let stopped = false;
  const tell = (waiting = false) =>
    onProgress({ bytes: sent.reduce((sum, bytes) => sum + bytes, 0), ofBytes, waiting });

  async function bodyOf(upload: PlannedUpload): Promise<Body | null> {
    if (upload.kind === 'archive') return archiveBody(sending, upload.file);
    const { body, name, refused: unread } = await readBatch(upload.files, sending.askKnown);
    refused.push(...unread);
    if (body === null) return null;
    const { importId } = sending;
    const contents = createHash('sha256').update(body).digest('hex');
    return { input: body, metadata: { kind: 'batch', importId, name }, fingerprint: fingerprintOf(importId, contents) };
  }

  async function sendOne(at: number): Promise<void> {
    const upload = uploads[at] as PlannedUpload;
    let body = await bodyOf(upload);
    for (let tries = 0; body !== null && !memory.hasArrived(body.fingerprint); tries += 1) {
      try {
        const onBytes = (bytes: number) => {
          sent[at] = Math.min(bytes, upload.bytes);
          tell();
        };
        await sendOnce(sending, body, onBytes);
        memory.arrived(body.fingerprint);
      } catch (error) {
        body = await afterFailure(error, upload, body, tries);
      }
    }
    sent[at] = upload.bytes;
    tell();
  }

  /** The body to try again with, null when the file is given up; throws what ends the command. */
  async function afterFailure(error: unknown, upload: PlannedUpload, body: Body, tries: number): Promise<Body | null> {
    const reason = driveReason(error);
    if (reason !== null && upload.kind === 'archive') {
      refused.push({ path: upload.file.path, reason });
      return null;
    }
    const refusal = refusalOf(error);
    if (refusal !== null) throw refusal;
    const wait = WAITS_MS[tries];
    if (stopped || wait === undefined) {
      const message = 'The line to the service is gone. Run the same command again: it goes on where it stopped.';
      throw new ServiceProblem(0, message, { cause: error });
    }
    tell(true);
    await pause(wait);
    // A stream that was read cannot be read again.
    return upload.kind === 'archive' ? archiveBody(sending, upload.file) : body;
  }

  const work = async (): Promise<void> => {
    while (next < uploads.length && !stopped) {
      next += 1;
      await sendOne(next - 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } finally {
    stopped = true;
  }
  return refused;
}
