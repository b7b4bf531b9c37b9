import { createSay } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { BILLED } from '../../../../testing/documents/sample-money.ts';
import { SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { readPdfText } from '../pdf/read-pdf.ts';
import { appealLetterPdf } from './appeal.ts';
import { invoicePdf, receiptPdf, superbillPdf } from './bill.ts';
import { goodFaithEstimatePdf } from './estimate.ts';
import type { Setting } from './letterhead.ts';

const textOf = async (pdf: Promise<Buffer>): Promise<string> =>
  (await readPdfText(await pdf)).text.replace(/\s+/g, ' ');

describe('the good faith estimate', () => {
  /** 45 CFR 149.610(c)(1), element by element: docs/money.md has the same table. */
  it.each([
    ['name', 'Ruth Almeida'],
    ['birth date', '14 March 1961'],
    ['primary service in plain words', 'Second reading of an MRI of the lumbar spine'],
    ['date of the service', '3 December 2026'],
    ['itemised list', 'Each further examination'],
    ['grouped by provider', 'Given by Northmoor Second Opinions, P.C.'],
    ['diagnosis codes', 'M54.16'],
    ['service codes', '76140'],
    ['expected charges', '$545.00'],
    ['NPI', '1234567893'],
    ['TIN', '00-0000000'],
    ['state and office', '12 Harbour Street, Northmoor, CA 94000 (MA, United States)'],
    ['services to be scheduled separately', 'may be recommended later and is scheduled on its own'],
    ['disclaimer: more services may be recommended', 'other services that we recommend'],
    ['disclaimer: only an estimate', 'What is actually charged may differ'],
    ['disclaimer: right to dispute', 'at least $400.00 more than this estimate, you may dispute the bill'],
    ['where to learn how', 'www.cms.gov/nosurprises'],
    ['no effect on the quality of care', 'does not change the quality of your care'],
    ['disclaimer: no contract', 'This estimate is no contract'],
  ])('has %s', async (_, words) => {
    expect(await estimate).toContain(words);
  });
  const estimateIn = (setting: Setting): Promise<string> =>
    textOf(
      goodFaithEstimatePdf(setting, {
        ...BILLED,
        ...{ service: 'Second reading of an MRI of the lumbar spine', serviceOn: '2026-12-03', today: '2026-11-26' },
        ...{ holdsUntil: '2027-11-26', code: { code: '76140', modifier: '' }, diagnoses: ['M54.16'] },
        thirdReadMinor: 25_000,
      }),
    );
  const estimate = estimateIn(SETTING);

  it('speaks the language of the patient, dates and amounts included: 45 CFR 149.610(b)(1)(iii)', async () => {
    const text = await estimateIn({ ...SETTING, say: createSay('es') });
    for (const words of ['Estimación de buena fe', '3 de diciembre de 2026', '$545.00', '(MA, Estados Unidos)'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/\b(?:estimate|charged|you)\b/);
  });
});

describe('the papers of a payment', () => {
  it('an invoice says how much, for what, and where to', async () => {
    const text = await textOf(invoicePdf(SETTING, { ...BILLED, owedMinor: 54_500, today: '2026-11-26' }));
    for (const words of ['Invoice: $545.00', 'Northmoor Savings Bank', 'write the case number 2026-0041'])
      expect(text).toContain(words);
  });

  it('a receipt adds up what was paid and what went back', async () => {
    const movements = [
      { on: '2026-11-20', kind: 'payment', method: 'card-online', reference: 'cs_1', amountMinor: 54_500 },
      { on: '2026-11-22', kind: 'refund', method: 'card-online', reference: 're_1', amountMinor: 27_250 },
    ] as const;
    const text = await textOf(receiptPdf(SETTING, { ...BILLED, movements, today: '2026-11-26' }));
    for (const words of ['Receipt: $272.50 paid', '−$272.50', 'Paid back, card, online']) expect(text).toContain(words);
  });

  it('a superbill has what an insurer asks for', async () => {
    const text = await textOf(
      superbillPdf(SETTING, {
        ...BILLED,
        ...{ code: { code: '72148', modifier: '26' }, diagnoses: [], readerName: 'Dr. Inger Solheim' },
        ...{ servedOn: '2026-12-01', paidMinor: 54_500, authorization: 'A-1' },
        coverage: { plan: 'Commonwealth Mutual', memberId: 'M1', groupNumber: 'G7' },
      }),
    );
    for (const words of ['72148-26', '1234567893', '1 December 2026', 'Commonwealth Mutual', 'None was given to us'])
      expect(text).toContain(words);
  });

  it('an appeal names the denial, argues in its own words and asks for a peer', async () => {
    const text = await textOf(
      appealLetterPdf(SETTING, {
        ...{ caseNumber: BILLED.caseNumber, patient: BILLED.patient, billing: BILLED.billing },
        ...{ plan: 'Commonwealth Mutual', memberId: 'M1', groupNumber: '', code: { code: '76140', modifier: '' } },
        ...{ service: 'Second reading of an MRI of the lumbar spine', sentOn: '2026-11-26', signer: 'Hanna Keller' },
        denial: { on: '2026-11-19', reason: 'Not medically necessary', reference: 'D-77' },
        argument: 'Surgery is planned.\n\nThe first report leaves the level open.',
      }),
    );
    for (const words of ['19 November 2026', '“Not medically necessary”', 'leaves the level open', 'external review'])
      expect(text).toContain(words);
  });
});
