import type { OriginalReport } from '@overread/contract/wire.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { caseKeys } from '../../api/cases.ts';
import { casePath, request } from '../../api/request.ts';

/** The service reads files up to this size, in bytes. */
export const MAX_REPORT_BYTES = 50 << 20;

export interface ReportToSend {
  readonly fileName: string;
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly body: Blob;
}

/** Hands in the original report; the answer is what was read in it. */
export function useSubmitReport(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fileName, mediaType, body }: ReportToSend) =>
      request<OriginalReport>(casePath(caseId, '/report'), {
        method: 'POST',
        headers: { 'content-type': mediaType, 'x-file-name': encodeURIComponent(fileName) },
        body,
      }),
    async onSuccess(report) {
      client.setQueryData(caseKeys.report(caseId), report);
      await client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true });
    },
  });
}

/** What a chosen file is by its name and type; null where it is neither. */
export function mediaTypeOf(file: Pick<File, 'name' | 'type'>): ReportToSend['mediaType'] | null {
  if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) return 'application/pdf';
  if (file.type === 'text/plain' || /\.(?:txt|text)$/i.test(file.name)) return 'text/plain';
  return null;
}
