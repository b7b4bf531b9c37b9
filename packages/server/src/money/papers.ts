import {
  appealLetterPdf,
  type Billed,
  goodFaithEstimatePdf,
  invoicePdf,
  type Movement,
  receiptPdf,
  type Setting,
  type SettingAt,
  superbillPdf,
} from '@overread/documents';
import type { CaseState, PriceList } from '@overread/rules/case/state.ts';
import { CONSULTATION_CODE, type ServiceCode } from '@overread/rules/money/coverage.ts';
import type { Billing } from '@overread/rules/money/model.ts';
import { sum } from '@overread/rules/money/money.ts';
import { owed, paidMinor } from '@overread/rules/money/price.ts';
import { quoteOf, workOf } from '@overread/rules/money/quote.ts';
import { addMonths, dateOf } from '@overread/rules/turnaround/dates.ts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Cases, caseOf, readInput } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';

export interface PaperDeps extends Pick<Ground, 'clock' | 'practice'> {
  readonly cases: Pick<Cases, 'record'>;
  readonly setting: SettingAt;
  readonly currentPrices: () => Promise<PriceList>;
}

/** Months for which an estimate holds: 45 CFR 149.610(b)(1)(viii), at most twelve for services that recur. */
const HOLDS_MONTHS = 12;

/** Codes as somebody types them: "M54.16, G95.89". */
export const diagnosisList = z
  .string()
  .max(200)
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((code) => /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code)));
const asked = z.object({ diagnoses: diagnosisList });

export function billingOf({ billing, name }: Ground['practice']): Billing {
  return billing ?? { legalName: name, npi: '', tin: '', bank: '' };
}

/** The code under which the insurer was asked, or said yes; the consultation where nothing else is known. */
export function codeOf({ funding }: CaseState): ServiceCode {
  if (funding.asked != null) return { code: funding.asked.code, modifier: funding.asked.modifier };
  return funding.coverage?.codes?.find(({ covered }) => covered === 'yes') ?? CONSULTATION_CODE;
}

/**
 * Estimate, invoice, receipt, superbill and appeals of a case, each as a PDF made when it is asked for: the first three in the
 * patient's language (45 CFR 149.610(b)(1)(iii) wants it for the estimate), what insurers read in English.
 */
