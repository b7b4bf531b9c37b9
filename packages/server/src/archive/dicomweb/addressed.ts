import type { Say } from '@overread/words';
import type { FastifyRequest } from 'fastify';
import type { Witnessed } from '../../platform/access-hook.ts';
import type { Log } from '../../platform/ports.ts';
import { WordedProblem, wordedProblem } from '../../platform/problems.ts';
import type { Archive, ArchivedInstance } from '../model.ts';
import { asProblem } from '../stream/index.ts';
import type { DecodePool } from '../stream/pixels/decode-pool.ts';
import { seenInstances, sightOf } from '../visible.ts';
import type { Part } from './multipart.ts';

export interface DicomWebDeps {
  readonly archive: Archive;
  readonly decoders: DecodePool;
  readonly say: Say;
  readonly log: Log;
  /** Resolves when it is on record that somebody looked. */
  readonly witness: (entry: Witnessed) => Promise<void>;
}

export interface Route {
  readonly Params: {
    readonly caseId: string;
    readonly study?: string;
    readonly series?: string;
    readonly instance?: string;
    readonly frames?: string;
    readonly tag?: string;
  };
  readonly Querystring: Record<string, string | string[] | undefined>;
}
export type Asked = FastifyRequest<Route>;

export const VIEW = { config: { action: 'images:view' } } as const;
export const BASE = '/api/cases/:caseId/dicomweb';
export const INSTANCE = '/studies/:study/series/:series/instances/:instance';
/** What of a case can be retrieved. */
export const LEVELS = ['/studies/:study', '/studies/:study/series/:series', INSTANCE] as const;

export const baseOf = ({ protocol, host, params }: Asked) =>
  `${protocol}://${host}/api/cases/${params.caseId}/dicomweb`;

export const addressOf = (base: string, { studyInstanceUid, seriesInstanceUid, sopInstanceUid }: ArchivedInstance) =>
  `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}/instances/${sopInstanceUid}`;

async function found(archive: Archive, { caseId, study, series, instance }: Route['Params']) {
  if (instance !== undefined) {
    const one = await archive.instance(caseId, instance);
    return one === null ? [] : [one];
  }
  if (series !== undefined) return archive.series(caseId, series);
  return archive.instances(caseId, study === undefined ? undefined : [study]);
}

const byNumber = (a: ArchivedInstance, b: ArchivedInstance) =>
  (a.header.seriesNumber ?? 0) - (b.header.seriesNumber ?? 0) ||
  (a.header.instanceNumber ?? 0) - (b.header.instanceNumber ?? 0);

/** The instances under an address that this person may see, as they are numbered. */
export async function seenUnder(archive: Archive, { params, access }: Asked): Promise<ArchivedInstance[]> {
  const { study, series } = params;
  return seenInstances(sightOf(access), await found(archive, params))
    .filter(
      (each) =>
        (study === undefined || each.studyInstanceUid === study) &&
        (series === undefined || each.seriesInstanceUid === series),
    )
    .sort(byNumber);
}

/** The same for an address that has to hold something. */
export async function retrieved(deps: DicomWebDeps, request: Asked): Promise<ArchivedInstance[]> {
  const instances = await seenUnder(deps.archive, request);
  if (instances.length === 0) throw wordedProblem(404, 'images.no-such-instance');
  await witnessReports(deps, request, instances);
  return instances;
}

/** Whoever gets a signed report between the images has read it: no third, blind read of the case can be theirs. */
export async function witnessReports(
  { witness }: Pick<DicomWebDeps, 'witness'>,
  { access }: Pick<Asked, 'access'>,
  instances: readonly ArchivedInstance[],
): Promise<void> {
  const { actor, caseState } = access;
  if (caseState === null || instances.every(({ madeFrom }) => madeFrom === null)) return;
  const { id: caseId, number: caseNumber } = caseState;
  await witness({ actor, action: 'document:view', caseId, caseNumber, outcome: 'allowed', detail: 'dicomweb' });
}

/**
 * What stands in the place of a thing that cannot be sent: one of several becomes a part that says so, so that the others are
 * not lost; a single one is the answer's problem.
 */
export function createFailure({ say, log }: Pick<DicomWebDeps, 'say' | 'log'>, count: number) {
  return (error: unknown, location: string): Part => {
    const problem = asProblem(error);
    if (!(problem instanceof WordedProblem) || count === 1) throw problem;
    const { code, values } = problem;
    log.warn({ code, location }, 'an image was not sent');
    const bytes = Buffer.from(JSON.stringify({ code, message: say(`problem.${code}`, values) }));
    return { type: 'application/json; charset=utf-8', location, bytes };
  };
}
