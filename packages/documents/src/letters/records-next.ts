import { addDays } from '@overread/rules/turnaround/dates.ts';
import type { Say } from '@overread/words';
import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { dateWords, fullName, type Setting, sheet } from './letterhead.ts';
import { letterHead, linkWords, type RecordsRequestLetter, signatureOf } from './records-request.ts';

/** Time that a second letter gives: short, since the law's time is over. A habit of letters, not a rule of law. */
const LAST_DAYS = 10;

export interface NextLetter extends RecordsRequestLetter {
  /** What is still missing of what was asked for. */
  readonly missing: readonly ('images' | 'report')[];
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The letter is the patient's own: the practice does not stand at its foot. */
function ownSheet(setting: Setting, title: string, letter: NextLetter) {
  const page = sheet(setting, title, letter.caseNumber);
  const left = setting.say('document.case', { caseNumber: letter.caseNumber });
  return { ...page, author: letter.signer.name, foot: { ...page.foot, left } };
}

const missingWords = (say: Say, { missing }: NextLetter): string =>
  say(`letter.records.what.${missing.length > 1 ? 'both' : (missing[0] ?? 'both')}`);

/**
 * The second letter: the time of 45 CFR 164.524(b)(2) or of GDPR Art. 12(3) is over, and nothing has come; where the facility
 * asked for more time, that is over as well.
 */
export function secondLetterPdf(setting: Setting, letter: NextLetter): Promise<Buffer> {
  const { say } = setting;
  const { request, today } = letter;
  const title = say('letter.second.heading', { what: missingWords(say, letter) });
  return renderPdf({
    ...ownSheet(setting, title, letter),
    blocks: [
      ...letterHead(say, letter, title),
      paragraph(say('letter.records.dear')),
      paragraph(
        say(request.extended ? 'letter.second.lead.extended' : 'letter.second.lead', {
          sentOn: dateWords(leftOn(letter), say),
          dueOn: dateWords(request.dueOn, say),
        }),
      ),
      heading(say('letter.records.wanted')),
      { kind: 'list', items: letter.missing.map((kind) => say(`letter.records.wanted.${kind}`)) },
      heading(say('letter.records.law')),
      paragraph(say(`letter.second.law.${request.law}`)),
      heading(say('letter.second.until')),
      paragraph(say('letter.second.until.body', { day: dateWords(addDays(today, LAST_DAYS), say) })),
      paragraph(say(`letter.second.next.${request.law}`)),
      ...linkWords(say, letter).map(paragraph),
      signatureOf(say, letter),
    ],
  });
}

/**
 * A complaint to the authority, ready to sign. US: in writing, names the entity, tells what it did or left undone, within 180
 * days of knowing of it: 45 CFR 160.306(b). EU: supervisory authority where the person lives, works, or where it happened:
 * GDPR Art. 77(1). Elsewhere a letter to the facility's own complaints office.
 */
export function complaintPdf(setting: Setting, letter: NextLetter): Promise<Buffer> {
  const { say } = setting;
  const { request, signer, sendTo, patient } = letter;
  const title = say(`letter.complaint.heading.${request.law}`);
  const facts: [string, string][] = [
    [say('letter.complaint.who'), [signer.name, sendTo.address, sendTo.phone, sendTo.email].filter(Boolean).join('\n')],
    [say('document.patient'), fullName(patient)],
    [say('document.birthDate'), dateWords(patient.birthDate, say)],
    [say('letter.complaint.against'), [request.facility.name, request.facility.address].filter(Boolean).join('\n')],
    [say('letter.complaint.asked'), dateWords(leftOn(letter), say)],
    [say('letter.complaint.due'), dateWords(request.dueOn, say)],
    ...stepsOf(say, letter),
    [say('letter.complaint.missing'), missingWords(say, letter)],
  ];
  return renderPdf({
    ...ownSheet(setting, title, letter),
    blocks: [
      {
        kind: 'address',
        lines: say(`letter.complaint.to.${request.law}`, { facility: request.facility.name }).split('\n'),
      },
      { kind: 'space', points: 8 },
      paragraph(dateWords(letter.today, say)),
      { kind: 'heading', level: 1, text: title },
      paragraph(say(`letter.complaint.lead.${request.law}`, { facility: request.facility.name })),
      { kind: 'facts', rows: facts },
      heading(say('letter.complaint.wish')),
      paragraph(say('letter.complaint.wish.body', { what: missingWords(say, letter) })),
      heading(say('letter.complaint.enclosed')),
      { kind: 'list', items: [say('letter.complaint.enclosed.letters'), say('letter.complaint.enclosed.proof')] },
      ...(signer.relation === 'self' ? [] : [paragraph(say('letter.complaint.representative'))]),
      signatureOf(say, letter),
    ],
  });
}

/** The day on which the first letter left: as it was noted, or the day on it. */
function leftOn({ request }: NextLetter): string {
  return request.steps?.find(({ step }) => step === 'sent')?.on ?? request.sentOn;
}

function stepsOf(say: Say, { request }: NextLetter): [string, string][] {
  return (request.steps ?? [])
    .filter(({ step }) => step === 'second-letter' || step === 'refused')
    .map(({ step, on }) => [say(`letter.complaint.step.${step}`), dateWords(on, say)]);
}
