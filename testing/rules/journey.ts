import type { Command } from '@overread/rules/case/commands.ts';
import { type Decision, decide } from '@overread/rules/case/decide.ts';
import { evolve } from '@overread/rules/case/evolve.ts';
import { EMPTY_READER_REPORT, type ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { type Actor, RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { actorOf, CONSENT, contextOf, ORIGINAL, PATIENT, PRICE, standingOf, studyOf } from './cast.ts';
import { sha256 } from './hash.ts';

export type Said = readonly [actor: Actor, command: Command];

const [patient, coordinator, reader, system] = [
  actorOf('patient'),
  actorOf('coordinator'),
  actorOf('reader'),
  actorOf('system'),
];

export const SECOND_REPORT: ReaderReport = {
  ...EMPTY_READER_REPORT,
  findings: 'Eight lesions.',
  impression: 'Typical for demyelination.',
  answers: [{ questionId: 'q1', text: 'Probably yes.' }],
};

export const ORIGINAL_FILE = {
  reportId: 'report-1',
  sha256: sha256('original'),
  mediaType: 'application/pdf',
  fileName: `${ORIGINAL}.pdf`,
  author: `${ORIGINAL} author`,
  facility: 'Harbour Imaging',
  date: '2026-10-12',
};

/** A case step by step, as it goes when nothing stands in its way; `upTo` takes as much of it as a test needs. */
export const WAY = {
  open: [
    patient,
    {
      type: 'openCase',
      caseId: 'case-1',
      number: '2026-0001',
      patient: PATIENT,
      contact: { email: 'ruth@mail.example', phone: '' },
      patientPersonId: 'patient',
      place: 'US-MA',
    },
  ],
  ask: [
    patient,
    {
      type: 'askQuestion',
      reasons: ['ambiguous-report'],
      region: 'brain',
      side: 'none',
      questions: [{ id: 'q1', askedBy: 'patient', text: 'Is it multiple sclerosis?' }],
      symptoms: 'A numb hand.',
      proposedTreatment: '',
    },
  ],
  flags: [patient, { type: 'answerRedFlags', asked: RED_FLAGS, yes: [] }],
  name: [
    patient,
    { type: 'nameReferrer', personId: 'referrer', name: 'Dr. Anna Lindqvist', email: 'anna@neurology.example' },
  ],
  history: [
    patient,
    {
      type: 'giveHistory',
      course: 'Weeks.',
      earlierTreatment: '',
      surgery: '',
      medicines: '',
      implants: '',
      priorImaging: '',
    },
  ],
  consent: [
    patient,
    { type: 'giveConsent', consentVersion: CONSENT, language: 'en', signerName: 'Ruth Almeida', relation: 'self' },
  ],
  images: [patient, { type: 'receiveImages', importId: 'i1', studies: [studyOf('1.1')] }],
  report: [patient, { type: 'receiveReport', report: ORIGINAL_FILE }],
  acceptImages: [coordinator, { type: 'acceptImages', note: '' }],
  acceptReport: [coordinator, { type: 'acceptReport' }],
  fund: [patient, { type: 'chooseFunding', route: 'self-pay', serviceLevel: 'standard' }],
  pay: [
    coordinator,
    {
      type: 'recordPayment',
      paymentId: 'p1',
      amount: { amountMinor: PRICE, currency: 'USD' },
      method: 'cash',
      reference: '',
    },
  ],
  offer: [coordinator, { type: 'offerCase', offerId: 'o1', reader: standingOf('reader'), reasons: [] }],
  accept: [reader, { type: 'acceptOffer', offerId: 'o1', noConflict: true }],
  read: [reader, { type: 'openRead' }],
  lock: [reader, { type: 'lockFindings', report: SECOND_REPORT }],
  reveal: [reader, { type: 'revealOriginal' }],
  compare: [
    reader,
    {
      type: 'compareReports',
      comparison: {
        pairs: [
          {
            id: 'p1',
            place: 'White matter',
            original: 'Several foci.',
            second: 'Eight lesions.',
            relation: 'differs',
            differsIn: ['count'],
            grade: 'major',
            because: 'Several, or eight.',
            status: 'confirmed',
          },
        ],
        agreement: 'major',
        radpeer: '3b',
        effectOnTreatment: 'changes',
        likelyCause: 'not-seen',
        couldSettle: 'MRI of the cord.',
        plainWords: 'Neither is proven right.',
      },
    },
  ],
  sign: [reader, { type: 'signReport', statement: 'I have read these images myself.' }],
  deliver: [system, { type: 'deliverResult', documentSha256: sha256('document') }],
  patientSees: [patient, { type: 'markSeen' }],
  referrerSees: [actorOf('referrer'), { type: 'markSeen' }],
  decide: [
    actorOf('referrer'),
    { type: 'recordDecision', outcome: 'further-tests', courseOfAction: 'MRI of the cord.', discussedOn: '' },
  ],
  close: [coordinator, { type: 'closeCase' }],
} as const satisfies Record<string, Said>;
export type Station = keyof typeof WAY;
const STATIONS = Object.keys(WAY) as readonly Station[];

export interface Told {
  readonly state: CaseState | null;
  /** ISO instant of the last step. */
  readonly at: string;
}

const START: Told = { state: null, at: '2026-11-02T14:00:00.000Z' };

/** A minute later. */
const later = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString();

/** What comes of a command a minute after the last step. */
export function trySaying(told: Told, [actor, command]: Said): Decision {
  return decide(told.state, command, contextOf(later(told.at), actor));
}

/** Takes the steps; throws the refusal where one is refused. */
export function say(told: Told, ...steps: readonly Said[]): Told & { readonly state: CaseState } {
  let { state, at } = told;
  for (const [actor, command] of steps) {
    const decision = trySaying({ state, at }, [actor, command]);
    if ('refused' in decision) throw new Error(`${command.type}: ${JSON.stringify(decision.refused)}`);
    at = later(at);
    for (const body of decision.events)
      state = evolve(state, { ...body, caseId: 'case-1', version: (state?.version ?? 0) + 1, at, actor });
  }
  if (state === null) throw new Error('No case was opened.');
  return { state, at };
}

/** The way up to and with one station, without those left out. */
export function upTo(last: Station, without: readonly Station[] = []): Told & { readonly state: CaseState } {
  const stations = STATIONS.slice(0, STATIONS.indexOf(last) + 1).filter((station) => !without.includes(station));
  return say(START, ...stations.map((station) => WAY[station]));
}

/** The code of the refusal, or null when it happened. */
export function refusalOf(told: Told, said: Said): string | null {
  const decision = trySaying(told, said);
  return 'refused' in decision ? decision.refused.code : null;
}
