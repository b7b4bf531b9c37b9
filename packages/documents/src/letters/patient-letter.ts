import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import type { Block, Cell } from '../pdf/blocks.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { Setting } from './letterhead.ts';
import { dateWords, dayOf, fullName, letterhead, regionWords, sheet } from './letterhead.ts';

/**
 * The result in a letter to the patient: the reader's own plain words, what the two reports say where they differ, what could
 * settle it and what to do now. Throws for an unsigned opinion: a patient gets no draft.
 */
export function patientLetterPdf(setting: Setting, opinion: SecondOpinion): Promise<Buffer> {
  const { say, timeZone } = setting;
  if (opinion.signed === null)
    throw new Error('The second report is not signed yet. Sign it, then write to the patient.');
  const name = fullName(opinion.patient);
  const lead = opinion.origin.kind === 'blind' ? 'letter.patient.lead' : 'letter.patient.leadAlone';
  return renderPdf({
    ...sheet(setting, say('letter.patient.title', { name }), opinion.caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'paragraph', text: dateWords(dayOf(setting.now, timeZone), say) },
      { kind: 'space', points: 4 },
      { kind: 'heading', level: 1, text: headline(say, opinion.comparison) },
      { kind: 'paragraph', text: say('letter.patient.dear', { name }) },
      {
        kind: 'paragraph',
        text: say(lead, { reader: opinion.readerName, region: regionWords(say, opinion.region, opinion.side) }),
      },
      ...plainWords(say, opinion),
      ...answers(say, opinion),
      ...differences(say, opinion.comparison),
      ...nextSteps(setting, opinion),
    ],
  });
}

function differing(comparison: Comparison): Comparison['pairs'] {
  return comparison.pairs.filter((pair) => pair.relation !== 'agrees');
}

function headline(say: Say, comparison: Comparison | null): string {
  if (comparison === null) return say('letter.patient.headline.alone');
  const counted = differing(comparison).filter((pair) => comparison.agreement !== 'major' || pair.grade === 'major');
  return say(`letter.patient.headline.${comparison.agreement}`, { count: Math.max(1, counted.length) });
}

function plainWords(say: Say, opinion: SecondOpinion): Block[] {
  const text = opinion.comparison?.plainWords.trim() ?? '';
  if (text === '') return [];
  return [
    { kind: 'heading', level: 2, text: say('letter.patient.words', { reader: opinion.readerName }) },
    { kind: 'paragraph', text, voice: 'doctor', mark: 'second', size: 'lead' },
  ];
}

function answers(say: Say, opinion: SecondOpinion): Block[] {
  const report = opinion.revised?.report ?? opinion.locked;
  const answered = opinion.questions
    .filter((question) => question.askedBy === 'patient')
    .flatMap((question) => {
      const text = report.answers.find((answer) => answer.questionId === question.id)?.text.trim() ?? '';
      return text === '' ? [] : [{ asked: question.text.trim(), text }];
    });
  if (answered.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('letter.patient.answers') },
    ...answered.flatMap(({ asked, text }): Block[] => [
      { kind: 'paragraph', text: `“${asked}”`, voice: 'doctor' },
      { kind: 'paragraph', text, voice: 'doctor', mark: 'second' },
    ]),
  ];
}

/** The most important first; what agrees is left to the full report. */
function differences(say: Say, comparison: Comparison | null): Block[] {
  if (comparison === null) return [];
  const order = { major: 0, minor: 1, none: 2 } as const;
  const pairs = [...differing(comparison)].sort((a, b) => order[a.grade] - order[b.grade]);
  if (pairs.length === 0) return [];
  const quote = (text: string | null, { notAssessable }: ComparedPair): Cell =>
    text === null
      ? [{ text: say(`letter.patient.${notAssessable === true ? 'unjudged' : 'onlyOne'}`), faint: true }]
      : [{ text, voice: 'doctor' }];
  const settle = comparison.couldSettle.trim();
  return [
    { kind: 'heading', level: 2, text: say('letter.patient.differ') },
    {
      kind: 'table',
      columns: [
        { title: say('letter.patient.place'), share: 0.2 },
        { title: say('letter.patient.first'), share: 0.4, mark: 'original' },
        { title: say('letter.patient.second'), share: 0.4, mark: 'second' },
      ],
      rows: pairs.map((pair) => [
        [{ text: pair.place, strong: true }],
        quote(pair.original, pair),
        quote(pair.second, pair),
      ]),
    },
    { kind: 'paragraph', text: say('letter.patient.neither') },
    ...(settle === ''
      ? []
      : ([
          { kind: 'heading', level: 3, text: say('letter.patient.settle') },
          { kind: 'paragraph', text: settle, voice: 'doctor', mark: 'second' },
        ] as const)),
  ];
}

function nextSteps({ say, practice }: Setting, opinion: SecondOpinion): Block[] {
  const take =
    opinion.askedBy === ''
      ? say('letter.patient.next.doctor')
      : say('letter.patient.next.referrer', { referrer: opinion.askedBy });
  return [
    { kind: 'heading', level: 2, text: say('letter.patient.next') },
    {
      kind: 'list',
      items: [
        take,
        say('letter.patient.next.nothing'),
        say('letter.patient.next.ask', { phone: practice.phone }),
        say('letter.patient.next.emergency'),
      ],
    },
    { kind: 'paragraph', text: say('letter.patient.full'), size: 'small' },
  ];
}
