import type { PatientParcel } from '@overread/contract/stations.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { casePath, json, request } from '../../api/request.ts';

const keyOf = (caseId: string) => ['case', caseId, 'parcels'] as const;

/** The parcels of a case, the last changed first. */
export function useCaseParcels(caseId: string) {
  return useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => request<readonly PatientParcel[]>(casePath(caseId, '/parcels')),
  });
}

export interface Announcement {
  readonly contents: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly wish: 'returned' | 'destroyed';
  readonly returnTo: string;
}

/** Says that a parcel is on its way; it gets its number by that. */
export function useAnnounce(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (parcel: Announcement) => request<PatientParcel>(casePath(caseId, '/parcels'), json('POST', parcel)),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(caseId) }),
  });
}

export const coverSheetPath = (caseId: string, parcelId: string): string =>
  casePath(caseId, `/parcels/${encodeURIComponent(parcelId)}/cover-sheet.pdf`);
