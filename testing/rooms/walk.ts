import { randomUUID } from 'node:crypto';
import { DEMO_CASES, DEMO_PEOPLE, type DemoCase, type DemoPerson } from '@overread/demo';
import type { ArrivedStudy, Command } from '@overread/rules/case/commands.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { type Actor, RED_FLAGS, type Role } from '@overread/rules/case/vocabulary.ts';
import { SYSTEM_ACTOR } from '@overread/server/cases/index.ts';
import { CONSENT_VERSION } from '@overread/words';
import type { Rooms } from './rooms.ts';

export const PEOPLE = DEMO_PEOPLE;

export function as(person: DemoPerson, role: Role): Actor {
  return { personId: person.personId, name: person.name, role };
}

export const PATIENT = as(PEOPLE.okafor, 'patient');
export const COORDINATOR = as(PEOPLE.keller, 'coordinator');
export const READER = as(PEOPLE.solheim, 'reader');
export const REFERRER = as(PEOPLE.lindqvist, 'referrer');

export const TOLD: DemoCase = DEMO_CASES.ms;
export const STUDY_UID = '1.2.826.0.1.3680043.10.1.1';

export function arrived(over: Partial<ArrivedStudy> = {}): ArrivedStudy {
  const { patient, study } = TOLD;
  return {
    studyInstanceUid: STUDY_UID,
    date: study.date ?? '',
    description: 'MRI BRAIN W WO CONTRAST',
    accessionNumber: study.accessionNumber ?? '',
    institution: study.institution ?? '',
    patient: {
      name: `${patient.name.family}^${patient.name.given}`,
      id: 'HI-204417',
      birthDate: patient.birthDate,
      sex: 'F',
    },
    series: 7,
    instances: 200,
    ...over,
  };
}

/** How far a case is taken. Each point includes those before it. */
const POINTS = [
  'opened',
  'asked',
  'gathered',
  'matched',
  'accepted',
  'reading',
  'locked',
  'revealed',
  'compared',
  'signed',
] as const;
export type Point = (typeof POINTS)[number];

/** Takes a new case of the told story to this point, through the room's own functions. */
export async function walk(
  rooms: Rooms,
  to: Point,
  options: { readonly withReport?: boolean } = {},
): Promise<CaseState> {
  const caseId = randomUUID();
  for (const point of POINTS.slice(0, POINTS.indexOf(to) + 1)) await STEPS[point](stepper(rooms, caseId), options);
  const state = await rooms.cases.load(caseId);
  if (state === null) throw new Error('The case was not opened.');
  return state;
}

interface Stepper {
  readonly rooms: Rooms;
  readonly caseId: string;
  does(actor: Actor, command: Command): Promise<CaseState>;
}

function stepper(rooms: Rooms, caseId: string): Stepper {
  return { rooms, caseId, does: (actor, command) => rooms.cases.execute(actor, caseId, command) };
}

const STEPS: Readonly<Record<Point, (step: Stepper, options: { readonly withReport?: boolean }) => Promise<unknown>>> =
  {
    async opened({ rooms, caseId }) {
      const { patient, contact, place } = TOLD;
      const patientPersonId = PATIENT.personId;
      await rooms.db.transaction(async (tx) => {
        const number = await rooms.cases.nextNumber(tx);
        const command = { type: 'openCase', caseId, number, patient, contact, patientPersonId, place } as const;
        await rooms.cases.execute(PATIENT, caseId, command, { tx });
      });
    },
    async asked({ does }) {
      await does(PATIENT, { type: 'askQuestion', ...TOLD.question });
      if (TOLD.referrer) await does(PATIENT, { type: 'nameReferrer', ...TOLD.referrer });
      await does(PATIENT, { type: 'answerRedFlags', asked: RED_FLAGS, yes: [] });
    },
    async gathered({ rooms, caseId, does }, { withReport = true }) {
      await does(PATIENT, { type: 'giveHistory', ...TOLD.history });
      await does(PATIENT, {
        type: 'giveConsent',
        consentVersion: CONSENT_VERSION,
        language: 'en',
        signerName: PATIENT.name,
        relation: 'self',
      });
      await does(SYSTEM_ACTOR, { type: 'receiveImages', importId: randomUUID(), studies: [arrived()] });
      if (withReport) {
        const { fileName, text } = TOLD.report;
        await rooms.reading.submitReport(caseId, PATIENT, {
          fileName,
          mediaType: 'text/plain',
          bytes: Buffer.from(text),
        });
      } else await does(PATIENT, { type: 'declareNoReport', reason: 'There never was one.' });
      await does(COORDINATOR, { type: 'acceptImages', note: '' });
      if (withReport) await does(COORDINATOR, { type: 'acceptReport' });
      await does(PATIENT, { type: 'chooseFunding', route: 'self-pay', serviceLevel: 'standard' });
      await does(COORDINATOR, { type: 'waiveFunding', reason: 'A test.' });
    },
    matched: ({ rooms, caseId }) => rooms.matching.offer(COORDINATOR, { caseId, readerId: READER.personId }),
    async accepted({ rooms, caseId, does }) {
      const offerId = (await rooms.cases.load(caseId))?.offers[0]?.offerId ?? '';
      await does(READER, { type: 'acceptOffer', offerId, noConflict: true });
    },
    reading: ({ does }) => does(READER, { type: 'openRead' }),
    locked: ({ does }) => does(READER, { type: 'lockFindings', report: TOLD.second }),
    revealed: async ({ does }, { withReport = true }) => withReport && does(READER, { type: 'revealOriginal' }),
    compared: async ({ does }, { withReport = true }) =>
      withReport && does(READER, { type: 'compareReports', comparison: TOLD.comparison }),
    signed: ({ does }) => does(READER, { type: 'signReport', statement: 'I have read these images myself.' }),
  };
