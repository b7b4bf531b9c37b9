import { useLingui } from '@lingui/react';
import { REGIONS } from '@overread/rules/case/vocabulary.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useCases } from '../api/index.ts';
import { Button } from '../ui/button.tsx';
import { DeskPage as DeskFrame } from '../ui/desk-page.tsx';
import { clockTime, longDate } from '../ui/format.ts';
import { TrackMarkIcon } from '../ui/track-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import { CasePanel } from './case-panel.tsx';
import styles from './desk.module.css';
import { DeskNav } from './desk-nav.tsx';
import { DeskTable } from './desk-table.tsx';
import { countViews, isFound, isIn, viewNamed } from './desk-views.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';

const NONE: readonly never[] = [];
const MARKS = ['done', 'under-way', 'asked', 'decide', 'sealed', 'not-yet'] as const;

/** The time of the page: what is late or new is told anew each minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function useNarrow(): boolean {
  const query = '(max-width: 760px)';
  const [narrow, setNarrow] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const tell = () => setNarrow(media.matches);
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  }, []);
  return narrow;
}

/** The value once it has stood still for a moment: while an arrow key runs, no panel is asked for. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

interface ToolsProps {
  readonly find: string;
  readonly onFind: (text: string) => void;
  readonly region: string;
  readonly onRegion: (region: string) => void;
  readonly onNew: () => void;
}

function Tools({ find, onFind, region, onRegion, onNew }: ToolsProps) {
  const words = useWords();
  return (
    <div className={styles.tools}>
      <label className={styles.search}>
        <Search aria-hidden="true" size={15} />
        <span className="sr">{words('coordinator.find')}</span>
        <input
          type="search"
          placeholder={words('coordinator.findHint')}
          value={find}
          onChange={(event) => onFind(event.target.value)}
        />
      </label>
      <label className={styles.region}>
        <span className="sr">{words('coordinator.region')}</span>
        <select value={region} onChange={(event) => onRegion(event.target.value)}>
          <option value="">{words('coordinator.region.any')}</option>
          {REGIONS.map((one) => (
            <option key={one} value={one}>
              {words(`reader.region.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.grow} />
      <Button onPress={onNew}>
        <Plus aria-hidden="true" /> {words('coordinator.new.open')}
      </Button>
    </div>
  );
}

function Foot({ shown, of }: { readonly shown: number; readonly of: number }) {
  const words = useWords();
  return (
    <footer className={styles.foot}>
      <ul aria-label={words('coordinator.legend')}>
        {MARKS.map((mark) => (
          <li key={mark}>
            <TrackMarkIcon mark={mark} /> {words(`common.mark.${mark}`)}
          </li>
        ))}
      </ul>
      <p role="status">{words('coordinator.shown', { shown, of })}</p>
    </footer>
  );
}

/** What the address says: view, case, words to find. */
function useDeskSearch() {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  return { view: viewNamed(search.view), chosen: typeof search.case === 'string' ? search.case : null };
}

/** The desk: every case by what waits on whom. */
export function DeskPage() {
  const words = useWords();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { view, chosen } = useDeskSearch();
  const cases = useCases();
  const rows = cases.data ?? NONE;
  const now = useNow();
  const narrow = useNarrow();
  const [find, setFind] = useState('');
  const [region, setRegion] = useState('');
  const [selected, setSelected] = useState<string | null>(chosen);
  const [opening, setOpening] = useState(false);
  const wanted = useDeferredValue(find);
  const counts = useMemo(() => countViews(rows, now), [rows, now]);
  const shown = useMemo(
    () =>
      rows.filter((row) => isIn(view, row, now) && (region === '' || row.region === region) && isFound(row, wanted)),
    [rows, view, now, region, wanted],
  );
  const first = shown.find(({ waiting }) => waiting.urgent) ?? shown[0];
  const current = shown.some(({ id }) => id === selected) ? selected : (first?.id ?? null);
  const panelCase = useSettled(current, 120);
  const openCase = (caseId: string) =>
    void navigate({
      to: '/desk/$caseId',
      params: { caseId } as never,
      search: (view === 'everyone' ? {} : { view }) as never,
    });
  return (
    <DeskFrame
      title={words('coordinator.title')}
      views={<DeskNav current={view} counts={counts} />}
      {...(narrow ? {} : { panel: <CasePanel caseId={panelCase} /> })}
    >
      <div className={styles.middle}>
        <div className={styles.top}>
          <h1>{words('coordinator.title')}</h1>
          <p className={styles.quiet}>
            {longDate(i18n.locale, now.toISOString())}, {clockTime(i18n.locale, now.toISOString())}
          </p>
        </div>
        <Tools find={find} onFind={setFind} region={region} onRegion={setRegion} onNew={() => setOpening(true)} />
        <Refused error={cases.error} />
        {cases.data !== undefined && shown.length === 0 ? (
          <p className={styles.empty}>{words(rows.length === 0 ? 'coordinator.noCases' : 'coordinator.nothingHere')}</p>
        ) : (
          <DeskTable
            rows={shown}
            now={now}
            narrow={narrow}
            selected={current}
            onSelect={setSelected}
            onOpen={openCase}
          />
        )}
        <Foot shown={shown.length} of={view === 'closed' ? counts.closed : counts.everyone} />
      </div>
      {opening && <NewCaseDialog onClose={() => setOpening(false)} />}
    </DeskFrame>
  );
}
