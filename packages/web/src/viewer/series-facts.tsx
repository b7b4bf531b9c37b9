import type { QualitySign, SeriesDetails, SeriesSummary } from '@overread/imaging/model.ts';
import { slicesIn } from '@overread/imaging/series/stacks.ts';
import type { ReactNode } from 'react';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './series-facts.module.css';

/** Labels of stacks that are written out; a dynamic series has hundreds. */
const MOST_LABELS = 8;

type Row = readonly [name: string, value: ReactNode];

const known = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
const id = (value: string) => value.replaceAll(' ', '-');

function howMade(words: Words, series: SeriesSummary, details: SeriesDetails): Row[] {
  const contrast =
    series.contrastEnhanced === true
      ? known([words('images.facts.contrast.yes'), details.contrastPhase, details.agent])
      : words(`images.facts.contrast.${series.contrastEnhanced === false ? 'no' : 'unknown'}`);
  return [
    ['fat', words(`images.facts.fat.${id(details.fatSuppression)}`)],
    ['contrast', contrast],
    ['bValues', (series.bValues ?? []).map(Math.round).join(', ')],
    ['echoes', details.echoTimes.length > 1 ? details.echoTimes.map((ms) => `${ms} ms`).join(', ') : ''],
    ['times', details.timePoints > 1 && series.bValues === undefined ? String(details.timePoints) : ''],
  ];
}

function howItLies(words: Words, series: SeriesSummary, details: SeriesDetails): Row[] {
  const mm = (name: string, value: number | null) =>
    value === null ? '' : words(`images.facts.${name}`, { mm: Math.round(value * 10) / 10 });
  const labels = details.stacks.map(({ label }) => label).filter((label) => label !== '');
  const more = labels.length - MOST_LABELS;
  return [
    [
      'slices',
      known([
        words('images.facts.count', { count: slicesIn(details) }),
        mm('thick', series.sliceThicknessMm),
        mm('apart', series.spacingMm),
        mm('covers', details.coverageMm),
      ]),
    ],
    [
      'angle',
      (details.planeAngleDeg ?? 0) >= 1
        ? words('images.facts.degrees', { degrees: Math.round(details.planeAngleDeg ?? 0) })
        : '',
    ],
    ['gaps', series.gaps.join('; ')],
    ['stacks', known([...labels.slice(0, MOST_LABELS), more > 0 ? words('images.facts.more', { count: more }) : ''])],
    [
      'volume',
      details.reformattable
        ? words('images.facts.volume.yes')
        : words('images.facts.volume.no', { why: details.whyNotReformattable }),
    ],
  ];
}

/** "Ghosting, as of motion: 3 of 9 images looked at". */
export function signText(words: Words, { kind, frames, of }: QualitySign): string {
  return words('images.sign.of', { sign: words(`images.sign.${kind}`), frames: frames.length, of });
}

interface SeriesFactsProps {
  readonly series: SeriesSummary;
  readonly signs: readonly QualitySign[];
  /** Series that can be scrolled together with it, as they are called. */
  readonly linked: readonly string[];
}

/** What a series was recognised as, because of what, what speaks against it, and how its slices lie. */
export function SeriesFacts({ series, signs, linked }: SeriesFactsProps) {
  const words = useWords();
  const { details } = series;
  const rows: Row[] = [
    [
      'is',
      known([
        series.weighting,
        series.plane,
        series.dimension === 'unknown' ? '' : series.dimension,
        details?.technique ?? '',
        series.role === 'diagnostic' ? '' : series.role,
      ]),
    ],
    ['sure', words('images.facts.percent', { percent: Math.round(series.confidence * 100) })],
    ['because', series.because.join('; ')],
    ...(details === undefined ? [] : [...howMade(words, series, details), ...howItLies(words, series, details)]),
    ['linked', linked.join('; ')],
  ];
  const doubts = details?.contradictions ?? [];
  return (
    <div className={styles.facts}>
      {doubts.length > 0 && (
        <div className={styles.doubts}>
          <b>{words('images.facts.doubts')}</b>
          {doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </div>
      )}
      {signs.length > 0 && (
        <div className={styles.doubts}>
          <b>{words('images.facts.hints')}</b>
          {signs.map((sign) => (
            <p key={sign.kind}>{signText(words, sign)}</p>
          ))}
          <p className={styles.quiet}>{words('images.facts.hints.say')}</p>
        </div>
      )}
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{words(`images.facts.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
