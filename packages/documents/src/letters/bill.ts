import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { ServiceCode } from '@overread/rules/money/coverage.ts';
import type { Billing, PriceLine } from '@overread/rules/money/model.ts';
import { moneyText } from '@overread/rules/money/price.ts';
import type { Say } from '@overread/words';
import type { Block, Cell } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { dateWords, fullName, letterhead, type Setting, sheet } from './letterhead.ts';

/** What every paper about the money of a case names. Amounts in minor units of `currency`. */
export interface Billed {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly billing: Billing;
  /** ISO 3166-2 of where the practice is. */
  readonly place: string;
  readonly currency: string;
  readonly lines: readonly PriceLine[];
  readonly totalMinor: number;
}

/** An amount as it is written in the language; dollars as Spanish speakers write them where dollars are paid. */
export const amountIn = ({ locale }: Say, currency: string, amountMinor: number): string =>
  moneyText({ amountMinor, currency }, locale === 'es' && currency === 'USD' ? 'es-US' : locale);
export const cell = (text: string, strong = false): Cell => [{ text, strong }];
export const codeText = ({ code, modifier }: ServiceCode): string => (modifier === '' ? code : `${code}-${modifier}`);

/** "12 Harbour Street, Northmoor, CA 94000 (CA, United States)": the state and the office, as the rule wants both. */
function placeWords({ say, practice }: Setting, place: string): string {
  const [country = '', state] = place.split('-');
  const named = new Intl.DisplayNames([say.locale], { type: 'region' }).of(country) ?? country;
  const office = practice.address.split('\n').join(', ');
  return `${office} (${state === undefined ? named : `${state}, ${named}`})`;
}

/** Who provides and bills, as 45 CFR 149.610(c)(1) and every superbill want it. */
export function providerFacts(setting: Setting, { billing, place }: Pick<Billed, 'billing' | 'place'>): Block {
  const { say } = setting;
  return {
    kind: 'facts',
    rows: [
      [say('letter.bill.provider'), billing.legalName],
      [say('letter.bill.npi'), billing.npi],
      [say('letter.bill.tin'), billing.tin],
      [say('letter.bill.place'), placeWords(setting, place)],
    ],
  };
}

export function patientFacts(say: Say, { patient, caseNumber }: Pick<Billed, 'patient' | 'caseNumber'>): Block {
  return {
    kind: 'facts',
    rows: [
      [say('document.patient'), fullName(patient)],
      [say('document.birthDate'), dateWords(patient.birthDate, say)],
      [say('letter.bill.case'), caseNumber],
    ],
  };
}

/** The lines of a price, and their sum; `code` is left out where the paper is no one's who asks for codes. */
export function linesTable(say: Say, { currency, lines, totalMinor }: Billed, code?: string): Block {
  const column = (id: string, share: number) => ({ title: say(`letter.bill.column.${id}`), share });
  const codes = (text: string): readonly Cell[] => (code === undefined ? [] : [cell(text)]);
  return {
    kind: 'table',
    columns: [
      column('service', code === undefined ? 0.62 : 0.46),
      ...(code === undefined ? [] : [column('code', 0.16)]),
      ...[
        { ...column('quantity', 0.14), end: true },
        { ...column('amount', 0.24), end: true },
      ],
    ],
    rows: [
      ...lines.map(({ service, quantity, amountMinor }) => [
        cell(say(`letter.bill.service.${service}`)),
        ...codes(code ?? ''),
        cell(String(quantity)),
        cell(amountIn(say, currency, amountMinor)),
      ]),
      [cell(say('letter.bill.total'), true), ...codes(''), cell(''), cell(amountIn(say, currency, totalMinor), true)],
    ],
  };
}

export interface Invoice extends Billed {
  readonly owedMinor: number;
  /** ISO date. */
  readonly today: string;
}

/** What is owed, and how it is paid without a card. */
export function invoicePdf(setting: Setting, invoice: Invoice): Promise<Buffer> {
  const { say, practice } = setting;
  const { currency, owedMinor, caseNumber, billing, today } = invoice;
  const amount = amountIn(say, currency, owedMinor);
  return renderPdf({
    ...sheet(setting, say('letter.invoice.title', { caseNumber }), caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'heading', level: 1, text: say('letter.invoice.heading', { amount }) },
      { kind: 'paragraph', text: say('letter.invoice.lead', { date: dateWords(today, say), amount }), size: 'lead' },
      patientFacts(say, invoice),
      { kind: 'heading', level: 2, text: say('letter.bill.lines') },
      linesTable(say, invoice),
      { kind: 'heading', level: 2, text: say('letter.invoice.how') },
      { kind: 'paragraph', text: say('letter.invoice.how.body', { caseNumber }) },
      { kind: 'address', lines: [billing.legalName, ...billing.bank.split('\n')] },
      { kind: 'space', points: 8 },
      { kind: 'paragraph', text: say('letter.bill.questions', { phone: practice.phone }), size: 'small' },
    ],
  });
}

