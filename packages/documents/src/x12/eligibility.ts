import { type Benefit, type EligibilityAnswer, hundredthsOf } from '@overread/rules/money/insurer-answer.ts';
import type { Interchange, SetToSend } from './interchange.ts';
import { levelsOf } from './interchange.ts';
import { elementOf, type Segment, segment, x12Date, x12Text } from './segments.ts';

/** An organisation or person in NM1, with the id that the payer knows it by: "PI" payer, "XX" NPI, "SV" provider number. */
export interface NamedParty {
  readonly name: string;
  readonly idQualifier: string;
  readonly id: string;
}

export interface Subscriber {
  readonly family: string;
  readonly given: string;
  readonly memberId: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | 'O' | '';
}

export interface EligibilityQuestion {
  /** Ours; it comes back in the answer. */
  readonly reference: string;
  /** ISO instant at which it is asked. */
  readonly at: string;
  readonly payer: NamedParty;
  readonly provider: NamedParty;
  readonly subscriber: Subscriber;
  /** What the answer is told apart by, and who gave it that number. */
  readonly trace: { readonly number: string; readonly originator: string };
  /** ISO date for which coverage is asked. */
  readonly serviceOn: string;
  /** X12 code 1365: "30" is all of a plan's, "4" diagnostic X-ray, "62" MRI or CT. */
  readonly serviceTypes: readonly string[];
}

/** A question on coverage: 270 under 005010X279A1, real time, one subscriber. */
export function eligibilityRequest(asked: EligibilityQuestion): SetToSend {
  const { payer, provider, subscriber, trace } = asked;
  const day = x12Date(asked.at);
  const sex = subscriber.sex === 'F' || subscriber.sex === 'M' ? subscriber.sex : '';
  return {
    type: '270',
    group: 'HS',
    guide: '005010X279A1',
    segments: [
      segment('BHT', '0022', '13', x12Text(asked.reference, 50), day, asked.at.slice(11, 16).replace(':', '')),
      segment('HL', '1', '', '20', '1'),
      organisation('PR', payer),
      segment('HL', '2', '1', '21', '1'),
      organisation('1P', provider),
      segment('HL', '3', '2', '22', '0'),
      segment('TRN', '1', x12Text(trace.number, 50), x12Text(trace.originator, 10)),
      insured(subscriber),
      segment('DMG', 'D8', x12Date(subscriber.birthDate), sex),
      segment('DTP', '291', 'D8', x12Date(asked.serviceOn)),
      segment('EQ', asked.serviceTypes.join('^')),
    ],
  };
}

/** NM1 of an organisation. */
export function organisation(role: string, { name, idQualifier, id }: NamedParty): Segment {
  return segment('NM1', role, '2', x12Text(name, 60), '', '', '', '', idQualifier, x12Text(id, 80));
}

/** NM1 of the person who is insured. */
export function insured({ family, given, memberId }: Subscriber): Segment {
  return segment('NM1', 'IL', '1', x12Text(family, 60), x12Text(given, 35), '', '', '', 'MI', x12Text(memberId, 80));
}

/** Active coverage by X12 code 1390; 6 to 8 say that it is not. */
const ACTIVE = new Set(['1', '2', '3', '4', '5']);
const INACTIVE = new Set(['6', '7', '8']);
/** X12 code 615: what is left. */
const REMAINING = '29';

/** The answer on coverage: 271 under 005010X279A1. Null where the interchange holds none. */
export function readEligibility(interchange: Interchange): EligibilityAnswer | null {
  const set = interchange.sets.find(({ type }) => type === '271');
  if (set === undefined) return null;
  const { repetition } = interchange.delimiters;
  const levels = levelsOf(set);
  const all = levels.flatMap(({ segments }) => segments);
  const person = all.find((each) => each.name === 'NM1' && ['IL', '03'].includes(elementOf(each, 1)));
  const benefits = all.filter(({ name }) => name === 'EB').map((each) => benefitOf(each, repetition));
  const amount = (kind: string, period?: string) =>
    benefits.find(
      (each) => each.kind === kind && each.amountMinor !== null && (period === undefined || each.period === period),
    )?.amountMinor ?? null;
  return {
    active: isActive(benefits),
    plan: benefits.find(({ plan }) => plan !== '')?.plan ?? '',
    memberId: person === undefined ? '' : elementOf(person, 9),
    rejections: all.filter(({ name }) => name === 'AAA').map(rejection),
    benefits,
    deductibleLeftMinor: amount('C', REMAINING),
    copayMinor: amount('B'),
    coinsurancePercent: benefits.find(({ kind, percent }) => kind === 'A' && percent !== null)?.percent ?? null,
    authorizationNeeded: authorizationNeeded(benefits),
  };
}

function isActive(benefits: readonly Benefit[]): boolean | null {
  if (benefits.some(({ kind }) => ACTIVE.has(kind))) return true;
  return benefits.some(({ kind }) => INACTIVE.has(kind)) ? false : null;
}

function authorizationNeeded(benefits: readonly Benefit[]): boolean | null {
  if (benefits.some(({ authorization }) => authorization === 'yes')) return true;
  return benefits.some(({ authorization }) => authorization === 'no') ? false : null;
}

const YES_NO: Readonly<Record<string, 'yes' | 'no'>> = { Y: 'yes', N: 'no' };
const NETWORK: Readonly<Record<string, Benefit['network']>> = { Y: 'in', N: 'out', W: 'both' };

/** EB: 1 kind, 3 service types, 5 plan, 6 period, 7 amount, 8 share of one, 11 authorization, 12 within the network. */
function benefitOf(eb: Segment, repetition: string): Benefit {
  const share = elementOf(eb, 8);
  return {
    kind: elementOf(eb, 1),
    serviceTypes: elementOf(eb, 3)
      .split(repetition)
      .filter((each) => each !== ''),
    plan: elementOf(eb, 5),
    period: elementOf(eb, 6),
    amountMinor: hundredthsOf(elementOf(eb, 7)),
    percent: share === '' ? null : hundredthsOf(share),
    authorization: YES_NO[elementOf(eb, 11)] ?? 'unknown',
    network: NETWORK[elementOf(eb, 12)] ?? 'unknown',
  };
}

/** "72 C": reject reason (X12 code 901) and what to do next (code 889). */
export function rejection(aaa: Segment): string {
  return [elementOf(aaa, 3), elementOf(aaa, 4)].filter((each) => each !== '').join(' ');
}
