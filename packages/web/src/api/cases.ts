import type { CaseQuality, StudyView } from '@overread/contract/images.ts';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { ComparisonProposal, ComparisonWork, Draft, WorkingComparison } from '@overread/contract/reading.ts';
import type { OpenCaseRequest } from '@overread/contract/wire.ts';
import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { takeEarlyAnswer } from './early-answers.ts';
import { ApiProblem, casePath, json, request } from './request.ts';

export const caseKeys = {
  list: ['cases'] as const,
  view: (caseId: string) => ['case', caseId] as const,
  studies: (caseId: string) => ['case', caseId, 'studies'] as const,
  quality: (caseId: string) => ['case', caseId, 'quality'] as const,
  draft: (caseId: string) => ['case', caseId, 'draft'] as const,
  report: (caseId: string) => ['case', caseId, 'report'] as const,
  proposal: (caseId: string) => ['case', caseId, 'proposal'] as const,
  comparisonWork: (caseId: string) => ['case', caseId, 'comparison-work'] as const,
};

/** The cases that this person may see, as rows of a work list. */
export function useCases() {
  return useQuery({ queryKey: caseKeys.list, queryFn: () => request<readonly CaseRow[]>('/api/cases') });
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: caseKeys.view(caseId),
    queryFn: () => request<CaseView>(casePath(caseId), {}, takeEarlyAnswer(casePath(caseId))),
  });
}

export function useStudies(caseId: string) {
  return useQuery({
    queryKey: caseKeys.studies(caseId),
    queryFn: () =>
      request<readonly StudyView[]>(casePath(caseId, '/studies'), {}, takeEarlyAnswer(casePath(caseId, '/studies'))),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Hints from the pixels of the case's series; asked for once nothing more urgent is to come. */
export function useQuality(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.quality(caseId),
    queryFn: () => request<CaseQuality>(casePath(caseId, '/quality')),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

/** The unlocked report, asked for once: afterwards the page holds the newest text itself. */
export function useStoredDraft(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.draft(caseId),
    queryFn: () => request<Draft>(casePath(caseId, '/draft')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Stores the draft. `keepalive` lets the last one leave while the page closes. */
export function putDraft(caseId: string, draft: Omit<Draft, 'savedAt'>, keepalive = false): Promise<Draft> {
  return request<Draft>(casePath(caseId, '/draft'), json('PUT', draft, { keepalive }));
}

export function useOriginalReport(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.report(caseId),
    queryFn: () => request<OriginalReport>(casePath(caseId, '/report')),
    enabled,
    retry: false,
  });
}

export function useProposal(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.proposal(caseId),
    queryFn: () => request<ComparisonProposal>(casePath(caseId, '/comparison/proposal')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** The result as the patient will read it; made anew each time that somebody looks. */
export function useResultPreview(caseId: string) {
  return useQuery({
    queryKey: ['result-preview', caseId],
    queryFn: () => request<CaseView>(casePath(caseId, '/result/preview')),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
}

/** What was checked of the comparison before, asked for once: afterwards the page holds the newest itself. */
export function useComparisonWork(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.comparisonWork(caseId),
    queryFn: () => request<ComparisonWork>(casePath(caseId, '/comparison/work')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Stores what is checked. `keepalive` lets the last one leave while the page closes. */
export function putComparisonWork(caseId: string, work: WorkingComparison, keepalive = false): Promise<ComparisonWork> {
  return request<ComparisonWork>(casePath(caseId, '/comparison/work'), json('PUT', { work }, { keepalive }));
}

/**
 * Sends a command with the version that this page saw, and takes the answered case into the cache. Where the case has
 * moved on meanwhile, the newer case is fetched, so that the person sees it before repeating.
 */
async function sendCommand(client: QueryClient, caseId: string, command: Command): Promise<CaseView> {
  const seen = client.getQueryData<CaseView>(caseKeys.view(caseId)) ?? (await request<CaseView>(casePath(caseId)));
  try {
    const view = await request<CaseView>(
      casePath(caseId, '/commands'),
      json('POST', { expectedVersion: seen.version, command }),
    );
    client.setQueryData(caseKeys.view(caseId), view);
    void client.invalidateQueries({ queryKey: caseKeys.list });
    return view;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409)
      void client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true });
    throw error;
  }
}

/** The commands of one case, for pages that stand on it. */
export function useCommand(caseId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (command: Command) => sendCommand(client, caseId, command) });
}

/** Sends a command to a case that is known only when it is sent. */
export function useSendCommand(): (caseId: string, command: Command) => Promise<CaseView> {
  const client = useQueryClient();
  return (caseId, command) => sendCommand(client, caseId, command);
}

/** Opens a case and takes it into the cache; answers it. */
export function useOpenCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenCaseRequest) => request<CaseView>('/api/cases', json('POST', body)),
    onSuccess(view) {
      client.setQueryData(caseKeys.view(view.id), view);
      void client.invalidateQueries({ queryKey: caseKeys.list });
    },
  });
}