/** One movement of money: what came in or went back. */
export interface Movement {
  /** ISO date. */
  readonly on: string;
  readonly kind: 'payment' | 'refund';
  /** Id of the way in the catalogue, `letter.bill.method.…`. */
  readonly method: string;
  readonly reference: string;
  readonly amountMinor: number;
}

export interface Receipt extends Billed {
  readonly movements: readonly Movement[];
  /** ISO date. */
  readonly today: string;
}

/** What was paid and what went back, for the patient to keep. */
export function receiptPdf(setting: Setting, receipt: Receipt): Promise<Buffer> {
  const { say, practice } = setting;
  const { currency, caseNumber, movements } = receipt;
  const paid = signedSum(movements);
  return renderPdf({
    ...sheet(setting, say('letter.receiptOf.title', { caseNumber }), caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'heading', level: 1, text: say('letter.receiptOf.heading', { amount: amountIn(say, currency, paid) }) },
      { kind: 'paragraph', text: say('letter.receiptOf.lead', { date: dateWords(receipt.today, say) }), size: 'lead' },
      patientFacts(say, receipt),
      { kind: 'heading', level: 2, text: say('letter.receiptOf.movements') },
      movementsTable(say, receipt),
      { kind: 'heading', level: 2, text: say('letter.receiptOf.by') },
      providerFacts(setting, receipt),
      { kind: 'paragraph', text: say('letter.bill.questions', { phone: practice.phone }), size: 'small' },
    ],
  });
}

const signedSum = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountMinor }) => sum + (kind === 'payment' ? amountMinor : -amountMinor), 0);

function movementsTable(say: Say, { movements, currency }: Receipt): Block {
  const column = (id: string, share: number) => ({ title: say(`letter.bill.column.${id}`), share });
  return {
    kind: 'table',
    columns: [
      column('date', 0.24),
      column('what', 0.28),
      column('reference', 0.28),
      { ...column('amount', 0.2), end: true },
    ],
    rows: [
      ...movements.map(({ on, kind, method, reference, amountMinor }) => [
        cell(dateWords(on, say)),
        cell(say(`letter.receiptOf.${kind}`, { method: say(`letter.bill.method.${method}`) })),
        cell(reference),
        cell(`${kind === 'refund' ? '−' : ''}${amountIn(say, currency, amountMinor)}`),
      ]),
      [
        cell(say('letter.bill.total'), true),
        cell(''),
        cell(''),
        cell(amountIn(say, currency, signedSum(movements)), true),
      ],
    ],
  };
}

export interface Superbill extends Billed {
  readonly code: ServiceCode;
  /** ICD-10-CM; may be empty. */
  readonly diagnoses: readonly string[];
  readonly readerName: string;
  /** ISO date on which the reading was signed. */
  readonly servedOn: string;
  readonly paidMinor: number;
  readonly coverage: { readonly plan: string; readonly memberId: string; readonly groupNumber: string } | null;
  readonly authorization: string;
}

/** Place of service 02 and 10 are visits; a reading of images that were sent is reported where the reader sits (11, office). */
const PLACE_OF_SERVICE = '11';

/** What an insurer needs to pay the patient back: codes, provider, dates, what was paid. */
export function superbillPdf(setting: Setting, bill: Superbill): Promise<Buffer> {
  const { say } = setting;
  const { currency, caseNumber, coverage, paidMinor } = bill;
  return renderPdf({
    ...sheet(setting, say('letter.superbill.title', { caseNumber }), caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'heading', level: 1, text: say('letter.superbill.heading') },
      { kind: 'paragraph', text: say('letter.superbill.lead'), size: 'lead' },
      patientFacts(say, bill),
      insuranceFacts(say, coverage, bill.authorization),
      { kind: 'heading', level: 2, text: say('letter.superbill.provider') },
      providerFacts(setting, bill),
      { kind: 'heading', level: 2, text: say('letter.superbill.service') },
      {
        kind: 'facts',
        rows: [
          [say('letter.superbill.servedOn'), dateWords(bill.servedOn, say)],
          [say('letter.superbill.reader'), bill.readerName],
          [say('letter.superbill.placeOfService'), PLACE_OF_SERVICE],
          [say('letter.bill.diagnoses'), diagnosesText(say, bill.diagnoses)],
        ],
      },
      linesTable(say, bill, codeText(bill.code)),
      { kind: 'facts', rows: [[say('letter.superbill.paid'), amountIn(say, currency, paidMinor)]] },
      { kind: 'paragraph', text: say('letter.superbill.note'), size: 'small' },
    ],
  });
}

function insuranceFacts(say: Say, coverage: Superbill['coverage'], authorization: string): Block {
  return {
    kind: 'facts',
    rows: [
      [say('letter.bill.plan'), coverage?.plan ?? ''],
      [say('letter.bill.member'), coverage?.memberId ?? ''],
      [say('letter.bill.group'), coverage?.groupNumber ?? ''],
      [say('letter.bill.authorization'), authorization],
    ],
  };
}

export const diagnosesText = (say: Say, diagnoses: readonly string[]): string =>
  diagnoses.length === 0 ? say('letter.bill.noDiagnosis') : diagnoses.join(', ');
