import type { ReaderView, Suggestion } from '@overread/contract/reading.ts';
import type { AuditEntry, CaseRecord, PersonView } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { Erased, ErasureGround, Role } from '@overread/rules/case/vocabulary.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, caseKeys, casePath, json, request } from '../api/index.ts';

export const staffKeys = {
  suggestion: (caseId: string) => ['case', caseId, 'suggestion'] as const,
  record: (caseId: string, version: number) => ['case', caseId, 'record', version] as const,
  erasure: (caseId: string, version: number) => ['case', caseId, 'erasure', version] as const,
  readers: ['readers'] as const,
  people: ['people'] as const,
  audit: ['audit'] as const,
};

/** Who could read this case, with the rules each keeps or breaks. Asked for only where a reader may be asked. */
export function useSuggestion(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: staffKeys.suggestion(caseId),
    queryFn: () => request<Suggestion>(casePath(caseId, '/suggestion')),
    enabled,
  });
}

/** Every event of the case; asked again when the case has a new version. */
export function useRecord(caseId: string, version: number) {
  return useQuery({
    queryKey: staffKeys.record(caseId, version),
    queryFn: () => request<CaseRecord>(casePath(caseId, '/record')),
    placeholderData: (before) => before,
  });
}

/** What erasing the case would erase, counted anew for each version of it. */
export function useErasure(caseId: string, version: number) {
  return useQuery({
    queryKey: staffKeys.erasure(caseId, version),
    queryFn: () => request<Erased>(casePath(caseId, '/erasure')),
    // Images that come in meanwhile do not change the version.
    staleTime: 0,
  });
}

export function useReaders() {
  return useQuery({ queryKey: staffKeys.readers, queryFn: () => request<readonly ReaderView[]>('/api/readers') });
}

export function usePeople() {
  return useQuery({ queryKey: staffKeys.people, queryFn: () => request<readonly PersonView[]>('/api/people') });
}

export function useAudit() {
  return useQuery({ queryKey: staffKeys.audit, queryFn: () => request<readonly AuditEntry[]>('/api/audit') });
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Adds a person and mails a sign-in link. */
export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Invitation) => request<PersonView>('/api/people', json('POST', body)),
    onSuccess: () => client.invalidateQueries({ queryKey: staffKeys.people }),
  });
}

/** What a route of a case is sent besides its version; a file goes as it is. */
export type CasePost =
  | { readonly rest: '/offers'; readonly body: { readonly readerId: string } }
  | {
      readonly rest: '/erasure';
      readonly body: { readonly ground: ErasureGround; readonly reason: string; readonly confirm: string };
    }
  | { readonly rest: '/packet'; readonly body: { readonly service: string } }
  | { readonly rest: '/outside-report'; readonly file: File };

function initOf(post: CasePost, expectedVersion: number): RequestInit {
  if (!('file' in post)) return json('POST', { ...post.body, expectedVersion });
  const { file } = post;
  const type =
    file.type === '' ? (file.name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'text/plain') : file.type;
  const headers = { 'content-type': type, 'x-file-name': encodeURIComponent(file.name) };
  return { method: 'POST', headers, body: file };
}

/** Steps of a case that have a route of their own: offers, the packet, the report that comes back. */
export function useCasePost(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(post: CasePost): Promise<CaseView> {
      const seen = client.getQueryData<CaseView>(caseKeys.view(caseId));
      try {
        return await request<CaseView>(casePath(caseId, post.rest), initOf(post, seen?.version ?? 0));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409)
          void client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true });
        throw error;
      }
    },
    onSuccess(view) {
      client.setQueryData(caseKeys.view(caseId), view);
      void client.invalidateQueries({ queryKey: caseKeys.list });
      void client.invalidateQueries({ queryKey: staffKeys.suggestion(caseId) });
    },
  });
}
