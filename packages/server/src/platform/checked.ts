/** What is wrong with a thing at rest. `erased`: its key was destroyed on purpose, which is no damage. */
export type Fault = 'missing' | 'damaged' | 'no-key' | 'erased';

/** One thing at rest that was read again: a whole image, report or document, or a pack of which nothing can be read. */
export interface CheckedItem {
  readonly caseId: string;
  readonly what: 'image' | 'pack' | 'report' | 'document';
  /** SOP Instance UID, pack id, report id or SHA-256. */
  readonly name: string;
  /** Bytes that were read and are what was stored. */
  readonly bytes: number;
  /** Null when every bit is as it was stored. */
  readonly fault: Fault | null;
  /** For people: in which way it is not what it should be. */
  readonly detail?: string;
}

/** Whose things are read again: those of one case, or all. */
export interface CheckScope {
  readonly caseId: string | null;
}
