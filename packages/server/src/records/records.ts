import type { LetterKind } from '@overread/contract/records.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor, Erased } from '@overread/rules/case/vocabulary.ts';
import type { Cases } from '../cases/index.ts';
import type { Carrier } from '../platform/carrier.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { type LetterDeps, letterPdf } from './letters.ts';
import { createFacilityLinks, type FacilityLinks } from './links.ts';
import { createSignatures, type Signatures } from './signatures.ts';

export interface Records {
  readonly links: FacilityLinks;
  readonly signatures: Signatures;
  /** By which ways a letter can leave from here. */
  readonly ways: readonly ('fax' | 'mail')[];
  letter(state: CaseState, requestId: string, kind: LetterKind): Promise<Buffer>;
  /** Hands a letter to the carrier, and notes that it left. */
  send(state: CaseState, actor: Actor, letter: Sending): Promise<CaseState>;
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: Partial<Erased> }>;
}

export interface Sending {
  readonly requestId: string;
  readonly kind: Exclude<LetterKind, 'complaint'>;
  readonly way: 'fax' | 'mail';
}

export interface RecordsDeps
  extends Pick<Ground, 'db' | 'keys' | 'clock' | 'newId' | 'publicUrl' | 'log'>,
    Pick<LetterDeps, 'setting'> {
  readonly cases: Cases;
  readonly carrier: Carrier;
}

/** Requests for records: their letters, signatures, links for facilities, and the carrier that takes them away. */
export function createRecords(deps: RecordsDeps): Records {
  const { cases, carrier, clock, log } = deps;
  const links = createFacilityLinks(deps);
  const signatures = createSignatures(deps);
  const now = (): string => clock.now().toISOString();
  const letter: Records['letter'] = (state, requestId, kind) =>
    letterPdf({ ...deps, links, signatures }, state, { requestId, kind, now: now() });
  const ways = [
    ...(carrier.kinds.has('fax') ? (['fax'] as const) : []),
    ...(carrier.kinds.has('letter') ? (['mail'] as const) : []),
  ];

  return {
    links,
    signatures,
    ways,
    letter,
    async send(state, actor, { requestId, kind, way }) {
      const request = state.requests.find((each) => each.requestId === requestId);
      if (request === undefined) throw wordedProblem(404, 'not-found');
      const to = way === 'fax' ? request.facility.fax : `${request.facility.name}\n${request.facility.address}`;
      if (!ways.includes(way) || (way === 'fax' ? to : request.facility.address).trim() === '')
        throw wordedProblem(422, 'records.no-way');
      const pdf = await letter(state, requestId, kind);
      const key = `${state.id}/${requestId}/${kind}/${way}`;
      const fileName = `records-request-${state.number}.pdf`;
      const { reference } = await carrier
        .send({ kind: way === 'fax' ? 'fax' : 'letter', to, fileName, pdf, key })
        .catch((error: unknown) => {
          log.error({ err: error, caseId: state.id }, 'the carrier took no letter');
          throw wordedProblem(502, 'records.carrier');
        });
      const step = kind === 'first' ? 'sent' : 'second-letter';
      return cases.execute(actor, state.id, {
        ...({ type: 'noteRecordsRequest', requestId, step, way, reference } as const),
        on: now().slice(0, 10),
      });
    },
    async letGo(tx, caseId) {
      await links.letGo(tx, caseId);
      await signatures.letGo(tx, caseId);
      return { erased: {} };
    },
  };
}
