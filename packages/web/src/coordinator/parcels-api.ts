import type { ImportView } from '@overread/contract/imports.ts';
import type { FoundCase, ParcelView } from '@overread/contract/stations.ts';
import type { ParcelStepType } from '@overread/rules/parcels/parcel.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { casePath, json, request } from '../api/index.ts';

const KEY = ['parcels'] as const;
/** A station notes steps of its own: the list looks again by itself. */
const AGAIN_MS = 15_000;

/** The register, the last changed first. */
export function useParcels() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => request<readonly ParcelView[]>('/api/parcels'),
    refetchInterval: AGAIN_MS,
  });
}

/** One parcel by its number; asked for where the list does not have it. */
export function useParcel(parcelId: string | null) {
  return useQuery({
    queryKey: [...KEY, parcelId],
    queryFn: () => request<ParcelView>(`/api/parcels/${encodeURIComponent(parcelId ?? '')}`),
    enabled: parcelId !== null,
    retry: false,
  });
}

/** The deliveries of a case, for the step that says which of them came out of a parcel. */
export function useDeliveries(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['case', caseId, 'imports'],
    queryFn: () => request<readonly ImportView[]>(casePath(caseId, '/imports')),
    enabled,
  });
}

export interface StepToNote {
  readonly type: ParcelStepType;
  readonly note: string;
  /** As it was typed; only where the step says which case. */
  readonly caseNumber?: string;
  readonly importId?: string;
}

function useKept<V>(save: (value: V) => Promise<ParcelView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess(parcel) {
      client.setQueryData([...KEY, parcel.parcelId], parcel);
      void client.invalidateQueries({ queryKey: KEY, exact: true });
    },
  });
}

const caseOf = async (number: string | undefined): Promise<string | null> =>
  number === undefined || number === ''
    ? null
    : (await request<FoundCase>(`/api/case-numbers/${encodeURIComponent(number)}`)).caseId;

/** Notes a step; what the rules refuse comes back as a sentence. */
export function useNoteStep(parcelId: string) {
  return useKept(async ({ caseNumber, ...step }: StepToNote) => {
    const caseId = await caseOf(caseNumber);
    return request<ParcelView>(`/api/parcels/${parcelId}/steps`, json('POST', { ...step, caseId }));
  });
}

export interface ArrivedParcel {
  readonly caseNumber: string;
  readonly contents: string;
  readonly wish: 'returned' | 'destroyed';
  readonly returnTo: string;
  readonly note: string;
}

/** Puts a parcel on the register that came without an announcement. */
export function useArrived() {
  return useKept(async ({ caseNumber, ...parcel }: ArrivedParcel) => {
    const caseId = await caseOf(caseNumber);
    return request<ParcelView>('/api/parcels', json('POST', { ...parcel, caseId }));
  });
}
