import type { DeliveryStatement } from '@overread/contract/imports.ts';

/**
 * What this browser remembers of a delivery that has begun, so that it goes on after a reload: no names, no pictures, only
 * which uploads have arrived and what was chosen.
 */
export interface RememberedImport {
  readonly importId: string;
  /** Keys of the chosen parts, hashed: enough to choose them again, and no name in the browser's storage. */
  readonly chosen: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** How the folder or ZIP was called, to ask for it by its name. */
  readonly name: string;
  /** Identities of the uploads that have arrived whole. */
  readonly arrived: readonly string[];
  readonly arrivedFiles: number;
  readonly arrivedBytes: number;
  /** All was sent; only the service's word is waited for. */
  readonly sent: boolean;
  /** What is to be said at the end, without long lists; null until all was sent. */
  readonly statement?: DeliveryStatement | null;
}

export interface ImportMemory {
  recall(): RememberedImport | null;
  remember(value: RememberedImport): void;
  forget(): void;
}

const isRemembered = (value: unknown): value is RememberedImport =>
  typeof value === 'object' && value !== null && 'importId' in value && 'arrived' in value && 'chosen' in value;

/** In the browser's local storage; without one (private windows) nothing is remembered, and sending works all the same. */
export function createImportMemory(
  caseId: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): ImportMemory {
  const key = `overread-import-${caseId}`;
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof DOMException || error instanceof SyntaxError) return otherwise;
      throw error;
    }
  };
  return {
    recall: () =>
      quietly(() => {
        const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isRemembered(value) ? value : null;
      }, null),
    remember: (value) => quietly(() => storage.setItem(key, JSON.stringify(value)), undefined),
    forget: () => quietly(() => storage.removeItem(key), undefined),
  };
}
