import type { DeliveryStatement, ImportView } from '@overread/contract/imports.ts';
import {
  type DiscContents,
  type DiscReader,
  type DiscStudy,
  type PickedFile,
  type ReadingProgress,
  UnreadableImage,
} from './reading/disc-model.ts';
import type { ImportMemory, RememberedImport } from './sending/import-memory.ts';
import type { AskKnown } from './sending/known-archives.ts';
import type { SendingProgress } from './sending/send-all.ts';
import { KnownGone, SendingStopped, type SendUpload } from './sending/send-upload.ts';
import type { TimeLeft } from './sending/time-left.ts';

/** Why it does not go on; what the page says of it hangs on the kind. */
export type DiscProblem =
  | { readonly kind: 'disc-gone'; readonly path: string }
  | { readonly kind: 'refused'; readonly message: string; readonly signIn: boolean }
  | { readonly kind: 'unreadable' };

export interface DiscState {
  /** `sent`: every upload has arrived and the service knows that no more come. */
  readonly phase: 'empty' | 'reading' | 'found' | 'sending' | 'finishing' | 'sent';
  /** How the folder or file is called. */
  readonly name: string;
  readonly reading: ReadingProgress | null;
  readonly contents: DiscContents | null;
  /** Keys of the series that go (see `partKey`), and of archives that only the service opens. */
  readonly chosen: ReadonlySet<string>;
  readonly sending: SendingProgress | null;
  readonly timeLeft: TimeLeft;
  readonly importId: string | null;
  /** A delivery that this browser began and has not ended. */
  readonly begun: RememberedImport | null;
  /** Whether what was chosen now is what the delivery began with; null where none was begun. */
  readonly sameDisc: boolean | null;
  readonly problem: DiscProblem | null;
  /** The person wants to add another disc to what has arrived. */
  readonly again: boolean;
}

export interface DiscSessionParts {
  readonly caseId: string;
  readonly reader: DiscReader;
  readonly memory: ImportMemory;
  readonly send: SendUpload;
  readonly openImport: () => Promise<ImportView>;
  readonly known: (importId: string, ...asked: Parameters<AskKnown>) => ReturnType<AskKnown>;
  readonly finishImport: (importId: string, statement: DeliveryStatement | null) => Promise<ImportView>;
  readonly endpoint: string;
  /** Whether the service still waits for more of a delivery: one that is over is begun anew. */
  readonly isOpen: (importId: string) => boolean;
  /** Whether a study is chosen before the person has said anything: another person's is not. */
  readonly isChosen: (study: DiscStudy) => boolean;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly nowMs: () => number;
}

/** Nothing chosen yet. */
export const EMPTY: DiscState = {
  phase: 'empty',
  name: '',
  reading: null,
  contents: null,
  chosen: new Set(),
  sending: null,
  timeLeft: { unit: 'unknown' },
  importId: null,
  begun: null,
  sameDisc: null,
  problem: null,
  again: false,
};

/** The folder's own name, or the file's where one was chosen; '' for several files. */
export function nameOf(picked: readonly PickedFile[]): string {
  const tops = new Set(picked.map(({ path }) => path.split('/')[0] ?? ''));
  return tops.size === 1 ? ([...tops][0] ?? '') : '';
}

/** What went wrong, as the page can tell it. */
export function problemOf(error: unknown): DiscProblem {
  if (error instanceof UnreadableImage) return { kind: 'disc-gone', path: error.path };
  if (error instanceof KnownGone) return { kind: 'refused', message: error.message, signIn: false };
  if (error instanceof SendingStopped) return { kind: 'refused', message: error.message, signIn: error.status === 401 };
  return { kind: 'unreadable' };
}
