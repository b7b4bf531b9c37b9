import type { ServiceCode } from '@overread/rules/money/coverage.ts';
import { DISPUTE_ABOVE_MINOR } from '@overread/rules/money/good-faith.ts';
import type { Say } from '@overread/words';
import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { amountIn, type Billed, codeText, diagnosesText, linesTable, patientFacts, providerFacts } from './bill.ts';
import { dateWords, letterhead, type Setting, sheet } from './letterhead.ts';

export interface GoodFaithEstimate extends Billed {
  /** The service in plain words: "Second reading of an MRI of the lumbar spine". */
  readonly service: string;
  /** ISO date by which the reading is to be done, or empty where it is not scheduled. */
  readonly serviceOn: string;
  /** ISO date on which the estimate is made. */
  readonly today: string;
  /** ISO date until which it holds. */
  readonly holdsUntil: string;
  readonly code: ServiceCode;
  /** ICD-10-CM; empty where none is known. */
  readonly diagnoses: readonly string[];
  /** Expected charge of a third reading, should the two differ; null where the practice offers none for money. */
  readonly thirdReadMinor: number | null;
}

/**
 * The good faith estimate for somebody who is uninsured or does not use insurance: 45 CFR 149.610(c)(1), every content
 * element (docs/money.md has the table), in words that the person can follow.
 */
export function goodFaithEstimatePdf(setting: Setting, estimate: GoodFaithEstimate): Promise<Buffer> {
  const { say } = setting;
  const { caseNumber, currency, totalMinor } = estimate;
  return renderPdf({
    ...sheet(setting, say('letter.estimate.title', { caseNumber }), caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'heading', level: 1, text: say('letter.estimate.heading') },
      {
        kind: 'paragraph',
        text: say('letter.estimate.lead', { amount: amountIn(say, currency, totalMinor) }),
        size: 'lead',
      },
      patientFacts(say, estimate),
      serviceFacts(say, estimate),
      { kind: 'heading', level: 2, text: say('letter.estimate.by', { provider: estimate.billing.legalName }) },
      providerFacts(setting, estimate),
      linesTable(say, estimate, codeText(estimate.code)),
      { kind: 'paragraph', text: say('letter.estimate.charges'), size: 'small' },
      ...separately(say, estimate),
      ...disclaimers(say, estimate),
    ],
  });
}

function serviceFacts(say: Say, { service, serviceOn, today, holdsUntil, diagnoses }: GoodFaithEstimate): Block {
  return {
    kind: 'facts',
    rows: [
      [say('letter.estimate.service'), service],
      [
        say('letter.estimate.serviceOn'),
        serviceOn === '' ? say('letter.estimate.notScheduled') : dateWords(serviceOn, say),
      ],
      [say('letter.bill.diagnoses'), diagnosesText(say, diagnoses)],
      [say('letter.estimate.madeOn'), dateWords(today, say)],
      [say('letter.estimate.holdsUntil'), dateWords(holdsUntil, say)],
    ],
  };
}

/** What would be scheduled on its own, with the notice that has to stand above it. */
function separately(say: Say, { currency, thirdReadMinor }: GoodFaithEstimate): readonly Block[] {
  if (thirdReadMinor === null) return [];
  return [
    { kind: 'heading', level: 2, text: say('letter.estimate.separate') },
    { kind: 'paragraph', text: say('letter.estimate.separate.notice') },
    {
      kind: 'list',
      items: [say('letter.estimate.separate.third', { amount: amountIn(say, currency, thirdReadMinor) })],
    },
  ];
}

function disclaimers(say: Say, { currency }: GoodFaithEstimate): readonly Block[] {
  const above = amountIn(say, currency, DISPUTE_ABOVE_MINOR);
  return [
    { kind: 'heading', level: 2, text: say('letter.estimate.rights') },
    { kind: 'paragraph', text: say('letter.estimate.more') },
    { kind: 'paragraph', text: say('letter.estimate.only') },
    { kind: 'paragraph', text: say('letter.estimate.dispute', { above }), strong: true },
    { kind: 'paragraph', text: say('letter.estimate.disputeHow') },
    { kind: 'paragraph', text: say('letter.estimate.noContract') },
    { kind: 'paragraph', text: say('letter.estimate.keep'), size: 'small' },
  ];
}
