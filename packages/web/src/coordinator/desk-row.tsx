import { useLingui } from '@lingui/react';
import type { CaseRow } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { ageOn, promisedDay } from '../ui/format.ts';
import { TrackMarkIcon } from '../ui/track-mark.tsx';
import { useWords, type Words } from '../ui/use-words.ts';
import styles from './desk.module.css';
import { TRACK_COLUMNS } from './desk-columns.tsx';
import { type DeskLine, spanSince } from './desk-lines.ts';
import { isLate, isOver } from './desk-views.ts';
import { GridPart } from './grid-part.tsx';

export function sinceWords(words: Words, since: string, now: Date): string {
  const { n, unit } = spanSince(since, now);
  return words(`coordinator.span.${unit}`, { n });
}

/** "Lumbar spine", "Knee, left"; a dash while nothing was asked. */
export function regionWords(words: Words, region: string, side: string): string {
  if (region === '') return '–';
  const name = words(`reader.region.${region}`);
  const where = side === '' || side === 'none' ? name : `${name}, ${words(`reader.side.${side}`)}`;
  return where.charAt(0).toUpperCase() + where.slice(1);
}

export const personWords = (row: Pick<CaseRow, 'sex' | 'birthDate'>, now: Date): string =>
  [row.sex, ageOn(row.birthDate, now) ?? ''].filter((part) => part !== '').join(' ');

/** The id of the few words that fit into a row: `coordinator.short.images-check` for `waiting.images-check`. */
const shortSay = (say: string) => `coordinator.short.${say.replace('waiting.', '')}`;

const shortNumber = (number: string) => number.split('-').at(-1) ?? number;

function usePromiseWords(row: CaseRow, now: Date) {
  const words = useWords();
  const { i18n } = useLingui();
  if (isOver(row)) return { text: words(`stage.${row.stage}`), late: false };
  if (row.promisedBy === null) return { text: '–', late: false };
  if (!row.running && row.stage !== 'delivered' && row.stage !== 'deciding')
    return { text: words('coordinator.onHold'), late: false };
  return { text: promisedDay(i18n.locale, row.promisedBy), late: isLate(row, now) };
}

interface GroupRowProps {
  readonly line: Extract<DeskLine, { kind: 'group' }>;
  readonly now: Date;
  readonly onToggle: () => void;
}

/** The head of a group: on whom these cases wait, how many, and the oldest. */
export function GroupCells({ line, now, onToggle }: GroupRowProps) {
  const words = useWords();
  const Icon = line.open ? ChevronDown : ChevronRight;
  return (
    <GridPart part="rowheader" className={styles.groupCell} aria-colspan={14}>
      <button type="button" tabIndex={-1} onClick={onToggle}>
        <Icon aria-hidden="true" size={16} />
        {words(`coordinator.who.${line.who}`)} <span>{line.count.toLocaleString('en')}</span>
      </button>
      <span>{words('coordinator.oldest', { span: sinceWords(words, line.oldest, now) })}</span>
    </GridPart>
  );
}

interface CaseCellsProps {
  readonly row: CaseRow;
  readonly now: Date;
  readonly narrow: boolean;
}

/** The cells of one case. On a phone only name, what it waits for and the promise. */
export const CaseCells = memo(function CaseCells({ row, now, narrow }: CaseCellsProps) {
  const words = useWords();
  const promise = usePromiseWords(row, now);
  const waiting = words(row.waiting.say, row.waiting.with);
  const short = words(shortSay(row.waiting.say), row.waiting.with);
  const name = (
    <Link to="/desk/$caseId" params={{ caseId: row.id }} search={true} tabIndex={-1}>
      {row.patientName}
    </Link>
  );
  const waits = (
    <GridPart
      part="gridcell"
      className={styles.waits}
      data-urgent={row.waiting.urgent ? '' : undefined}
      title={waiting}
    >
      {row.waiting.urgent && <span className={styles.sr}>{words('coordinator.urgentSign')} </span>}
      {short}
    </GridPart>
  );
  const promised = (
    <GridPart part="gridcell" className={styles.end} data-late={promise.late ? '' : undefined}>
      {promise.text}
      {promise.late && <span className={styles.sr}> {words('coordinator.lateSign')}</span>}
    </GridPart>
  );
  if (narrow)
    return (
      <>
        <GridPart part="rowheader" className={styles.name}>
          {name} <small>{personWords(row, now)}</small>
        </GridPart>
        {promised}
        {waits}
      </>
    );
  return (
    <>
      <GridPart part="rowheader" className={styles.number} title={row.number}>
        {shortNumber(row.number)}
      </GridPart>
      <GridPart part="gridcell" className={styles.name}>
        {name}
      </GridPart>
      <GridPart part="gridcell" className={styles.quiet}>
        {personWords(row, now)}
      </GridPart>
      <GridPart part="gridcell" title={row.question}>
        {regionWords(words, row.region, row.side)}
      </GridPart>
      {waits}
      <GridPart part="gridcell" className={styles.end}>
        {sinceWords(words, row.waiting.since, now)}
      </GridPart>
      {TRACK_COLUMNS.map((track) => (
        <GridPart part="gridcell" key={track} className={styles.track}>
          <TrackMarkIcon
            mark={row.tracks.find((one) => one.track === track)?.mark ?? 'not-yet'}
            of={words(`common.track.${track}`)}
          />
        </GridPart>
      ))}
      {promised}
    </>
  );
});
