import type { MadeCopy } from '@overread/contract/wire.ts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { caseOf, caseView, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { registerReportUploads, uploadOf } from '../reading/index.ts';
import type { Delivery } from './delivery.ts';
import { sendPacket } from './send-packet.ts';

const packetFormat = z.object({ format: z.enum(['zip', 'iso']).default('zip') });
const copyNamed = z.object({ copyId: z.string().regex(/^[0-9a-f]{64}$/) });
const packetRequest = z.object({ service: shortText, expectedVersion: z.int().min(0) });

export function registerDeliveryRoutes(
  app: App,
  { delivery, clock }: Pick<Ground, 'clock'> & { readonly delivery: Delivery },
): void {
  const now = () => clock.now().toISOString();

  app.get('/api/cases/:caseId/report.pdf', { config: { action: 'document:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    return asPdf(reply, `second-opinion-${state.number}.pdf`, await delivery.opinion(state));
  });

  app.get('/api/cases/:caseId/result.pdf', { config: { action: 'document:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    return asPdf(reply, `result-${state.number}.pdf`, await delivery.patientLetter(state));
  });

  app.post('/api/cases/:caseId/packet', { config: { action: 'packet:make' } }, async (request) => {
    const { service, expectedVersion } = readInput(packetRequest, request.body);
    const { actor } = request.access;
    const state = await delivery.sendOutside(caseOf(request.access), { actor, service, expectedVersion });
    return caseView(state, request.access, now());
  });

  app.get('/api/cases/:caseId/packet', { config: { action: 'packet:make' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { format } = readInput(packetFormat, request.query);
    const packet = await delivery.packet(state, format);
    const sha256 = state.outside?.packetSha256 ?? '';
    return sendPacket(request, reply, { ...packet, format, sha256, name: `packet-${state.number}` });
  });

  app.post('/api/cases/:caseId/copy', { config: { action: 'copy:make' } }, async ({ access }): Promise<MadeCopy> => {
    return delivery.copy(caseOf(access), access.subject);
  });

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
