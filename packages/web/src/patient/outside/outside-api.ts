import type { MakingPacket } from '@overread/contract/images.ts';
import type { ComparisonProposal } from '@overread/contract/reading.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseKeys } from '../../api/cases.ts';
import { casePath, json, request } from '../../api/request.ts';
import { requestPacket } from '../../api/request-packet.ts';

export interface PacketTo {
  readonly service: string;
  readonly address: string;
  readonly way: 'mail' | 'portal';
  readonly instructions: readonly string[];
}

function useAnswer<V>(caseId: string, send: (values: V) => Promise<CaseView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (view) => void client.setQueryData(caseKeys.view(caseId), view),
  });
}

/** Makes the packet and puts on record where it goes; `making` says how far it is. */
export function useMakePacket(view: CaseView) {
  const [making, setMaking] = useState<MakingPacket | null>(null);
  const make = useAnswer(view.id, (to: PacketTo) => {
    const asked = json('POST', { ...to, expectedVersion: view.version });
    return requestPacket<CaseView>(casePath(view.id, '/packet'), asked, setMaking).finally(() => setMaking(null));
  });
  return { make, making };
}

/** Hands in the report that came back. */
export const useBringBack = (caseId: string) =>
  useAnswer(caseId, (file: File) =>
    request<CaseView>(casePath(caseId, '/outside-report'), {
      method: 'POST',
      headers: {
        'content-type': file.type || 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    }),
  );

/** Both reports, compared by rule alone. */
export function useOutsideComparison(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['case', caseId, 'outside-comparison'],
    queryFn: () => request<ComparisonProposal>(casePath(caseId, '/outside/comparison')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
