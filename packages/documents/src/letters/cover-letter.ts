import type { AskedQuestion, PatientIdentity, Region, Side } from '@overread/rules/case/vocabulary.ts';
import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { Setting } from './letterhead.ts';
import { dateWords, dayOf, fullName, letterhead, regionWords, sheet } from './letterhead.ts';

export interface CoverLetter {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  /** The outside service or reader, with one line per line of the address. */
  readonly to: { readonly name: string; readonly address: string };
  readonly region: Region;
  readonly side: Side;
  readonly questions: readonly AskedQuestion[];
  readonly imageFiles: number;
  /** Name of the original report's file in the packet, or why there is none. */
  readonly original: { readonly file: string } | { readonly noneBecause: string };
  /** ISO date, or empty when no date was agreed. */
  readonly dueOn: string;
  readonly signer: string;
}

/** The letter on top of a packet for an outside reader: what is asked, what is inside, and to read the images first. */
export function coverLetterPdf(setting: Setting, letter: CoverLetter): Promise<Buffer> {
  const { say, practice } = setting;
  return renderPdf({
    ...sheet(setting, say('letter.cover.title', { caseNumber: letter.caseNumber }), letter.caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'address', lines: [letter.to.name, letter.to.address] },
      { kind: 'paragraph', text: dateWords(dayOf(setting.now, setting.timeZone), say) },
      { kind: 'space', points: 6 },
      {
        kind: 'heading',
        level: 1,
        text: say('letter.cover.heading', { region: regionWords(say, letter.region, letter.side) }),
      },
      {
        kind: 'facts',
        rows: [
          [say('document.patient'), fullName(letter.patient)],
          [say('document.birthDate'), dateWords(letter.patient.birthDate, say)],
        ],
      },
      { kind: 'paragraph', text: say('letter.cover.lead') },
      ...bodyBlocks(setting, letter),
      { kind: 'signature', under: [letter.signer, say('letter.cover.sign', { practice: practice.name })] },
    ],
  });
}

function bodyBlocks({ say, practice }: Setting, letter: CoverLetter): Block[] {
  const { original, questions } = letter;
  const hasReport = 'file' in original;
  const back =
    letter.dueOn === ''
      ? say('letter.cover.back.bodyNoDate', { email: practice.email })
      : say('letter.cover.back.body', { email: practice.email, dueOn: dateWords(letter.dueOn, say) });
  return [
    ...(questions.length === 0 ? [] : [heading(say('letter.cover.question'))]),
    ...questions.map((question): Block => ({ kind: 'paragraph', text: `“${question.text.trim()}”`, voice: 'doctor' })),
    heading(say('letter.cover.contents')),
    {
      kind: 'list',
      items: [
        say('letter.cover.contents.summary'),
        say('letter.cover.contents.images', { count: letter.imageFiles }),
        hasReport
          ? say('letter.cover.contents.report', { file: original.file })
          : say('letter.cover.contents.noReport', { reason: original.noneBecause }),
      ],
    },
    ...(hasReport
      ? [
          heading(say('letter.cover.order')),
          { kind: 'paragraph', text: say('letter.cover.order.body') } satisfies Block,
        ]
      : []),
    heading(say('letter.cover.back')),
    { kind: 'paragraph', text: back },
    { kind: 'paragraph', text: say('letter.cover.urgent', { phone: practice.phone }), strong: true },
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}
