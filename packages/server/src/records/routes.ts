import type { Carrying, FacilityDoor, FacilityLinkView, SignRequest } from '@overread/contract/records.ts';
import { z } from 'zod';
import { caseOf, caseView, idText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import type { Records } from './records.ts';

export interface RecordsRouteDeps extends Pick<Ground, 'clock'> {
  readonly records: Records;
}

type OfRequest = { Params: { caseId: string; requestId: string } };

/** A signature is some strokes; what is longer is a drawing. */
const MOST_STROKES = 60;
const MOST_POINTS = 1500;
const point = z.tuple([z.number().min(0).max(1000), z.number().min(0).max(300)]);
const signed = z.object({
  signerName: shortText,
  strokes: z.array(z.array(point).min(1).max(MOST_POINTS)).min(1).max(MOST_STROKES),
}) satisfies z.ZodType<SignRequest>;
const letterKind = z.object({ kind: z.enum(['first', 'second', 'complaint']).default('first') });
const sending = z.object({ kind: z.enum(['first', 'second']), way: z.enum(['fax', 'mail']) });
const named = z.object({ requestId: idText });
const linkNamed = z.object({ linkId: idText });
const opened = z.object({ code: z.string().min(20).max(40) });

/** Letters of a records request, their signatures and ways out, and the links by which facilities answer. */
export function registerRecordsRoutes(app: App, { records, clock }: RecordsRouteDeps): void {
  const now = () => clock.now().toISOString();
  const path = '/api/cases/:caseId/requests/:requestId';

  app.get<OfRequest>(`${path}/letter.pdf`, { config: { action: 'letter:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { kind } = readInput(letterKind, request.query);
    const bytes = await records.letter(state, request.params.requestId, kind);
    const name = kind === 'first' ? 'records-request' : kind === 'second' ? 'second-letter' : 'complaint';
    reply.type('application/pdf').header('content-disposition', `inline; filename="${name}-${state.number}.pdf"`);
    return bytes;
  });
  app.post<OfRequest>(
    `${path}/signature`,
    { config: { action: 'command:signRecordsRequest' }, bodyLimit: 1 << 20 },
    async (request) => {
      const { requestId } = readInput(named, request.params);
      const body = readInput(signed, request.body);
      const state = await records.signatures.sign(request.params.caseId, request.access.actor, requestId, body);
      return caseView(state, request.access, now());
    },
  );
  app.post<OfRequest>(`${path}/send`, { config: { action: 'command:noteRecordsRequest' } }, async (request) => {
    const { requestId } = readInput(named, request.params);
    const letter = { requestId, ...readInput(sending, request.body) };
    const state = await records.send(caseOf(request.access), request.access.actor, letter);
    return caseView(state, request.access, now());
  });
  app.get(
    '/api/cases/:caseId/carrying',
    { config: { action: 'letter:view' } },
    async (): Promise<Carrying> => ({ ways: records.ways }),
  );
  registerLinkRoutes(app, records);
}

function registerLinkRoutes(app: App, { links }: Records): void {
  const MAKE = { config: { action: 'link:make' } } as const;
  type OfCase = { Params: { caseId: string } };
  type OfLink = { Params: { caseId: string; linkId: string } };

  app.get<OfCase>(
    '/api/cases/:caseId/facility-links',
    MAKE,
    ({ params }): Promise<readonly FacilityLinkView[]> => links.list(params.caseId),
  );
  app.post<OfCase>('/api/cases/:caseId/facility-links', MAKE, async ({ body, access }, reply) => {
    const { requestId } = readInput(named, body);
    reply.code(201);
    return links.make(caseOf(access), access.actor, requestId);
  });
  app.post<OfLink>('/api/cases/:caseId/facility-links/:linkId/withdraw', MAKE, async ({ params, access }, reply) => {
    await links.withdraw(params.caseId, access.actor, readInput(linkNamed, params).linkId);
    return reply.code(204).send();
  });
  // Whoever guesses is slowed down; a code has more chances than anybody has time.
  const OPEN = { action: 'link:open', rateLimit: { max: 20, seconds: 60 } } as const;
  app.post(
    '/api/facility/open',
    { config: OPEN },
    ({ body }): Promise<FacilityDoor> => links.door(readInput(opened, body).code),
  );
}
