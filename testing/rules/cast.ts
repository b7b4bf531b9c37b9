import type { Subject } from '@overread/rules/access/actions.ts';
import type { ArrivedStudy, ReaderStanding } from '@overread/rules/case/commands.ts';
import type { DecideContext } from '@overread/rules/case/state.ts';
import type { Actor, Role } from '@overread/rules/case/vocabulary.ts';
import { sha256 } from './hash.ts';

/** Everybody who has to do with the case, and some who have not. `roles` is what each may sign in as. */
export const CAST = {
  patient: ['patient'],
  otherPatient: ['patient'],
  coordinator: ['coordinator'],
  /** One person, several roles: must not get round the seal of a case that is offered to her. */
  chief: ['coordinator', 'reader', 'administrator'],
  reader: ['reader'],
  otherReader: ['reader'],
  referrer: ['referrer'],
  otherReferrer: ['referrer'],
  administrator: ['administrator'],
  system: ['system'],
} as const satisfies Record<string, readonly Role[]>;
export type Person = keyof typeof CAST;
export const PEOPLE = Object.keys(CAST) as readonly Person[];
export const ROLES: readonly Role[] = ['patient', 'coordinator', 'reader', 'referrer', 'administrator', 'system'];

export function actorOf(person: Person, role: Role = CAST[person][0]): Actor {
  return { personId: person, name: `Name of ${person}`, role };
}

export function subjectOf(person: Person, roles: readonly Role[] = CAST[person]): Subject {
  return { personId: person, roles, strongSession: true, demo: false };
}

/** Stands in everything that may tell of the original report, so that a test finds it wherever it leaks. */
export const ORIGINAL = 'ORIGINAL-SECRET';
/** Stands in everything that the third reader writes. */
export const THIRD = 'THIRD-SECRET';
/** Stands in everything that the second reader writes. */
export const SECOND = 'SECOND-SECRET';

export const CONSENT = '2026-11';
export const PRICE = 39_500;

export function contextOf(now: string, actor: Actor): DecideContext {
  return {
    now,
    actor,
    sha256,
    prices: {
      currency: 'USD',
      levels: {
        standard: { amountMinor: PRICE, workingDays: 5 },
        expedited: { amountMinor: 59_500, workingDays: 2 },
        urgent: { amountMinor: 89_500, workingDays: 1 },
      },
    },
    calendar: { workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26', '2026-12-25'], endOfDayUtcHour: 22 },
    consentVersion: CONSENT,
  };
}

/** A reader whom nothing keeps from the case, unless `change` says otherwise. */
export function standingOf(person: Person, change: Partial<ReaderStanding> = {}): ReaderStanding {
  return {
    readerId: person,
    name: `Name of ${person}`,
    subspecialties: ['neuroradiology', 'musculoskeletal'],
    regions: ['brain', 'lumbar-spine'],
    licences: [{ place: 'US-MA', until: '2031-12-31' }],
    affiliations: ['Northmoor'],
    openCases: 1,
    capacity: 5,
    availableFrom: '2026-01-01',
    ...change,
  };
}

export const PATIENT = { name: { family: 'Almeida', given: 'Ruth' }, birthDate: '1961-04-03', sex: 'F' } as const;

/** A study of the patient, unless `change` says otherwise. */
export function studyOf(uid: string, change: Partial<ArrivedStudy['patient']> = {}): ArrivedStudy {
  return {
    studyInstanceUid: uid,
    date: '2026-10-12',
    description: 'MR BRAIN',
    accessionNumber: 'A1',
    institution: 'Harbour Imaging',
    patient: { name: 'ALMEIDA^RUTH', id: 'P1', birthDate: '1961-04-03', sex: 'F', ...change },
    series: 3,
    instances: 60,
  };
}
