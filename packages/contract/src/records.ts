import type { RecordsWanted } from '@overread/rules/case/commands.ts';

/** A point of a drawn signature: x from 0 to 1000, y from 0 (top) to 300. */
export type SignaturePoint = readonly [x: number, y: number];

/** POST /api/cases/:caseId/requests/:requestId/signature. */
export interface SignRequest {
  readonly signerName: string;
  readonly strokes: readonly (readonly SignaturePoint[])[];
}

/** A link for a facility. `url` and `code` are for its letter; whoever has them can bring records to the case. */
export interface FacilityLinkView {
  readonly linkId: string;
  readonly requestId: string;
  readonly url: string;
  readonly code: string;
  readonly expiresAt: string;
  readonly withdrawnAt: string | null;
  /** When somebody last opened it; null while nobody has. */
  readonly openedAt: string | null;
}

/** POST /api/facility/open: what a facility is told that came by its link. No name: the letter names the patient. */
export interface FacilityDoor {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly facility: string;
  /** "R. A." */
  readonly initials: string;
  readonly birthYear: string;
  readonly studyDate: string;
  readonly wants: readonly RecordsWanted[];
  readonly missing: readonly RecordsWanted[];
  readonly expiresAt: string;
}

/** By which ways this practice can send letters itself; the others are printed and sent by the person. */
export interface Carrying {
  readonly ways: readonly ('fax' | 'mail')[];
}

export type LetterKind = 'first' | 'second' | 'complaint';
