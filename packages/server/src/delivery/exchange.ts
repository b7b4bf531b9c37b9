import { createHash } from 'node:crypto';
import {
  basicTextSr,
  encapsulatedPdf,
  mdmMessage,
  type OpinionExport,
  opinionBundle,
  oruMessage,
} from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { z } from 'zod';
import { caseOf, readInput } from '../cases/index.ts';
import type { App } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { Delivery } from './delivery.ts';
import type { SettingAt } from './document-setting.ts';
import { lastSigned } from './opinion.ts';

export interface ExchangeDeps {
  readonly delivery: Delivery;
  readonly setting: SettingAt;
  readonly publicUrl: () => string;
}

const hl7Query = z.object({
  type: z.enum(['ORU', 'MDM']).default('ORU'),
  application: z.string().max(180).default(''),
  facility: z.string().max(180).default(''),
});

const dicomQuery = z.object({ kind: z.enum(['pdf', 'sr']).default('pdf') });

/**
 * The delivered second opinion for other systems: as a FHIR R4 document, as HL7 v2 messages, as DICOM objects. Whoever may have the PDF
 * may have these: they say the same. Made again they are the same bytes, but for the time in MSH-7.
 */
export function registerExchangeRoutes(app: App, deps: ExchangeDeps): void {
  const { setting } = deps;

  app.get('/api/cases/:caseId/opinion.fhir.json', { config: { action: 'document:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    const bundle = opinionBundle(setting(lastSigned(state)), await exportOf(deps, state));
    return reply
      .type('application/fhir+json')
      .header('content-disposition', attachment(state, 'fhir.json'))
      .send(JSON.stringify(bundle));
  });

  app.get('/api/cases/:caseId/opinion.hl7', { config: { action: 'document:view' } }, async (request, reply) => {
    const { type, ...to } = readInput(hl7Query, request.query);
    const state = caseOf(request.access);
    const write = type === 'ORU' ? oruMessage : mdmMessage;
    const message = write(setting(lastSigned(state)), await exportOf(deps, state), to);
    return reply
      .type('application/hl7-v2; charset=utf-8')
      .header('content-disposition', attachment(state, `${type.toLowerCase()}.hl7`))
      .send(message);
  });

  app.get('/api/cases/:caseId/opinion.dcm', { config: { action: 'document:view' } }, async (request, reply) => {
    const { kind } = readInput(dicomQuery, request.query);
    const state = caseOf(request.access);
    const write = kind === 'sr' ? basicTextSr : encapsulatedPdf;
    const object = write(setting(lastSigned(state)), await exportOf(deps, state));
    if (object === null) throw refusalProblem({ code: 'not-found', what: 'study', id: state.id });
    return reply
      .type('application/dicom')
      .header('content-disposition', attachment(state, `${kind}.dcm`))
      .send(Buffer.from(object.bytes));
  });
}

const attachment = ({ number }: CaseState, ending: string): string =>
  `attachment; filename="second-opinion-${number}.${ending}"`;

async function exportOf({ delivery, publicUrl }: ExchangeDeps, state: CaseState): Promise<OpinionExport> {
  const { documentSha256 } = state.delivery;
  const opinion = await delivery.told(state);
  if (documentSha256 === null) throw refusalProblem({ code: 'not-yet', needs: ['delivery'] });
  if (opinion.signed === null) throw refusalProblem({ code: 'not-yet', needs: ['signature'] });
  return {
    opinion: { ...opinion, signed: opinion.signed },
    pdf: { bytes: await delivery.opinion(state), sha256: documentSha256 },
    uuidOf: (name) => namedUuid(`${state.id}/${name}`),
    publicUrl: publicUrl(),
  };
}

/** A UUID that hangs on the name alone (RFC 9562, version 8: the hash is SHA-256). */
function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
