import {
  basicTextSr,
  encapsulatedPdf,
  mdmMessage,
  type OpinionExport,
  opinionBundle,
  oruMessage,
  type SettingAt,
} from '@overread/documents';
import type { Action } from '@overread/rules/access/actions.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { asThird } from '@overread/rules/case/third.ts';
import { z } from 'zod';
import { caseOf, readInput } from '../cases/index.ts';
import type { Access } from '../platform/access-hook.ts';
import type { App } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { Delivery } from './delivery.ts';
import { exportedAs } from './exported.ts';
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

/** One of the readings of a case, on its way to other systems. */
interface Reading {
  /** Its addresses begin with it, and who may have the PDF. */
  readonly path: 'opinion' | 'third';
  readonly action: Action;
  readonly file: 'second-opinion' | 'third-opinion';
  readonly of: (access: Access) => CaseState;
}

const READINGS: readonly Reading[] = [
  { path: 'opinion', action: 'document:view', file: 'second-opinion', of: caseOf },
  { path: 'third', action: 'third:view', file: 'third-opinion', of: thirdOf },
];

/**
 * The delivered second and third opinion for other systems: as a FHIR R4 document, as HL7 v2 messages, as DICOM objects. Whoever
 * may have the PDF may have these: they say the same. Made again they are the same bytes, but for the time in MSH-7.
 */
export function registerExchangeRoutes(app: App, deps: ExchangeDeps): void {
  for (const reading of READINGS) registerReading(app, deps, reading);
}

function registerReading(app: App, deps: ExchangeDeps, { path, action, file, of }: Reading): void {
  const { setting } = deps;
  const base = `/api/cases/:caseId/${path}`;
  const guarded = { config: { action } };
  const attachment = ({ number }: CaseState, ending: string): string =>
    `attachment; filename="${file}-${number}.${ending}"`;

  app.get(`${base}.fhir.json`, guarded, async (request, reply) => {
    const state = of(request.access);
    const bundle = opinionBundle(setting(lastSigned(state)), await exportOf(deps, state));
    return reply
      .type('application/fhir+json')
      .header('content-disposition', attachment(state, 'fhir.json'))
      .send(JSON.stringify(bundle));
  });

  app.get(`${base}.hl7`, guarded, async (request, reply) => {
    const { type, ...to } = readInput(hl7Query, request.query);
    const state = of(request.access);
    const write = type === 'ORU' ? oruMessage : mdmMessage;
    const message = write(setting(lastSigned(state)), await exportOf(deps, state), to);
    return reply
      .type('application/hl7-v2; charset=utf-8')
      .header('content-disposition', attachment(state, `${type.toLowerCase()}.hl7`))
      .send(message);
  });

  app.get(`${base}.dcm`, guarded, async (request, reply) => {
    const { kind } = readInput(dicomQuery, request.query);
    const state = of(request.access);
    const write = kind === 'sr' ? basicTextSr : encapsulatedPdf;
    const object = write(setting(lastSigned(state)), await exportOf(deps, state));
    if (object === null) throw refusalProblem({ code: 'not-found', what: 'study', id: state.id });
    return reply
      .type('application/dicom')
      .header('content-disposition', attachment(state, `${kind}.dcm`))
      .send(Buffer.from(object.bytes));
  });
}

/** The third read as its reader meets it. The policy lets nobody through where there is none. */
export function thirdOf(access: Access): CaseState {
  const state = caseOf(access);
  if (state.third == null) throw refusalProblem({ code: 'not-yet', needs: ['third-read'] });
  return asThird(state, state.third);
}

async function exportOf({ delivery, publicUrl }: ExchangeDeps, state: CaseState): Promise<OpinionExport> {
  const { documentSha256: sha256 } = state.delivery;
  if (sha256 === null) throw refusalProblem({ code: 'not-yet', needs: ['delivery'] });
  const document = { bytes: await delivery.opinion(state), sha256, told: await delivery.told(state) };
  return exportedAs(state, document, publicUrl());
}
