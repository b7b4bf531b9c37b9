import type { CaseRow } from '@overread/rules/case/view.ts';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../ui/use-words.ts';
import styles from './desk.module.css';
import { columns, features, TRACK_COLUMNS } from './desk-columns.tsx';
import { type DeskLine, deskLines, lineAfter } from './desk-lines.ts';
import { CaseCells, GroupCells } from './desk-row.tsx';
import type { Who } from './desk-views.ts';
import { GridPart } from './grid-part.tsx';

/** Heights of a row and of a group's head, in CSS pixels: as in desk.module.css. */
const ROW_PX = { wide: { case: 32, group: 32 }, narrow: { case: 58, group: 44 } } as const;
const FIRST_SORT: SortingState = [{ id: 'since', desc: false }];

type Table = ReturnType<typeof useTable<typeof features, CaseRow>>;

type Column = ReturnType<Table['getAllColumns']>[number];

const isTrack = (id: string) => TRACK_COLUMNS.some((one) => one === id);
const SORTED = { asc: 'ascending', desc: 'descending' } as const;

function HeadName({ column }: { readonly column: Column }) {
  const words = useWords();
  const name = words(`coordinator.column.${column.id}`);
  const sorted = column.getIsSorted();
  if (isTrack(column.id)) return <abbr title={words(`common.track.${column.id}`)}>{name}</abbr>;
  if (column.id === 'person') return <span className={styles.sr}>{name}</span>;
  if (!column.getCanSort()) return name;
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  return (
    <button type="button" onClick={() => column.toggleSorting()}>
      {name}
      {sorted !== false && <Arrow aria-hidden="true" size={11} />}
    </button>
  );
}

function HeadCells({ table }: { readonly table: Table }) {
  return table.getAllColumns().map((column) => {
    const sorted = column.getIsSorted();
    const atEnd = column.id === 'since' || column.id === 'promised';
    return (
      <GridPart
        key={column.id}
        part="columnheader"
        className={isTrack(column.id) ? styles.track : atEnd ? styles.end : undefined}
        aria-sort={sorted === false ? undefined : SORTED[sorted]}
      >
        <HeadName column={column} />
      </GridPart>
    );
  });
}

interface DeskTableProps {
  readonly rows: readonly CaseRow[];
  readonly now: Date;
  readonly narrow: boolean;
  readonly selected: string | null;
  readonly onSelect: (caseId: string) => void;
  readonly onOpen: (caseId: string) => void;
}

/** Sorts and groups the rows; keeps which groups are folded. */
function useLinesOf(rows: readonly CaseRow[]) {
  const [closed, setClosed] = useState<ReadonlySet<Who>>(new Set());
  const data = rows as CaseRow[];
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    initialState: { sorting: FIRST_SORT },
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const sorted = table.getRowModel();
  const lines = useMemo(
    () =>
      deskLines(
        sorted.rows.map(({ original }) => original),
        closed,
      ),
    [sorted, closed],
  );
  const toggle = (who: Who, open?: boolean) =>
    setClosed((was) => {
      const next = new Set(was);
      if (open ?? was.has(who)) next.delete(who);
      else next.add(who);
      return next;
    });
  return { table, lines, toggle };
}

/**
 * The desk's grid: rows in groups by what waits on whom, drawn only where they are seen, so that 100,000 of them scroll.
 * One stop in the order of the tab key; arrows move, Enter opens, arrows left and right fold a group.
 */
