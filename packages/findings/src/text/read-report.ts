import { anatomy, isLoose, isPart, observations } from '../lexicon/lexicon.ts';
import type { Finding, Report } from '../model.ts';
import { readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';

const severityWords: Readonly<Record<string, string>> = {
  1: 'mild',
  1.5: 'mild to moderate',
  2: 'moderate',
  2.5: 'moderate to severe',
  3: 'severe',
};

function scoreText(one: Statement): string {
  return one.scores.map(({ system, low, high }) => `${system} ${low === high ? low : `${low}-${high}`}`).join(', ');
}

function severityText(one: Statement): string {
  const words = [
    one.severity === null ? '' : (severityWords[one.severity] ?? ''),
    one.extent === 'full' ? 'full thickness' : one.extent,
    scoreText(one),
  ];
  return words.filter((word) => word !== '').join(', ');
}

function anatomyText(one: Statement): string {
  const places = one.places.length > 0 ? one.places : one.placesAround;
  const exact = places.filter((place) => !isLoose(place));
  const parts = (exact.length > 0 ? exact : places).toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)));
  return parts
    .slice(0, 3)
    .map((place) => anatomy.get(place)?.label ?? place)
    .join(', ');
}

/** What is seen, in the lexicon's words: the first reading that is no mere alternative. */
export function observationText(one: Statement): string {
  const asserted = one.readings.filter((reading) => !reading.alternative);
  const main = asserted.at(-1) ?? one.readings[0];
  return main ? (observations.get(main.code)?.label ?? main.code) : '';
}

export function findingOf(text: string, one: Statement): Finding {
  return {
    id: one.id,
    text: text.slice(one.start, one.end),
    start: one.start,
    end: one.end,
    section: one.section,
    observation: observationText(one),
    anatomy: anatomyText(one),
    side: one.side || one.sideAround,
    level: one.levels.join(', '),
    presence: one.presence,
    severity: severityText(one),
    sizeMm: one.sizes.flatMap((size) => size.mm),
    change: one.change,
  };
}

/**
 * Reads a report: its sections and its findings, each with its exact place (`text.slice(start, end) === finding.text`).
 * A statement of normality is an absent finding. Any text is read; what the lexicon does not know is left out.
 */
export function readReport(text: string): Report {
  const { sections, statements } = readStatements(text);
  return { sections, findings: statements.map((one) => findingOf(text, one)) };
}
