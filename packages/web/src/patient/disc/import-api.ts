import type { DeliveryStatement, ImportView, KnownAnswer } from '@overread/contract/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, casePath, json, request } from '../../api/request.ts';
import { KnownGone, LineLost, SendingStopped } from './sending/send-upload.ts';

export const importKeys = { list: (caseId: string) => ['case', caseId, 'imports'] as const };

/** How often a delivery that is being put in order is looked at again, in ms. */
const FOLLOW_MS = 1_000;
/** The same while more of it comes. */
const FOLLOW_COMING_MS = 2_500;

function followMs(imports: readonly ImportView[] | undefined): number | false {
  if (imports?.some(({ state }) => state === 'importing') === true) return FOLLOW_MS;
  return imports?.some(({ state, bytesReceived }) => state === 'uploading' && bytesReceived > 0) === true
    ? FOLLOW_COMING_MS
    : false;
}

/** The deliveries of a case, newest first; looked at again while one is being put in order. */
export function useImports(caseId: string) {
  return useQuery({
    queryKey: importKeys.list(caseId),
    async queryFn() {
      const imports = await request<readonly ImportView[]>(casePath(caseId, '/imports'));
      return imports.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    },
    refetchInterval: ({ state }) => followMs(state.data),
  });
}

/** Who sends without a session says so in a header, as a facility does that came by its link. */
type Headers = Readonly<Record<string, string>>;

/** Tells a service that is away for now from one that refuses, as sending does. */
async function ask<T>(path: string, body: unknown, headers: Headers = {}): Promise<T> {
  try {
    const init = json('POST', body);
    return await request<T>(path, { ...init, headers: { ...(init.headers as Headers), ...headers } });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 0 || error.status >= 500 || error.status === 429)
      throw new LineLost(error.message, { cause: error });
    if (error.problem?.code === 'images.known-gone') throw new KnownGone(error.message, { cause: error });
    throw new SendingStopped(error.status, error.problem?.message ?? '', { cause: error });
  }
}

export const openImport = (caseId: string, headers?: Headers) =>
  ask<ImportView>(casePath(caseId, '/imports'), {}, headers);

const ofImport = (caseId: string, importId: string, rest: string) =>
  casePath(caseId, `/imports/${encodeURIComponent(importId)}${rest}`);

export const finishImport = (
  caseId: string,
  importId: string,
  statement: DeliveryStatement | null,
  headers?: Headers,
) => ask<ImportView>(ofImport(caseId, importId, '/finish'), statement ?? {}, headers);

/** Of these hashes, those whose files the case holds. One question takes 4,096 of them. */
export async function askKnown(
  caseId: string,
  importId: string,
  sha256s: readonly string[],
  headers?: Headers,
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (let at = 0; at < sha256s.length; at += 4096) {
    const lot = { sha256s: sha256s.slice(at, at + 4096) };
    for (const sha256 of (await ask<KnownAnswer>(ofImport(caseId, importId, '/known'), lot, headers)).here)
      here.add(sha256);
  }
  return here;
}

/** Where the receipt of a delivery is: for people as PDF, the list of its files as CSV. */
export const receiptPath = (caseId: string, importId: string, format: 'pdf' | 'csv') =>
  ofImport(caseId, importId, `/receipt.${format}`);
