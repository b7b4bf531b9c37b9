import type { AuthorizationAnswer } from '@overread/rules/money/insurer-answer.ts';
import { insured, type NamedParty, organisation, rejection, type Subscriber } from './eligibility.ts';
import { type Interchange, levelsOf, type SetToSend } from './interchange.ts';
import { elementOf, isoDateOf, type Segment, segment, x12Date, x12Text } from './segments.ts';

export interface AuthorizationQuestion {
  readonly reference: string;
  /** ISO instant. */
  readonly at: string;
  readonly payer: NamedParty;
  readonly requester: NamedParty;
  readonly subscriber: Subscriber;
  readonly trace: { readonly number: string; readonly originator: string };
  /** ISO date on which the service is to be given. */
  readonly serviceOn: string;
  /** ICD-10-CM; empty where none is known. */
  readonly diagnoses: readonly string[];
  readonly service: { readonly code: string; readonly modifier: string };
  readonly visits: number;
}

/** A question for an insurer's leave: 278 under 005010X217, one outpatient service for one subscriber. */
export function authorizationRequest(asked: AuthorizationQuestion): SetToSend {
  const { subscriber, trace, service } = asked;
  const diagnoses = asked.diagnoses.map((code, i) => `${i === 0 ? 'ABK' : 'ABF'}:${x12Text(code.replace('.', ''), 8)}`);
  const sex = subscriber.sex === 'F' || subscriber.sex === 'M' ? subscriber.sex : '';
  return {
    type: '278',
    group: 'HI',
    guide: '005010X217',
    segments: [
      segment(
        'BHT',
        '0007',
        '13',
        x12Text(asked.reference, 50),
        x12Date(asked.at),
        asked.at.slice(11, 16).replace(':', ''),
      ),
      segment('HL', '1', '', '20', '1'),
      organisation('X3', asked.payer),
      segment('HL', '2', '1', '21', '1'),
      organisation('1P', asked.requester),
      segment('HL', '3', '2', '22', '1'),
      insured(subscriber),
      segment('DMG', 'D8', x12Date(subscriber.birthDate), sex),
      segment('HL', '4', '3', 'EV', '1'),
      segment('TRN', '1', x12Text(trace.number, 50), x12Text(trace.originator, 10)),
      // Health services review, first request, MRI or CT, in an office.
      segment('UM', 'HS', 'I', '62', '11:B'),
      segment('DTP', 'AAH', 'D8', x12Date(asked.serviceOn)),
      ...(diagnoses.length === 0 ? [] : [segment('HI', ...diagnoses)]),
      segment('HL', '5', '4', 'SS', '0'),
      segment('SV1', ['HC', service.code, service.modifier].filter((part) => part !== '').join(':'), '', 'UN', '1'),
      segment('HSD', 'VS', String(asked.visits)),
    ],
  };
}

/** X12 code 306 (HCR01). */
const DECISIONS: Readonly<Record<string, AuthorizationAnswer['decision']>> = {
  A1: 'granted',
  A2: 'changed',
  A3: 'denied',
  A4: 'pending',
  A6: 'changed',
  C: 'denied',
  CT: 'call',
  NA: 'not-needed',
};

/** The most telling first: a denial of one service must not hide behind a leave for the visit. */
const TELLING: readonly AuthorizationAnswer['decision'][] = [
  'denied',
  'pending',
  'call',
  'changed',
  'granted',
  'not-needed',
];

/** The answer: 278 under 005010X217, levels of event and service together. Null where the interchange holds none. */
export function readAuthorization(interchange: Interchange): AuthorizationAnswer | null {
  const set = interchange.sets.find(({ type }) => type === '278');
  if (set === undefined) return null;
  const segments = levelsOf(set).flatMap((level) => level.segments);
  const reviews = segments.filter(({ name }) => name === 'HCR');
  const decisions = reviews.map((each) => DECISIONS[elementOf(each, 1)] ?? 'none');
  const decision = TELLING.find((each) => decisions.includes(each)) ?? 'none';
  const review = reviews.find((each) => DECISIONS[elementOf(each, 1)] === decision);
  const [validFrom, validTo] = datesOf(segments);
  const visits = segments.find((each) => each.name === 'HSD' && elementOf(each, 1) === 'VS');
  return {
    decision,
    number: reviews.map((each) => elementOf(each, 2)).find((each) => each !== '') ?? '',
    reason: review === undefined ? '' : elementOf(review, 3),
    validFrom,
    validTo,
    visits: visits === undefined ? null : wholeOf(elementOf(visits, 2)),
    rejections: segments.filter(({ name }) => name === 'AAA').map(rejection),
  };
}

const wholeOf = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null);

/** 007: certification effective, a day or a range; 036: certification expires. Else the days of the event (AAH) or service (472). */
function datesOf(segments: readonly Segment[]): readonly [from: string, to: string] {
  const span = (qualifier: string): readonly [string, string] => {
    const found = segments.find((each) => each.name === 'DTP' && elementOf(each, 1) === qualifier);
    if (found === undefined) return ['', ''];
    const [from = '', to = from] = elementOf(found, 3).split('-');
    return [isoDateOf(from), isoDateOf(to)];
  };
  const [effective, expires] = [span('007'), span('036')[0]];
  if (effective[0] !== '' || expires !== '') return [effective[0], expires === '' ? effective[1] : expires];
  const event = span('AAH');
  return event[0] === '' ? span('472') : event;
}
