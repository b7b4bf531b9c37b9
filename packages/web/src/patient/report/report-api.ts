import type { FoundReport, OriginalReport, ReportScan, TakeScanRequest } from '@overread/contract/original-report.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { caseKeys } from '../../api/cases.ts';
import { ApiProblem, casePath, json, request } from '../../api/request.ts';

/** The service reads files up to this size, in bytes. */
export const MAX_REPORT_BYTES = 50 << 20;
/** Pages take seconds each. */
const SCAN_POLL_MS = 1500;

export interface ReportToSend {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: Blob;
}

const scanKey = (caseId: string) => [...caseKeys.report(caseId), 'scan'] as const;
export const isScan = (answer: OriginalReport | ReportScan): answer is ReportScan => 'scanId' in answer;

/** Keeps what an answer tells: the report that is here now, or the picture that is being read. */
function useTaken(caseId: string) {
  const client = useQueryClient();
  return async (answer: OriginalReport | ReportScan) => {
    if (isScan(answer)) {
      client.setQueryData(scanKey(caseId), answer);
      return;
    }
    client.setQueryData(caseKeys.report(caseId), answer);
    client.setQueryData(scanKey(caseId), null);
    await client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true });
  };
}

/** Hands in the original report; the answer is what was read in it, or the picture that is read now. */
export function useSubmitReport(caseId: string) {
  const onSuccess = useTaken(caseId);
  return useMutation({
    mutationFn: ({ fileName, mediaType, body }: ReportToSend) =>
      request<OriginalReport | ReportScan>(casePath(caseId, '/report'), {
        method: 'POST',
        headers: { 'content-type': mediaType, 'x-file-name': encodeURIComponent(fileName) },
        body,
      }),
    onSuccess,
  });
}

/** The picture of a report that is read or waits to be looked through; null where there is none. */
export function useReportScan(caseId: string) {
  return useQuery({
    queryKey: scanKey(caseId),
    queryFn: () =>
      request<ReportScan>(casePath(caseId, '/report/scan')).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? SCAN_POLL_MS : false),
    retry: false,
  });
}

export function useTakeScan(caseId: string) {
  const onSuccess = useTaken(caseId);
  return useMutation({
    mutationFn: (scan: TakeScanRequest) =>
      request<OriginalReport>(casePath(caseId, '/report/scan/take'), json('POST', scan)),
    onSuccess,
  });
}

export function useDiscardScan(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<null>(casePath(caseId, '/report/scan'), { method: 'DELETE' }),
    onSuccess: () => client.setQueryData(scanKey(caseId), null),
  });
}

/** Reports that came between the images. */
export function useFoundReports(caseId: string) {
  return useQuery({
    queryKey: [...caseKeys.report(caseId), 'found'] as const,
    queryFn: () => request<readonly FoundReport[]>(casePath(caseId, '/report/found')),
    retry: false,
  });
}

export function useTakeFound(caseId: string) {
  const onSuccess = useTaken(caseId);
  return useMutation({
    mutationFn: (uid: string) =>
      request<OriginalReport | ReportScan>(casePath(caseId, `/report/found/${encodeURIComponent(uid)}`), {
        method: 'POST',
      }),
    onSuccess,
  });
}
