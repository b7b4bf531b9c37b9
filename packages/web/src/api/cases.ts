import type { ComparisonProposal, Draft, OriginalReport, Problem, StudyView } from '@overread/contract/wire.ts';
import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { takeEarlyAnswer } from './early.ts';

/** An answer other than 2xx: `message` is a whole sentence that says what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.message ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

async function request<T>(path: string, init: RequestInit = {}, early: Promise<Response> | null = null): Promise<T> {
  const response = await (early ?? fetch(path, { credentials: 'same-origin', ...init }));
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(response.status, isProblem(body) ? body : null);
  return body as T;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}

const json = (method: 'POST' | 'PUT', body: unknown, more: RequestInit = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...more,
});

const path = (caseId: string, rest = '') => `/api/cases/${encodeURIComponent(caseId)}${rest}`;

export const caseKeys = {
  list: ['cases'] as const,
  view: (caseId: string) => ['case', caseId] as const,
  studies: (caseId: string) => ['case', caseId, 'studies'] as const,
  draft: (caseId: string) => ['case', caseId, 'draft'] as const,
  report: (caseId: string) => ['case', caseId, 'report'] as const,
  proposal: (caseId: string) => ['case', caseId, 'proposal'] as const,
};

/** The cases of this reader's work list: those offered and those accepted. */
export function useCases() {
  return useQuery({ queryKey: caseKeys.list, queryFn: () => request<readonly CaseRow[]>('/api/cases') });
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: caseKeys.view(caseId),
    queryFn: () => request<CaseView>(path(caseId), {}, takeEarlyAnswer(caseId, '')),
  });
}

export function useStudies(caseId: string) {
  return useQuery({
    queryKey: caseKeys.studies(caseId),
    queryFn: () => request<readonly StudyView[]>(path(caseId, '/studies'), {}, takeEarlyAnswer(caseId, '/studies')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The unlocked report, asked for once: afterwards the page holds the newest text itself. */
export function useStoredDraft(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.draft(caseId),
    queryFn: () => request<Draft>(path(caseId, '/draft')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Stores the draft. `keepalive` lets the last one leave while the page closes. */
export function putDraft(caseId: string, draft: Omit<Draft, 'savedAt'>, keepalive = false): Promise<Draft> {
  return request<Draft>(path(caseId, '/draft'), json('PUT', draft, { keepalive }));
}

export function useOriginalReport(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.report(caseId),
    queryFn: () => request<OriginalReport>(path(caseId, '/report')),
    enabled,
    retry: false,
  });
}

export function useProposal(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: caseKeys.proposal(caseId),
    queryFn: () => request<ComparisonProposal>(path(caseId, '/comparison/proposal')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/**
 * Sends a command with the version that this page saw, and takes the answered case into the cache. Where the case has
 * moved on meanwhile, the newer case is fetched, so that the person sees it before repeating.
 */
export function useCommand(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(command: Command): Promise<CaseView> {
      const seen = client.getQueryData<CaseView>(caseKeys.view(caseId)) ?? (await request<CaseView>(path(caseId)));
      try {
        return await request<CaseView>(
          path(caseId, '/commands'),
          json('POST', { expectedVersion: seen.version, command }),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409)
          void client.invalidateQueries({ queryKey: caseKeys.view(caseId), exact: true });
        throw error;
      }
    },
    onSuccess(view) {
      client.setQueryData(caseKeys.view(caseId), view);
      void client.invalidateQueries({ queryKey: caseKeys.list });
    },
  });
}
