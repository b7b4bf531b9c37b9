import type { ScannedPage } from '@overread/contract/original-report.ts';

/** A page as its reading gave it; `picture` is a JPEG for people. */
export interface ReadPage extends ScannedPage {
  readonly picture: Uint8Array;
}

/** What goes to the process that reads pictures. */
export interface ScanJob {
  readonly bytes: Uint8Array;
  /** A folder with the data of all languages. */
  readonly languages: string;
}

/** Reports in them are taken apart afterwards; letters of other languages are read as well as these have them. */
export const LANGUAGES = ['eng', 'spa'] as const;

/** What comes back: first how many pages there are, then each of them. */
export type ScanAnswer =
  | { readonly type: 'pages'; readonly pages: number }
  | { readonly type: 'page'; readonly page: ReadPage }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly fault: ScanFault };

/** Why a scan was not read; `packages/words` has a sentence for each (`problem.scan.slow` …). */
export type ScanFault = 'damaged' | 'kind' | 'too-many-pages' | 'too-large' | 'slow' | 'empty' | 'not-readable';
