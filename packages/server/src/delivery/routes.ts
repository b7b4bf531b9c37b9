import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { caseOf, caseView, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { registerReportUploads, uploadOf } from '../reading/index.ts';
import type { Delivery } from './delivery.ts';

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

  app.get('/api/cases/:caseId/packet.zip', { config: { action: 'packet:make' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const { size, stream } = await delivery.packet(state);
    reply
      .type('application/zip')
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="packet-${state.number}.zip"`);
    return reply.send(stream);
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