export function registerMoneyPapers(app: App, deps: PaperDeps): void {
  const { clock, practice, cases, setting, currentPrices } = deps;
  const now = () => clock.now().toISOString();
  const ofCase = { config: { action: 'money:view' } } as const;
  const forPatient = (state: CaseState): Promise<Setting> => setting.forPatient(now(), state);

  app.get('/api/cases/:caseId/estimate.pdf', ofCase, async ({ access, query }, reply) => {
    const state = caseOf(access);
    const prices = await currentPrices();
    const today = dateOf(now());
    const { diagnoses } = readInput(asked, query);
    const inItsWords = await forPatient(state);
    return asPdf(
      reply,
      `estimate-${state.number}`,
      await goodFaithEstimatePdf(inItsWords, {
        ...billedOf(practice, state, prices),
        ...{
          service: serviceWords(inItsWords, state),
          today,
          holdsUntil: addMonths(today, HOLDS_MONTHS),
          code: codeOf(state),
          diagnoses,
        },
        serviceOn: state.clock.promisedBy === null ? '' : dateOf(state.clock.promisedBy),
        thirdReadMinor: prices.thirdRead?.amountMinor ?? null,
      }),
    );
  });

  app.get('/api/cases/:caseId/invoice.pdf', ofCase, async ({ access }, reply) => {
    const state = caseOf(access);
    const { amountMinor: owedMinor } = owed(state);
    if (owedMinor === 0) throw wordedProblem(422, 'money.nothing-owed');
    const invoice = { ...billedOf(practice, state, await currentPrices()), owedMinor, today: dateOf(now()) };
    return asPdf(reply, `invoice-${state.number}`, await invoicePdf(await forPatient(state), invoice));
  });

  app.get('/api/cases/:caseId/receipt.pdf', ofCase, async ({ access }, reply) => {
    const state = caseOf(access);
    const movements = await movementsOf(cases, state);
    if (movements.length === 0) throw refusalProblem({ code: 'not-yet', needs: ['payment'] });
    const receipt = { ...billedOf(practice, state, await currentPrices()), movements, today: dateOf(now()) };
    return asPdf(reply, `receipt-${state.number}`, await receiptPdf(await forPatient(state), receipt));
  });

  app.get('/api/cases/:caseId/superbill.pdf', ofCase, async ({ access, query }, reply) => {
    const state = caseOf(access);
    const { signed, reader } = state.reading;
    if (signed === null) throw refusalProblem({ code: 'not-yet', needs: ['signature'] });
    const { diagnoses } = readInput(asked, query);
    const bill = await superbillPdf(setting(now()), {
      ...billedOf(practice, state, await currentPrices()),
      ...{ code: codeOf(state), diagnoses, readerName: reader?.name ?? signed.by.name, servedOn: dateOf(signed.at) },
      ...{ paidMinor: paidMinor(state), coverage: state.funding.coverage },
      authorization: state.funding.authorization?.number ?? '',
    });
    return asPdf(reply, `superbill-${state.number}`, bill);
  });

  app.get<{ Params: { appealId: string } }>(
    '/api/cases/:caseId/appeals/:appealId/letter.pdf',
    ofCase,
    async ({ access, params }, reply) => {
      const state = caseOf(access);
      const denial = state.funding.denials?.find(({ appeal }) => appeal?.appealId === params.appealId);
      const { coverage } = state.funding;
      if (denial?.appeal == null || coverage === null) throw wordedProblem(404, 'money.no-appeal');
      const { argument, sentOn } = denial.appeal;
      const letter = await appealLetterPdf(setting(now()), {
        ...{ caseNumber: state.number, patient: state.patient, billing: billingOf(practice), code: codeOf(state) },
        ...{ plan: coverage.plan, memberId: coverage.memberId, groupNumber: coverage.groupNumber },
        ...{ service: serviceWords(setting(now()), state), denial, argument, sentOn, signer: access.actor.name },
      });
      return asPdf(reply, `appeal-${state.number}`, letter);
    },
  );
}

function serviceWords({ say }: Setting, { question }: CaseState): string {
  const region = say(`document.region.${question?.region ?? 'other'}`);
  return say('letter.bill.serviceIs', { region: say(`document.side.${question?.side ?? 'none'}`, { region }) });
}

/** What every paper names. What was chosen keeps its price; before that it is the list's of today. */
function billedOf(practice: Ground['practice'], state: CaseState, prices: PriceList): Billed {
  const { funding, number, patient } = state;
  const lines = funding.lines ?? [];
  const quoted = quoteOf(prices, workOf(state, { level: funding.serviceLevel, priorComparison: false })).lines;
  const price = funding.price;
  const old = price === null ? quoted : ([{ service: 'reading', quantity: 1, ...unit(price.amountMinor) }] as const);
  const shown = lines.length > 0 ? lines : old;
  return {
    ...{ caseNumber: number, patient, billing: billingOf(practice), place: practice.place },
    ...{ currency: price?.currency ?? prices.currency, lines: shown },
    totalMinor: sum(shown.map(({ amountMinor }) => amountMinor)),
  };
}

const unit = (amountMinor: number) => ({ unitMinor: amountMinor, amountMinor });

/** What came in and went back, with its days; what came back of a refund is left out with it. */
async function movementsOf(cases: PaperDeps['cases'], state: CaseState): Promise<readonly Movement[]> {
  const { events } = await cases.record(state.id);
  const standing = new Set((state.funding.refunds ?? []).map(({ refundId }) => refundId));
  return events.flatMap((event): readonly Movement[] => {
    if (event.type === 'paymentRecorded') return [movement('payment', event.at, event.data)];
    if (event.type === 'refundPaid' && standing.has(event.data.refundId))
      return [movement('refund', event.at, event.data)];
    return [];
  });
}

function movement(
  kind: Movement['kind'],
  at: string,
  { amount, method, reference }: Omit<CaseState['funding']['payments'][number], 'paymentId'>,
): Movement {
  return { on: dateOf(at), kind, method, reference, amountMinor: amount.amountMinor };
}

function asPdf(reply: FastifyReply, name: string, bytes: Buffer): Buffer {
  reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`);
  return bytes;
}
