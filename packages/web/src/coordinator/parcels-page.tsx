import { useLingui } from '@lingui/react';
import type { ParcelView } from '@overread/contract/stations.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, ScanBarcode } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCases } from '../api/index.ts';
import { Button } from '../ui/button.tsx';
import { DeskPage } from '../ui/desk-page.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import { DeskNav } from './desk-nav.tsx';
import { countViews } from './desk-views.ts';
import { ArrivedDialog } from './parcel-dialogs.tsx';
import { ParcelPanel } from './parcel-panel.tsx';
import styles from './parcels.module.css';
import { useParcel, useParcels } from './parcels-api.ts';
import { filterNamed, isInFilter, PARCEL_FILTERS, type ParcelFilter, scannedParcel } from './parcels-model.ts';

const NONE: readonly never[] = [];

interface ScanProps {
  readonly parcels: readonly ParcelView[];
  readonly onFound: (parcelId: string) => void;
}

/** A bar-code scanner types like a keyboard and ends with Enter; a hand may do the same. */
function ScanBox({ parcels, onFound }: ScanProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const open = () => {
    const found = scannedParcel(typed, parcels);
    setWrong(found === null ? words('coordinator.parcel.scanWrong', { code: typed.trim() }) : '');
    if (found === null) return;
    setTyped('');
    onFound(found);
  };
  return (
    <form
      className={styles.scan}
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <label htmlFor="scan">{words('coordinator.parcel.scan')}</label>
      <div>
        <ScanBarcode aria-hidden="true" size={16} />
        <input
          id="scan"
          // The station's screen: whatever the scanner types has to land here.
          // biome-ignore lint/a11y/noAutofocus: the one thing this page is opened for
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder="P7K2M-9QXD4"
          value={typed}
          aria-invalid={wrong === '' ? undefined : true}
          aria-describedby={wrong === '' ? undefined : 'scan-fault'}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{words('coordinator.parcel.scanOpen')}</Button>
      </div>
      <div role="alert">{wrong !== '' && <ErrorLine id="scan-fault" text={wrong} />}</div>
    </form>
  );
}

interface FiltersProps {
  readonly current: ParcelFilter;
  readonly parcels: readonly ParcelView[];
  readonly onChange: (filter: ParcelFilter) => void;
}

function Filters({ current, parcels, onChange }: FiltersProps) {
  const words = useWords();
  return (
    <ul className={styles.filters} aria-label={words('coordinator.parcel.filters')}>
      {PARCEL_FILTERS.map((filter) => (
        <li key={filter}>
          <button type="button" aria-pressed={filter === current} onClick={() => onChange(filter)}>
            {words(`coordinator.parcel.filter.${filter}`)}{' '}
            <span>{parcels.filter((parcel) => isInFilter(filter, parcel)).length.toLocaleString('en')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface TableProps {
  readonly parcels: readonly ParcelView[];
  readonly chosen: string | null;
  readonly onChoose: (parcelId: string) => void;
}

function Table({ parcels, chosen, onChoose }: TableProps) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words('coordinator.parcel.column.number')}</th>
          <th scope="col">{words('coordinator.parcel.column.whose')}</th>
          <th scope="col">{words('coordinator.parcel.column.state')}</th>
          <th scope="col">{words('coordinator.parcel.contents')}</th>
          <th scope="col">{words('coordinator.parcel.column.since')}</th>
        </tr>
      </thead>
      <tbody>
        {parcels.map(({ parcelId, patientName, caseNumber, state, contents, steps }) => (
          <tr key={parcelId} data-chosen={parcelId === chosen ? '' : undefined} data-state={state}>
            <th scope="row">
              <button type="button" aria-pressed={parcelId === chosen} onClick={() => onChoose(parcelId)}>
                {parcelId}
              </button>
            </th>
            <td>
              {patientName === '' ? words('coordinator.parcel.unknown') : patientName}{' '}
              <span className={styles.quiet}>{caseNumber}</span>
            </td>
            <td>{words(`coordinator.parcel.state.${state}`)}</td>
            <td>{contents}</td>
            <td className={styles.quiet}>
              <time dateTime={steps.at(-1)?.at}>{shortMoment(i18n.locale, steps.at(-1)?.at ?? '')}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the address says: which parcels, and the one that is open. */
function useAddress() {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const chosen = typeof search.parcel === 'string' ? search.parcel : null;
  const filter = filterNamed(search.show);
  const go = (next: { readonly filter?: ParcelFilter; readonly parcel?: string }) =>
    void navigate({
      to: '/desk/parcels',
      search: { show: next.filter ?? filter, parcel: next.parcel ?? chosen ?? undefined } as never,
    });
  return { chosen, filter, go };
}

/** The register of discs that come by mail: scan, read, send back. */
export function ParcelsPage() {
  const words = useWords();
  const { chosen, filter, go } = useAddress();
  const cases = useCases();
  const rows = cases.data ?? NONE;
  const counts = useMemo(() => countViews(rows, new Date()), [rows]);
  const register = useParcels();
  const parcels = register.data ?? NONE;
  const listed = parcels.find(({ parcelId }) => parcelId === chosen);
  const asked = useParcel(register.data === undefined || listed !== undefined ? null : chosen);
  const open = listed ?? asked.data ?? null;
  const [adding, setAdding] = useState(false);
  const shown = parcels.filter((parcel) => isInFilter(filter, parcel));
  return (
    <DeskPage
      title={words('coordinator.parcels')}
      views={<DeskNav current="parcels" counts={counts} />}
      {...(open === null ? {} : { panel: <ParcelPanel parcel={open} /> })}
    >
      <div className={styles.middle}>
        <div className={styles.top}>
          <h1>{words('coordinator.parcels')}</h1>
          <Button onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" /> {words('coordinator.parcel.arrived')}
          </Button>
        </div>
        <ScanBox parcels={parcels} onFound={(parcel) => go({ parcel })} />
        <Refused error={register.error ?? asked.error} />
        <Filters current={filter} parcels={parcels} onChange={(next) => go({ filter: next })} />
        {register.data !== undefined && shown.length === 0 ? (
          <p className={styles.empty}>{words(`coordinator.parcel.none.${filter}`)}</p>
        ) : (
          <Table parcels={shown} chosen={open?.parcelId ?? null} onChoose={(parcel) => go({ parcel })} />
        )}
      </div>
      {adding && (
        <ArrivedDialog
          onClose={() => setAdding(false)}
          onNoted={(parcel) => {
            setAdding(false);
            go({ parcel, filter: 'here' });
          }}
        />
      )}
    </DeskPage>
  );
}
