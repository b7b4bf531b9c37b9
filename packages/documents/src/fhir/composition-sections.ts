import type { CompositionSection, Reference } from '@medplum/fhirtypes';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { Setting } from '../letters/letterhead.ts';
import { instantWords } from '../letters/letterhead.ts';
import { pairWords } from '../opinion/comparison-blocks.ts';
import { currentReport, REPORT_SECTIONS, SECTION_LOINC } from '../opinion/current-report.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import { escapeXml, loinc, narrative } from './codes.ts';

/** The sections of the report in the reader's words, the answers, the comparison as a table, then each addendum. */
export function compositionSections(
  setting: Setting,
  opinion: SecondOpinion,
  entries: readonly Reference[],
): CompositionSection[] {
  const { say } = setting;
  const report = currentReport(opinion);
  const sections = REPORT_SECTIONS.filter((section) => report[section].trim() !== '').map(
    (section): CompositionSection => ({
      title: say(`opinion.section.${section}`),
      code: loinc(SECTION_LOINC[section]),
      text: narrative(report[section]),
      ...(section === 'findings' ? { entry: [...entries] } : {}),
    }),
  );
  return [
    ...answerSections(say, opinion),
    ...sections,
    ...comparisonSection(say, opinion),
    ...opinion.addenda.map((addendum) => ({
      title: say('fhir.addendum', { at: instantWords(addendum.at, setting.timeZone, say), name: addendum.name }),
      text: narrative(addendum.text),
    })),
  ];
}

function answerSections(say: Say, opinion: SecondOpinion): CompositionSection[] {
  const { answers } = currentReport(opinion);
  const answered = opinion.questions.flatMap(({ id, text }) => {
    const answer = answers.find(({ questionId }) => questionId === id)?.text.trim() ?? '';
    return answer === '' ? [] : [`${text.trim()}\n${answer}`];
  });
  return answered.length === 0
    ? []
    : [{ title: say('opinion.section.answers'), text: narrative(answered.join('\n\n')) }];
}

function comparisonSection(say: Say, { comparison, earlier }: SecondOpinion): CompositionSection[] {
  if (comparison === null) return [];
  const titles = ['place', 'relation', 'original', 'second'].map((column) => say(`opinion.comparison.${column}`));
  const head = [...titles, ...(earlier === null ? [] : [say('opinion.third.column')])].map((title) =>
    cell('th', title),
  );
  const rows = comparison.pairs.map((pair) => `<tr>${pairCells(say, pair)}</tr>`);
  const table = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const overall = `<p>${escapeXml(say(`opinion.agreement.${comparison.agreement}`))}</p>`;
  return [
    {
      title: say('opinion.comparison'),
      text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${table}${overall}</div>` },
    },
  ];
}

const pairCells = (say: Say, pair: ComparedPair): string =>
  [pair.place, ...pairWords(say, pair)].map((text) => cell('td', text)).join('');

const cell = (tag: 'td' | 'th', text: string): string =>
  `<${tag}>${escapeXml(text).replaceAll('\n', '<br/>')}</${tag}>`;
