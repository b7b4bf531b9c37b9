import { useLingui } from '@lingui/react';
import type { HeldArrival } from '@overread/contract/holding.ts';
import { useMemo, useState } from 'react';
import { useCases } from '../api/index.ts';
import { DeskPage as DeskFrame } from '../ui/desk-page.tsx';
import { plainDate, shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import styles from './desk.module.css';
import { DeskNav } from './desk-nav.tsx';
import { countViews } from './desk-views.ts';
import holding from './holding.module.css';
import { useHolding } from './holding-api.ts';
import { HoldingPanel } from './holding-panel.tsx';
import { personName } from './identity-model.ts';

const NONE: readonly never[] = [];

interface EntryProps {
  readonly arrival: HeldArrival;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One study: who it is about, what it is, how it came. */
function Entry({ arrival, chosen, onChoose }: EntryProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { study, way, sender, at, state } = arrival;
  const name = personName(study?.patient.name ?? '');
  const born = study === null || study.patient.birthDate === '' ? '' : plainDate(i18n.locale, study.patient.birthDate);
  const images = study === null ? '' : words('coordinator.holding.images', { count: study.instances });
  return (
    <li>
      <button type="button" className={holding.entry} aria-pressed={chosen} onClick={onChoose}>
        <b>{name === '' ? words('coordinator.holding.noName') : name}</b>
        <span>{born === '' ? '' : words('coordinator.born', { date: born })}</span>
        <span className={holding.what}>
          {[study?.description, study?.modalities.join(', '), images].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.quiet}>
          {words(`coordinator.holding.way.${way}`, { sender })}, {shortMoment(i18n.locale, at)}
        </span>
        {state !== 'waiting' && <i>{words(`coordinator.holding.state.${state}`)}</i>}
      </button>
    </li>
  );
}

/** The holding area: studies that came unasked, each of which belongs into a case or nowhere. */
export function HoldingPage() {
  const words = useWords();
  const cases = useCases();
  const rows = cases.data ?? NONE;
  const counts = useMemo(() => countViews(rows, new Date()), [rows]);
  const list = useHolding();
  const arrivals = list.data ?? NONE;
  const [selected, setSelected] = useState<string | null>(null);
  const waiting = arrivals.filter(({ state }) => state === 'waiting');
  const current = waiting.find(({ arrivalId }) => arrivalId === selected) ?? waiting[0];
  return (
    <DeskFrame
      title={words('coordinator.holding.title', { count: waiting.length })}
      views={<DeskNav current="holding" counts={counts} />}
      {...(current === undefined
        ? {}
        : { panel: <HoldingPanel key={current.arrivalId} arrival={current} rows={rows} /> })}
    >
      <div className={holding.page}>
        <h1>{words('coordinator.holding.title', { count: waiting.length })}</h1>
        <p className={styles.quiet}>{words('coordinator.holding.lead')}</p>
        <Refused error={list.error} />
        {list.isPending && <p role="status">{words('coordinator.holding.loading')}</p>}
        {arrivals.length > 0 && (
          <ul className={holding.list}>
            {arrivals.map((arrival) => (
              <Entry
                key={arrival.arrivalId}
                arrival={arrival}
                chosen={arrival === current}
                onChoose={() => setSelected(arrival.arrivalId)}
              />
            ))}
          </ul>
        )}
      </div>
    </DeskFrame>
  );
}
