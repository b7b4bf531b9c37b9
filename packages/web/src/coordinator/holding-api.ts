import type { HeldArrival, HeldCandidate, HeldView } from '@overread/contract/holding.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { json, request } from '../api/index.ts';

const LIST = ['holding'] as const;
/** While something is on its way the list is asked for again and again. */
const SOON_MS = 1_000;
const LATER_MS = 20_000;

const path = (arrivalId: string, rest = '') => `/api/holding/${encodeURIComponent(arrivalId)}${rest}`;
const caseRest = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;

/** Studies that came unasked and are in no case yet, oldest first. */
export function useHolding() {
  return useQuery({
    queryKey: LIST,
    queryFn: () => request<readonly HeldArrival[]>('/api/holding'),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state !== 'waiting') ? SOON_MS : LATER_MS),
  });
}

/** One of them with the cases that come into question. */
export function useHeld(arrivalId: string) {
  return useQuery({
    queryKey: [...LIST, arrivalId],
    queryFn: () => request<HeldView>(path(arrivalId)),
  });
}

/** How it stands to a case that was chosen by hand. */
export function useHeldAgainst(arrivalId: string, caseId: string | null) {
  return useQuery({
    queryKey: [...LIST, arrivalId, caseId],
    queryFn: () => request<HeldCandidate>(path(arrivalId, caseRest(caseId ?? ''))),
    enabled: caseId !== null,
  });
}

/** Puts it into a case, or discards it where none is named. */
export function useHeldDecision(arrivalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseId, reason }: { readonly caseId: string | null; readonly reason: string }) =>
      request<null>(path(arrivalId, caseId === null ? '/discard' : caseRest(caseId)), json('POST', { reason })),
    // Not awaited: the dialog closes at once, and the list says what goes on.
    onSuccess: () => void client.invalidateQueries({ queryKey: LIST, exact: true }),
  });
}
