import type { Carrying, FacilityLinkView, LetterKind, SignRequest } from '@overread/contract/records.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { caseKeys } from '../../api/cases.ts';
import { casePath, json, request } from '../../api/request.ts';

const linkKey = (caseId: string) => ['case', caseId, 'facility-links'] as const;

const ofRequest = (caseId: string, requestId: string, rest: string) =>
  casePath(caseId, `/requests/${encodeURIComponent(requestId)}${rest}`);

export const letterPath = (caseId: string, requestId: string, kind: LetterKind) =>
  ofRequest(caseId, requestId, `/letter.pdf?kind=${kind}`);

/** By which ways a letter can leave from here. */
export function useCarrying(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'carrying'],
    queryFn: () => request<Carrying>(casePath(caseId, '/carrying')),
    staleTime: 600_000,
  });
}

/** Takes the case that the service answers with into the cache. */
function useCaseAnswer<V>(caseId: string, send: (values: V) => Promise<CaseView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (view) => void client.setQueryData(caseKeys.view(caseId), view),
  });
}

export const useSign = (caseId: string, requestId: string) =>
  useCaseAnswer(caseId, (signed: SignRequest) =>
    request<CaseView>(ofRequest(caseId, requestId, '/signature'), json('POST', signed)),
  );

export const useSendLetter = (caseId: string, requestId: string) =>
  useCaseAnswer(caseId, (letter: { readonly kind: 'first' | 'second'; readonly way: 'fax' | 'mail' }) =>
    request<CaseView>(ofRequest(caseId, requestId, '/send'), json('POST', letter)),
  );

export function useFacilityLinks(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: linkKey(caseId),
    queryFn: () => request<readonly FacilityLinkView[]>(casePath(caseId, '/facility-links')),
    enabled,
  });
}

/** Makes or withdraws a link, and looks at case and links anew. */
export function useLinkChange(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { readonly requestId: string } | { readonly withdraw: string }) =>
      'withdraw' in change
        ? request<null>(casePath(caseId, `/facility-links/${change.withdraw}/withdraw`), { method: 'POST' })
        : request<unknown>(casePath(caseId, '/facility-links'), json('POST', change)),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: linkKey(caseId) }),
        client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true }),
      ]),
  });
}
