import type { Agreement, Region } from '@overread/rules/case/vocabulary.ts';

/** A case on which the two reports differ, for whoever learns from them: nothing in it names the patient. */
export interface DifferingCase {
  readonly caseId: string;
  readonly number: string;
  /** Of the signature, "2026-11". */
  readonly month: string;
  readonly region: Region | '';
  readonly agreement: Exclude<Agreement, 'concordant'>;
  /** Whether a teaching case may be made of it now: the patient has agreed. */
  readonly teaching: boolean;
}
