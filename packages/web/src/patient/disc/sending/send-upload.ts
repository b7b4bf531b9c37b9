import type { UploadMetadata } from '@overread/contract/imports.ts';
import { DetailedError, type FileReader as TusFileReader, Upload, type UrlStorage } from 'tus-js-client';

export interface UploadToSend {
  readonly endpoint: string;
  readonly body: Blob;
  readonly metadata: UploadMetadata;
  readonly fingerprint: string;
  /** Bytes that have gone, counted from the start of the body. After a resumption it starts at what is already there. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one upload once, from where it stopped before. Throws SendingStopped, or LineLost when trying again may help. */
export type SendUpload = (upload: UploadToSend) => Promise<void>;

/** The connection or the service is away for now. */
export class LineLost extends Error {
  override readonly name = 'LineLost';
}

/** An image that the service had is not there any more: ask again, and send it. */
export class KnownGone extends Error {
  override readonly name = 'KnownGone';
}

/** The service refused: trying again changes nothing. `message` is the service's sentence, or empty. */
export class SendingStopped extends Error {
  override readonly name = 'SendingStopped';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** 423: another request still holds the upload (the one whose connection was lost); 409: offsets crossed; both pass. */
const PASSING = new Set([408, 409, 423, 425, 429]);

function problemIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : '';
  } catch {
    return '';
  }
}

/** What a failed upload means: no answer, an answer that passes, or a refusal. */
export function meaningOf(error: Error | DetailedError): LineLost | SendingStopped {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null || response === undefined) return new LineLost(error.message, { cause: error });
  const status = response.getStatus();
  if (status === 0 || status >= 500 || PASSING.has(status)) return new LineLost(`HTTP ${status}`, { cause: error });
  return new SendingStopped(status, problemIn(response.getBody() ?? ''), { cause: error });
}

export interface TusOptions {
  /** How bodies are read; the browser's own unless given. */
  readonly fileReader?: TusFileReader;
  readonly urlStorage?: UrlStorage;
  /** Sent along with every request. */
  readonly headers?: Record<string, string>;
}

/** Sends by tus 1.0: a HEAD where an upload of this fingerprint began before, then one PATCH for the rest. */
export function createTusSender(options: TusOptions = {}): SendUpload {
  return ({ endpoint, body, metadata, fingerprint, onProgress, signal }) =>
    new Promise<void>((resolve, reject) => {
      const upload = new Upload(body as File, {
        endpoint,
        metadata: { ...metadata },
        fingerprint: () => Promise.resolve(fingerprint),
        // Trying again is decided in one place (send-all.ts), which also tells the person.
        retryDelays: null,
        removeFingerprintOnSuccess: true,
        onProgress,
        onError: (error) => reject(meaningOf(error)),
        onSuccess: () => resolve(),
        ...options,
      });
      signal.addEventListener('abort', () => {
        void upload.abort();
        reject(signal.reason);
      });
      upload
        .findPreviousUploads()
        .then((previous) => {
          const latest = previous.at(-1);
          if (latest !== undefined) upload.resumeFromPreviousUpload(latest);
          if (!signal.aborted) upload.start();
        })
        .catch(reject);
    });
}
