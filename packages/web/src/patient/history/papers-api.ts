import type { PaperView } from '@overread/contract/asking.ts';
import type { PaperKind } from '@overread/rules/case/vocabulary.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { caseKeys } from '../../api/cases.ts';
import { casePath, request } from '../../api/request.ts';

const key = (caseId: string) => ['case', caseId, 'papers'] as const;

export const paperPath = (caseId: string, paperId: string) =>
  casePath(caseId, `/papers/${encodeURIComponent(paperId)}`);

export function usePapers(caseId: string) {
  return useQuery({
    queryKey: key(caseId),
    queryFn: () => request<readonly PaperView[]>(casePath(caseId, '/papers')),
  });
}

/** Adds a paper or takes one away, and looks at papers and case anew. */
export function usePaperChange(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { readonly kind: PaperKind; readonly file: File } | { readonly remove: string }) =>
      'remove' in change
        ? request<null>(`${paperPath(caseId, change.remove)}/remove`, { method: 'POST' })
        : request<PaperView>(casePath(caseId, `/papers?kind=${change.kind}`), {
            method: 'POST',
            headers: {
              'content-type': change.file.type || 'application/octet-stream',
              'x-file-name': encodeURIComponent(change.file.name),
            },
            body: change.file,
          }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: key(caseId) }),
        client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true }),
      ]),
  });
}