export function DeskTable({ rows, now, narrow, selected, onSelect, onOpen }: DeskTableProps) {
  const words = useWords();
  const { table, lines, toggle } = useLinesOf(rows);
  const scroll = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(selected);
  const found = lines.findIndex(({ key }) => key === activeKey);
  const active = Math.max(0, found);
  const size = narrow ? ROW_PX.narrow : ROW_PX.wide;
  // The same function while the lines are the same: a new one lays out all 100,000 of them again.
  const getItemKey = useCallback((index: number) => lines[index]?.key ?? index, [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => size[lines[index]?.kind ?? 'case'],
    getItemKey,
    overscan: 12,
    scrollPaddingStart: 30,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const seen = Array.from({ length: Math.min(count, endIndex + overscan + 1) - first }, (_, i) => first + i);
      return active < count && !seen.includes(active) ? [...seen, active].sort((a, b) => a - b) : seen;
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when rows change their height
  useEffect(() => virtual.measure(), [size]);

  const go = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    setActiveKey(line.key);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (line.kind === 'case') onSelect(line.row.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!keyOn(event.key, lines[active], { toggle, onOpen })) {
      const next = lineAfter(event.key, found < 0 && event.key === 'ArrowDown' ? -1 : active, lines.length);
      if (next === null) return;
      go(next);
    }
    event.preventDefault();
  };
  return (
    <GridPart
      ref={scroll}
      part="treegrid"
      tabIndex={0}
      className={styles.grid}
      data-narrow={narrow ? '' : undefined}
      aria-label={words('coordinator.cases')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={found < 0 ? undefined : `desk-${activeKey}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (found < 0) setActiveKey(selected ?? lines[0]?.key ?? null);
      }}
    >
      <GridPart part="rowgroup" className={styles.head}>
        <GridPart part="row" aria-rowindex={1}>
          <HeadCells table={table} />
        </GridPart>
      </GridPart>
      <GridPart part="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <Line
            key={key}
            line={lines[index]}
            index={index}
            start={start}
            active={index === found}
            selected={lines[index]?.key === selected}
            now={now}
            narrow={narrow}
            onToggle={toggle}
            onPick={(caseId) => {
              if (narrow) return onOpen(caseId);
              go(index);
              scroll.current?.focus({ preventScroll: true });
            }}
            onOpen={onOpen}
          />
        ))}
      </GridPart>
    </GridPart>
  );
}

/** Enter, and the arrows that fold; true where the key did something. */
function keyOn(
  key: string,
  line: DeskLine | undefined,
  acts: { readonly toggle: (who: Who, open?: boolean) => void; readonly onOpen: (caseId: string) => void },
): boolean {
  if (line === undefined) return false;
  if (line.kind === 'case') {
    if (key !== 'Enter') return false;
    acts.onOpen(line.row.id);
    return true;
  }
  if (key === 'Enter' || key === ' ') acts.toggle(line.who);
  else if (key === 'ArrowLeft') acts.toggle(line.who, false);
  else if (key === 'ArrowRight') acts.toggle(line.who, true);
  else return false;
  return true;
}

interface LineProps {
  readonly line: DeskLine | undefined;
  readonly index: number;
  readonly start: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly now: Date;
  readonly narrow: boolean;
  readonly onToggle: (who: Who) => void;
  readonly onPick: (caseId: string) => void;
  readonly onOpen: (caseId: string) => void;
}

function Line({ line, index, start, active, selected, now, narrow, onToggle, onPick, onOpen }: LineProps) {
  if (line === undefined) return null;
  const place = {
    id: `desk-${line.key}`,
    'aria-rowindex': index + 2,
    'data-active': active ? '' : undefined,
    style: { transform: `translateY(${start}px)` },
  };
  if (line.kind === 'group')
    return (
      <GridPart part="row" className={styles.group} aria-level={1} aria-expanded={line.open} {...place}>
        <GroupCells line={line} now={now} onToggle={() => onToggle(line.who)} />
      </GridPart>
    );
  return (
    <GridPart
      part="row"
      className={styles.row}
      aria-level={2}
      aria-selected={selected}
      onClick={() => onPick(line.row.id)}
      onDoubleClick={() => onOpen(line.row.id)}
      {...place}
    >
      <CaseCells row={line.row} now={now} narrow={narrow} />
    </GridPart>
  );
}
