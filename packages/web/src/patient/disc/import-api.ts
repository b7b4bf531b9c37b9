import type { ImportView } from '@overread/contract/wire.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, casePath, request } from '../../api/request.ts';
import { LineLost, SendingStopped } from './sending/send-upload.ts';

export const importKeys = { list: (caseId: string) => ['case', caseId, 'imports'] as const };

/** How often a delivery that is being put in order is looked at again, in ms. */
const FOLLOW_MS = 1_000;

const isMoving = ({ state }: ImportView) => state === 'importing';

/** The deliveries of a case, newest first; looked at again while one is being put in order. */
export function useImports(caseId: string) {
  return useQuery({
    queryKey: importKeys.list(caseId),
    async queryFn() {
      const imports = await request<readonly ImportView[]>(casePath(caseId, '/imports'));
      return imports.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    },
    refetchInterval: ({ state }) => (state.data?.some(isMoving) === true ? FOLLOW_MS : false),
  });
}

/** Tells a service that is away for now from one that refuses, as sending does. */
async function ask<T>(path: string): Promise<T> {
  try {
    return await request<T>(path, { method: 'POST' });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 0 || error.status >= 500 || error.status === 429)
      throw new LineLost(error.message, { cause: error });
    throw new SendingStopped(error.status, error.problem?.message ?? '', { cause: error });
  }
}

export const openImport = (caseId: string) => ask<ImportView>(casePath(caseId, '/imports'));

export const finishImport = (caseId: string, importId: string) =>
  ask<ImportView>(casePath(caseId, `/imports/${encodeURIComponent(importId)}/finish`));
