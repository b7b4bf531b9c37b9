import type { Say } from '@overread/words';
import type { Setting } from '../letters/letterhead.ts';
import { dateWords, fullName, instantWords, letterhead, regionWords, sheet } from '../letters/letterhead.ts';
import type { Block } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { type SignBytes, signPdf } from '../pdf/sign-pdf.ts';
import { comparisonBlocks } from './comparison-blocks.ts';
import { wordsFor } from './current-report.ts';
import type { SecondOpinion } from './opinion-input.ts';
import { doctor, filled, reportBlocks } from './report-blocks.ts';
import { secondAppendix } from './third-blocks.ts';

/**
 * The second opinion as a document: headline, questions and answers, the locked report and beside it the revised one where
 * there is one, how it was read, the comparison finding by finding without a winner, signature, addenda, and the original
 * report as an appendix. With `sign` a signed opinion carries a signature in the service's name (PAdES B-B). The same
 * values always give the same bytes, but for what the signature adds by chance (elliptic curves; RSA adds nothing).
 */
export async function secondOpinionPdf(setting: Setting, opinion: SecondOpinion, sign?: SignBytes): Promise<Buffer> {
  const { say } = setting;
  const name = fullName(opinion.patient);
  const title = say(wordsFor(opinion, 'title'), { caseNumber: opinion.caseNumber, name });
  const { signed } = opinion;
  const signature =
    sign === undefined || signed === null
      ? undefined
      : { name: signed.name, reason: say('opinion.signatureReason', { name: signed.name }), at: setting.now };
  const page = sheet(setting, title, opinion.caseNumber);
  const pdf = await renderPdf({
    ...page,
    ...(opinion.retracted === null
      ? {}
      : { foot: { ...page.foot, left: `${say('opinion.retracted.foot')} · ${page.foot.left}` } }),
    ...(signature === undefined ? {} : { signature }),
    subject: say(wordsFor(opinion, 'subject')),
    blocks: [
      ...letterhead(setting),
      ...retractedBlocks(setting, opinion),
      ...headBlocks(setting, opinion),
      ...questionBlocks(say, opinion),
      ...plainWordsBlocks(say, opinion),
      ...reportBlocks(setting, opinion),
      ...readingBlocks(setting, opinion),
      ...comparisonBlocks(say, opinion),
      ...signatureBlocks(setting, opinion),
      ...appendixBlocks(say, opinion),
      ...secondAppendix(say, opinion),
    ],
  });
  return signature === undefined || sign === undefined ? pdf : await signPdf(pdf, sign);
}

function headline(say: Say, opinion: SecondOpinion): string {
  const { comparison } = opinion;
  if (opinion.earlier !== null) return say('opinion.third.headline');
  if (comparison === null) {
    return say('opinion.headline.alone', { region: regionWords(say, opinion.region, opinion.side) });
  }
  const count = comparison.pairs.filter(
    (pair) => pair.relation !== 'agrees' && (comparison.agreement === 'major' ? pair.grade === 'major' : true),
  ).length;
  return say(`opinion.headline.${comparison.agreement}`, { count: Math.max(1, count) });
}

function headBlocks(setting: Setting, opinion: SecondOpinion): Block[] {
  const { say, timeZone } = setting;
  const { patient, original, signed } = opinion;
  const born = say('document.born', { date: dateWords(patient.birthDate, say) });
  const sex = patient.sex === '' ? '' : say(`document.sex.${patient.sex}`);
  const studies = opinion.studies.map((study) => studyWords(say, study)).join('\n');
  const by =
    original === null
      ? say('opinion.comparison.none')
      : [original.author, original.facility, dateWords(original.date, say)].filter((part) => part !== '').join(', ');
  return [
    { kind: 'paragraph', text: say(wordsFor(opinion, 'kind')), size: 'small' },
    { kind: 'heading', level: 1, text: headline(say, opinion) },
    ...(signed === null ? ([{ kind: 'paragraph', text: say('document.notSigned'), strong: true }] as const) : []),
    {
      kind: 'facts',
      rows: [
        [say('document.patient'), [fullName(patient), born, sex].filter((part) => part !== '').join(', ')],
        [say('document.examination'), studies],
        [say('document.askedBy'), opinion.askedBy === '' ? say('document.askedBy.patient') : opinion.askedBy],
        [say('document.original'), by],
        [say('opinion.third.second'), opinion.earlier?.readerName ?? ''],
        [say('document.reader'), opinion.readerName],
        [say('document.signed'), signed === null ? '' : instantWords(signed.at, timeZone, say)],
      ],
    },
  ];
}

