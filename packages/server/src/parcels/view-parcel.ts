import type { ParcelView, PatientParcel } from '@overread/contract/stations.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { nextSteps } from '@overread/rules/parcels/parcel.ts';
import type { KeptParcel } from './store.ts';

/** A parcel as the desk sees it; `state` is that of the case it belongs to, where it is known. */
export function parcelView(parcel: KeptParcel, state: Pick<CaseState, 'number' | 'patient'> | null): ParcelView {
  const { steps, changedAt: _, ...row } = parcel;
  const name = state?.patient.name;
  return {
    ...row,
    caseNumber: state?.number ?? null,
    patientName: name === undefined ? '' : `${name.family}, ${name.given}`,
    steps: steps.map(({ type, at, byName, note, importId }) => ({
      ...{ type, at: at.toISOString(), by: byName, note, importId },
    })),
    next: nextSteps(parcel, parcel.wish),
  };
}

/** The same for the patient: what happened and when. Who did it and what they noted is the practice's. */
export function patientParcel({ steps, changedAt: _, caseId: __, ...row }: KeptParcel): PatientParcel {
  return { ...row, steps: steps.map(({ type, at }) => ({ type, at: at.toISOString() })) };
}
