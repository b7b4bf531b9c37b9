import { anatomy, isLoose, isPart, kindsOf, observations } from '../lexicon/lexicon.ts';
import type { Finding, Report } from '../model.ts';
import { readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';
import { isToldByLevel } from './surroundings.ts';

const severityWords: Readonly<Record<string, string>> = {
  1: 'mild',
  1.5: 'mild to moderate',
  2: 'moderate',
  2.5: 'moderate to severe',
  3: 'severe',
};

const scoreValue = (low: number, high: number, value: string): string =>
  Number.isInteger(low) ? (low === high ? String(low) : `${low}-${high}`) : value;

function scoreText(one: Statement): string {
  return one.scores.map(({ system, low, high, value }) => `${system} ${scoreValue(low, high, value)}`).join(', ');
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
  const named = one.places.some((place) => !isPart(place));
  const around = named ? one.places : [...one.places, ...one.placesAround];
  const places = around.some((place) => !isPart(place)) ? around : [...around, ...(one.region ? [one.region] : [])];
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
  const last = asserted.at(-1);
  // "Epicondylitis with tendinosis": the narrower of two words for one thing.
  const narrower = last && asserted.find(({ code }) => code !== last.code && kindsOf(code).has(last.code));
  const main = narrower ?? last ?? one.readings[0];
  return main ? (observations.get(main.code)?.label ?? main.code) : '';
}

const atLevel = new Set(
  'disc disc-height annulus canal foramen lateral-recess facet uncovertebral nerve-root cord csf-ring ligamentum-flavum'.split(
    ' ',
  ),
);

/** "At C4-C5 there is … . The right foramen is narrowed", "C2-3: … . Normal canal": still of that level. */
function levelsOf(one: Statement): readonly string[] {
  if (one.levels.length > 0 || one.region !== 'spine') return one.levels;
  if (one.readings.some(({ code }) => isToldByLevel(code)) && one.levelsAround.length > 0) return one.levelsAround;
  return one.places.some((place) => atLevel.has(place)) ? one.levelsOfLabel : [];
}

/** The midline is a place and no side, but what lies there has no side of its heading either. */
function sideOfFinding({ side, sideAround }: Statement): Finding['side'] {
  const said = side || sideAround;
  return said === 'midline' ? '' : said;
}

export function findingOf(text: string, one: Statement): Finding {
  const sized = one.sizes.length > 0 ? one.sizes : one.bounds;
  return {
    id: one.id,
    text: text.slice(one.start, one.end),
    start: one.start,
    end: one.end,
    section: one.section,
    observation: observationText(one),
    anatomy: anatomyText(one),
    side: sideOfFinding(one),
    level: levelsOf(one).join(', '),
    presence: one.presence,
    severity: severityText(one),
    sizeMm: sized.flatMap((size) => size.mm),
    sizeBound: sized[0] ? (sized[0].range ? 'range' : sized[0].bound) : '',
    count: one.count ? { least: one.count.least, most: one.count.most } : null,
    scores: one.scores,
    change: one.change,
  };
}

/**
 * Reads a report: its sections and its findings, each with its exact place (`text.slice(start, end) === finding.text`).
 * A statement of normality is an absent finding. Any text is read; what the lexicon does not know is left out.
 */
export function readReport(text: string): Report {
  const { sections, statements, asides } = readStatements(text);
  const all = [...statements, ...asides].sort((a, b) => a.start - b.start);
  return { sections, findings: all.map((one, i) => findingOf(text, { ...one, id: `f${i + 1}` })) };
}