function studyWords(say: Say, study: SecondOpinion['studies'][number]): string {
  const parts = [
    study.description,
    dateWords(study.date, say),
    study.institution,
    study.accessionNumber === '' ? '' : say('document.accession', { number: study.accessionNumber }),
    say('document.images', { series: study.series, images: study.instances }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Before everything else: that this report was taken back, by whom, and why. */
function retractedBlocks({ say, timeZone }: Setting, { retracted }: SecondOpinion): Block[] {
  if (retracted === null) return [];
  const { at, by, cause, reason } = retracted;
  return [
    {
      kind: 'paragraph',
      text: say('opinion.retracted', { name: by, at: instantWords(at, timeZone, say) }),
      strong: true,
    },
    { kind: 'paragraph', text: say(`opinion.retracted.${cause}`), strong: true },
    { kind: 'paragraph', text: reason },
    { kind: 'rule' },
  ];
}

function questionBlocks(say: Say, opinion: SecondOpinion): Block[] {
  const final = opinion.revised?.report ?? opinion.locked;
  if (opinion.questions.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('opinion.questions') },
    ...opinion.questions.flatMap((question): Block[] => {
      const answer = final.answers.find((given) => given.questionId === question.id)?.text.trim() ?? '';
      return [
        { kind: 'heading', level: 3, text: say(`opinion.question.${question.askedBy}`) },
        { kind: 'paragraph', text: `“${question.text.trim()}”`, voice: 'doctor' },
        answer === ''
          ? { kind: 'paragraph', text: say('opinion.noAnswer') }
          : { kind: 'paragraph', text: answer, voice: 'doctor', mark: 'second' },
      ];
    }),
  ];
}

function plainWordsBlocks(say: Say, opinion: SecondOpinion): Block[] {
  const text = opinion.comparison?.plainWords.trim() ?? '';
  if (text === '') return [];
  return [{ kind: 'heading', level: 2, text: say('opinion.plainWords') }, doctor(text, 'second')];
}

function readingBlocks(setting: Setting, opinion: SecondOpinion): Block[] {
  const { say, timeZone } = setting;
  const { origin } = opinion;
  const heading: Block = { kind: 'heading', level: 2, text: say('opinion.blinding') };
  if (origin.kind === 'outside') {
    return [heading, { kind: 'paragraph', text: say('opinion.blinding.outside', { service: origin.service }) }];
  }
  const at = (instant: string | null) =>
    instant === null || instant === '' ? '' : instantWords(instant, timeZone, say);
  return [
    heading,
    {
      kind: 'paragraph',
      text: say(opinion.earlier === null ? `opinion.blinding.${origin.kind}` : 'opinion.third.blinding', {
        name: opinion.readerName,
      }),
    },
    {
      kind: 'facts',
      rows: [
        [say('opinion.blinding.accepted'), at(origin.acceptedAt)],
        [say('opinion.blinding.opened'), at(origin.openedAt)],
        [say('opinion.blinding.locked'), at(origin.lockedAt)],
        [say('opinion.blinding.revealed'), at(origin.revealedAt)],
        [say('opinion.blinding.hash'), origin.lockHash],
      ],
    },
  ];
}

function signatureBlocks(setting: Setting, opinion: SecondOpinion): Block[] {
  const { say, timeZone } = setting;
  const { signed, addenda } = opinion;
  if (signed === null) return [];
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: say('opinion.signature') },
    ...(signed.statement.trim() === '' ? [] : [doctor(signed.statement)]),
    {
      kind: 'paragraph',
      text: say('opinion.signature.by', { name: signed.name, at: instantWords(signed.at, timeZone, say) }),
      strong: true,
    },
    { kind: 'paragraph', text: say('opinion.signature.hash', { hash: signed.hash }), size: 'small' },
  ];
  if (addenda.length > 0) blocks.push({ kind: 'heading', level: 2, text: say('opinion.addenda') });
  for (const addendum of addenda) {
    const at = instantWords(addendum.at, timeZone, say);
    blocks.push({ kind: 'heading', level: 3, text: say('opinion.addendum.by', { name: addendum.name, at }) });
    blocks.push(doctor(addendum.text, 'second'));
  }
  blocks.push({ kind: 'space', points: 6 }, { kind: 'paragraph', text: say('opinion.limits'), size: 'small' });
  return blocks;
}

const ORIGINAL_SECTIONS = [
  'indication',
  'technique',
  'comparison',
  'findings',
  'impression',
  'recommendations',
] as const;

function appendixBlocks(say: Say, opinion: SecondOpinion): Block[] {
  const { original } = opinion;
  if (original === null) return [];
  const sections = ORIGINAL_SECTIONS.flatMap((section) => {
    const text = original.sections[section];
    return filled(text) ? [{ heading: say(`opinion.section.${section}`), text }] : [];
  });
  const parts: Block[] =
    sections.length === 0
      ? [doctor(original.text, 'original')]
      : sections.flatMap(({ heading, text }): Block[] => [
          { kind: 'heading', level: 3, text: heading, mark: 'original' },
          doctor(text, 'original'),
        ]);
  return [
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: say('opinion.appendix'), mark: 'original' },
    { kind: 'paragraph', text: say('opinion.appendix.note', { file: original.fileName }), size: 'small' },
    ...parts,
  ];
}
