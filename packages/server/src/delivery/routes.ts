import type { MadeCopy } from '@overread/contract/images.ts';
import { retractionsFor } from '@overread/rules/case/retract.ts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { caseOf, caseView, noteText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { registerReportUploads, uploadOf } from '../reading/index.ts';
import type { Delivery } from './delivery.ts';
import { thirdOf } from './exchange.ts';
import { sendMaking } from './send-making.ts';
import { sendPacket } from './send-packet.ts';

const packetFormat = z.object({ format: z.enum(['zip', 'iso']).default('zip') });
const copyNamed = z.object({ copyId: z.string().regex(/^[0-9a-f]{64}$/) });
const retractedNamed = z.object({ number: z.coerce.number().int().min(1).max(1000) });
const packetRequest = z.object({
  service: shortText,
  address: noteText.default(''),
  way: z.enum(['mail', 'portal']).default('mail'),
  instructions: z.array(noteText).max(20).default([]),
  expectedVersion: z.int().min(0),
});

export function registerDeliveryRoutes(
  app: App,
  { delivery, clock, sayIn }: Pick<Ground, 'clock' | 'sayIn'> & { readonly delivery: Delivery },
): void {
  const now = () => clock.now().toISOString();

  app.get('/api/cases/:caseId/report.pdf', { config: { action: 'document:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    return asPdf(reply, `second-opinion-${state.number}.pdf`, await delivery.opinion(state));
  });

  app.get('/api/cases/:caseId/third.pdf', { config: { action: 'third:view' } }, async (request, reply) => {
    const state = thirdOf(request.access);
    return asPdf(reply, `third-opinion-${state.number}.pdf`, await delivery.opinion(state));
  });

  app.get('/api/cases/:caseId/retracted/:number', { config: { action: 'retracted:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { number } = readInput(retractedNamed, request.params);
    const { subject, actor } = request.access;
    const own = retractionsFor(state, actor.role, subject.personId);
    const wanted = state.retractions?.[number - 1];
    if (wanted === undefined || !own.includes(wanted)) throw wordedProblem(404, 'no-document');
    return asPdf(reply, `withdrawn-${state.number}-${number}.pdf`, await delivery.retracted(state, number));
  });

  app.get('/api/cases/:caseId/result.pdf', { config: { action: 'document:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    return asPdf(reply, `result-${state.number}.pdf`, await delivery.patientLetter(state));
  });

  app.post('/api/cases/:caseId/packet', { config: { action: 'packet:make' } }, (request, reply) => {
    const asked = readInput(packetRequest, request.body);
    const { actor } = request.access;
    return sendMaking(request, reply, { sayIn }, async (tell) => {
      const state = await delivery.sendOutside(caseOf(request.access), { actor, ...asked }, tell);
      return caseView(state, request.access, now());
    });
  });

  app.get('/api/cases/:caseId/packet', { config: { action: 'packet:make' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { format } = readInput(packetFormat, request.query);
    const packet = await delivery.packet(state, format);
    const sha256 = state.outside?.packetSha256 ?? '';
    return sendPacket(request, reply, { ...packet, format, sha256, name: `packet-${state.number}` });
  });

  app.post('/api/cases/:caseId/copy', { config: { action: 'copy:make' } }, (request, reply) =>
    sendMaking<MadeCopy>(request, reply, { sayIn }, (tell) =>
      delivery.copy(caseOf(request.access), request.access.subject, tell),
    ),
  );

  app.get('/api/cases/:caseId/copy/:copyId', { config: { action: 'copy:make' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { format } = readInput(packetFormat, request.query);
    const { copyId: sha256 } = readInput(copyNamed, request.params);
    const packet = await delivery.openCopy(state, { sha256, madeFor: request.access.subject.personId, format });
    return sendPacket(request, reply, { ...packet, format, sha256, name: `case-${state.number}` });
  });

  registerReportUploads(app, (scope) => {
    scope.post('/api/cases/:caseId/outside-report', { config: { action: 'outside:submit' } }, async (request) => {
      const { actor } = request.access;
      const state = await delivery.receiveOutside(caseOf(request.access).id, actor, uploadOf(request));
      return caseView(state, request.access, now());
    });
  });
}

/** Shown in the browser's own reader; the name is for whoever saves it. */
function asPdf(reply: FastifyReply, fileName: string, bytes: Buffer): Buffer {
  reply.type('application/pdf').header('content-disposition', `inline; filename="${fileName}"`);
  return bytes;
}
