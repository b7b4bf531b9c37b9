import type { ParcelState, ParcelStepType } from '@overread/rules/parcels/parcel.ts';

/** What goes over the wire about stations and other systems, and about the discs that they read. Types only, as in `wire.ts`. */

/** GET /api/machines: tokens of stations and other systems that bring images. Newest first; withdrawn ones stay on the list. */
export interface MachineView {
  readonly machineId: string;
  readonly name: string;
  readonly madeBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

/** POST /api/machines { name }: the only time that the token is shown. */
export interface NewMachine {
  readonly machine: MachineView;
  readonly token: string;
}

/** GET /api/case-numbers/:number: where a case is, for whoever brings images by its number; nothing of what is in it. */
export interface FoundCase {
  readonly caseId: string;
  readonly number: string;
}

/** GET /api/cases/:caseId/parcels: what became of a parcel, as the patient follows it. */
export interface PatientParcel {
  /** The number on the cover sheet, as in "P7K2M-9QXD4". */
  readonly parcelId: string;
  readonly state: ParcelState;
  readonly contents: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly wish: 'returned' | 'destroyed';
  readonly returnTo: string;
  readonly steps: readonly { readonly type: ParcelStepType; readonly at: string }[];
}

/** GET /api/parcels and /api/parcels/:parcelId: the desk's register. */
export interface ParcelView extends Omit<PatientParcel, 'steps'> {
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly patientName: string;
  readonly steps: readonly {
    readonly type: ParcelStepType;
    readonly at: string;
    readonly by: string;
    readonly note: string;
    readonly importId: string | null;
  }[];
  /** What may happen next, the likeliest first. */
  readonly next: readonly ParcelStepType[];
}

/**
 * POST /api/cases/:caseId/disc-check { studies: [{ patient }], parcelId }: whose each study is, told before anything is sent.
 * Only the verdict and its reasons go out: whoever brings a disc need not be told who the patient is.
 */
export interface DiscCheck {
  readonly number: string;
  readonly studies: readonly {
    readonly verdict: 'match' | 'doubt' | 'other-patient';
    readonly because: readonly string[];
  }[];
}
