import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { ServiceCode } from '@overread/rules/money/coverage.ts';
import type { Billing } from '@overread/rules/money/model.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { codeText } from './bill.ts';
import { dateWords, fullName, letterhead, type Setting, sheet } from './letterhead.ts';

export interface AppealLetter {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly plan: string;
  readonly memberId: string;
  readonly groupNumber: string;
  readonly billing: Billing;
  readonly code: ServiceCode;
  /** The service in plain words. */
  readonly service: string;
  readonly denial: { readonly on: string; readonly reason: string; readonly reference: string };
  /** Why the reading is needed, in the words of whoever appeals; paragraphs parted by empty lines. */
  readonly argument: string;
  /** ISO date on the letter. */
  readonly sentOn: string;
  /** Who signs for the practice. */
  readonly signer: string;
}

/** The letter by which a practice asks an insurer to look at a denial again, and for the reviewer and the criteria by name. */
export function appealLetterPdf(setting: Setting, letter: AppealLetter): Promise<Buffer> {
  const { say, practice } = setting;
  const { denial, patient, caseNumber } = letter;
  const argument = letter.argument.split(/\n{2,}/).map((text) => text.trim());
  return renderPdf({
    ...sheet(setting, say('letter.appeal.title', { caseNumber }), caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'space', points: 6 },
      { kind: 'address', lines: [letter.plan, say('letter.appeal.department')] },
      { kind: 'space', points: 4 },
      { kind: 'paragraph', text: dateWords(letter.sentOn, say) },
      { kind: 'space', points: 4 },
      { kind: 'heading', level: 1, text: say('letter.appeal.heading') },
      {
        kind: 'facts',
        rows: [
          [say('letter.appeal.insured'), fullName(patient)],
          [say('document.birthDate'), dateWords(patient.birthDate, say)],
          [say('letter.bill.member'), letter.memberId],
          [say('letter.bill.group'), letter.groupNumber],
          [say('letter.appeal.denied'), dateWords(denial.on, say)],
          [say('letter.appeal.reference'), denial.reference],
          [
            say('letter.appeal.service'),
            say('letter.appeal.serviceIs', { service: letter.service, code: codeText(letter.code) }),
          ],
        ],
      },
      { kind: 'paragraph', text: say('letter.appeal.dear') },
      { kind: 'paragraph', text: say('letter.appeal.lead', { on: dateWords(denial.on, say), reason: denial.reason }) },
      { kind: 'heading', level: 2, text: say('letter.appeal.why') },
      ...argument.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text, voice: 'doctor' }) as const),
      { kind: 'heading', level: 2, text: say('letter.appeal.ask') },
      {
        kind: 'list',
        items: ['reverse', 'peer', 'criteria', 'external'].map((id) =>
          say(`letter.appeal.ask.${id}`, { phone: practice.phone }),
        ),
      },
      {
        kind: 'signature',
        under: [letter.signer, letter.billing.legalName, say('letter.appeal.npi', { npi: letter.billing.npi })],
      },
    ],
  });
}
