import type { QualitySign, SeriesSummary } from '@overread/imaging/model.ts';
import { CircleHelp, Link2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { Beside, type BesideHandle } from '../ui/beside.tsx';
import { useWords } from '../ui/use-words.ts';
import { SeriesFacts, signText } from './series-facts.tsx';
import { seriesName } from './series-name.ts';
import styles from './viewer.module.css';

interface SeriesMarksProps {
  readonly series: SeriesSummary;
  readonly signs: readonly QualitySign[];
  /** Series that can be scrolled together with it. */
  readonly linked: readonly SeriesSummary[];
  /** Whether it can be scrolled with the series in the active pane. */
  readonly linkedNow: boolean;
}

const called = (series: SeriesSummary) => [series.number ?? '', seriesName(series)].join(' ').trim();

/**
 * Marks below a series: a hint at its pixels or a doubt about what it is, a link to what is on the screen; their words on hover
 * and focus, and everything that is known of the series on a press.
 */
export function SeriesMarks({ series, signs, linked, linkedNow }: SeriesMarksProps) {
  const words = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<BesideHandle>(null);
  const facts = useRef<BesideHandle>(null);
  const doubts = series.details?.contradictions ?? [];
  const hints = [...signs.map((sign) => signText(words, sign)), ...doubts];
  const told = [...hints, ...(linkedNow ? [words('images.facts.linkedNow')] : [])];
  const name = words('images.facts.of', { series: series.number ?? seriesName(series) });
  const showTip = () => told.length > 0 && button.current !== null && tip.current?.show(button.current);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.marks}
        aria-label={name}
        aria-haspopup="dialog"
        aria-describedby={told.length > 0 ? id : undefined}
        onPointerEnter={showTip}
        onPointerLeave={() => tip.current?.hide()}
        onFocus={showTip}
        onBlur={() => tip.current?.hide()}
        onClick={() => {
          tip.current?.hide();
          if (button.current !== null) facts.current?.show(button.current);
        }}
      >
        {hints.length > 0 && <CircleHelp aria-hidden="true" size={14} data-hint="" />}
        {linkedNow && <Link2 aria-hidden="true" size={14} data-link="" />}
        <span>{words('images.facts.open')}</span>
      </button>
      <Beside ref={tip} role="tooltip" id={id}>
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Beside>
      <Beside ref={facts} role="dialog" label={name}>
        <h2 className={styles.factsName}>{called(series)}</h2>
        <SeriesFacts series={series} signs={signs} linked={linked.map(called)} />
      </Beside>
    </>
  );
}
