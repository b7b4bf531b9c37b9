import type { CaseState } from '@overread/rules/case/state.ts';
import type { FeltPlace } from '@overread/rules/case/vocabulary.ts';
import { HISTORY_PARTS } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { Setting } from './letterhead.ts';
import { dateWords, fullName, instantWords, letterhead, regionWords, sheet } from './letterhead.ts';

/** The parts of a case that go to an outside reader. Nothing of the original report is in it. */
export type CaseSummary = Pick<
  CaseState,
  'number' | 'patient' | 'question' | 'redFlags' | 'history' | 'consent' | 'studies'
>;

/** Question, history and consent on paper, for a reader outside the service. Free of anything the original report says. */
export function caseSummaryPdf(setting: Setting, summary: CaseSummary): Promise<Buffer> {
  const { say } = setting;
  const name = fullName(summary.patient);
  return renderPdf({
    ...sheet(setting, say('summary.title', { caseNumber: summary.number, name }), summary.number),
    blocks: [
      ...letterhead(setting),
      { kind: 'heading', level: 1, text: say('summary.heading') },
      {
        kind: 'facts',
        rows: [
          [say('document.patient'), name],
          [say('document.birthDate'), dateWords(summary.patient.birthDate, say)],
          [say('document.sex'), summary.patient.sex === '' ? '' : say(`document.sex.${summary.patient.sex}`)],
        ],
      },
      ...questionBlocks(say, summary),
      ...historyBlocks(say, summary),
      ...studyBlocks(say, summary),
      { kind: 'heading', level: 2, text: say('summary.consent') },
      { kind: 'paragraph', text: consentWords(setting, summary) },
    ],
  });
}

function questionBlocks(say: Say, { question, redFlags }: CaseSummary): Block[] {
  if (question === null) return [];
  const reasons = question.reasons.map((reason) => say(`document.reason.${reason}`));
  return [
    { kind: 'heading', level: 2, text: say('summary.question') },
    {
      kind: 'facts',
      rows: [
        [say('document.region'), regionWords(say, question.region, question.side)],
        [say('summary.reasons'), reasons.join('\n')],
        [say('summary.redFlags'), redFlagWords(say, redFlags)],
      ],
    },
    ...question.questions.flatMap((asked): Block[] => [
      { kind: 'heading', level: 3, text: say(`opinion.question.${asked.askedBy}`) },
      { kind: 'paragraph', text: asked.text, voice: 'doctor' },
    ]),
    ...told(say('summary.symptoms'), question.symptoms),
    ...told(say('summary.proposedTreatment'), question.proposedTreatment),
  ];
}

function redFlagWords(say: Say, flags: CaseSummary['redFlags']): string {
  if (flags.answeredAt === null) return say('summary.redFlags.notAsked');
  if (flags.yes.length === 0) return say('summary.redFlags.none');
  if (flags.clearedBy === null) return say('summary.redFlags.open');
  if (flags.clearedNote === '') return say('summary.redFlags.clearedAlone');
  return say('summary.redFlags.cleared', { note: flags.clearedNote });
}

/** "Left knee: pain, swollen". */
function feltWords(say: Say, { place, side, feelings }: FeltPlace): string {
  const name = say(`common.body.place.${place}`);
  const where = side === 'none' ? name : say(`common.body.side.${side}`, { place: name.toLowerCase() });
  const how = feelings.map((feeling) => say(`common.body.feeling.${feeling}`).toLowerCase());
  return [where, how.join(', ')].filter((part) => part !== '').join(': ');
}

function historyBlocks(say: Say, { history }: CaseSummary): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: say('summary.history') };
  if (history === null) return [heading, { kind: 'paragraph', text: say('summary.history.none') }];
  const rows = [
    [say('summary.history.felt'), (history.felt ?? []).map((one) => feltWords(say, one)).join('\n')] as const,
    ...HISTORY_PARTS.map((part) => [say(`summary.history.${part}`), history[part] ?? ''] as const),
  ];
  if (rows.every(([, text]) => text.trim() === '')) {
    return [heading, { kind: 'paragraph', text: say('summary.history.none') }];
  }
  return [heading, { kind: 'facts', rows, voice: 'doctor' }];
}

function studyBlocks(say: Say, { studies }: CaseSummary): Block[] {
  const attached = studies.filter((study) => study.state === 'attached');
  if (attached.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('summary.studies') },
    {
      kind: 'table',
      columns: [
        { title: say('summary.studies.date'), share: 0.2 },
        { title: say('summary.studies.what'), share: 0.32 },
        { title: say('summary.studies.where'), share: 0.26 },
        { title: say('summary.studies.count'), share: 0.22 },
      ],
      rows: attached.map((study) => [
        [{ text: dateWords(study.date, say) }],
        [{ text: study.description }],
        [{ text: study.institution }],
        [{ text: say('document.images', { series: study.series, images: study.instances }) }],
      ]),
    },
  ];
}

function consentWords(setting: Setting, { consent }: CaseSummary): string {
  const { say, timeZone } = setting;
  if (consent === null) return say('summary.consent.none');
  return say('summary.consent.given', {
    at: instantWords(consent.at, timeZone, say),
    signer: consent.signerName,
    relation: consent.relation,
    version: consent.consentVersion,
  });
}

/** What the patient or the referrer wrote, under its heading; nothing when nothing was written. */
function told(heading: string, text: string): Block[] {
  if (text.trim() === '') return [];
  return [
    { kind: 'heading', level: 3, text: heading },
    { kind: 'paragraph', text, voice: 'doctor' },
  ];
}
