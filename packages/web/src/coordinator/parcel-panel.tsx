import { useLingui } from '@lingui/react';
import type { ParcelView } from '@overread/contract/stations.ts';
import type { ParcelStepType } from '@overread/rules/parcels/parcel.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { casePath } from '../api/index.ts';
import { Button, ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import { StepDialog } from './parcel-dialogs.tsx';
import styles from './parcels.module.css';
import { useNoteStep } from './parcels-api.ts';
import { importCommand, isToRead } from './parcels-model.ts';

/** Steps that say all with their name: noted by one press. The others ask for a word, a case or a delivery. */
const PLAIN: ReadonlySet<ParcelStepType> = new Set<ParcelStepType>([
  'received',
  'opened',
  'returned',
  'destroyed',
  'kept',
]);

function Steps({ parcel }: { readonly parcel: ParcelView }) {
  const words = useWords();
  const note = useNoteStep(parcel.parcelId);
  const [asked, setAsked] = useState<ParcelStepType | null>(null);
  if (parcel.next.length === 0) return <p className={styles.quiet}>{words('coordinator.parcel.over')}</p>;
  // A disc is read into a case: until it is known which, that step leads nowhere.
  const steps = parcel.next.filter((type) => type !== 'read' || parcel.caseId !== null);
  const take = (type: ParcelStepType) => (PLAIN.has(type) ? note.mutate({ type, note: '' }) : setAsked(type));
  return (
    <>
      <Refused error={note.error} />
      <div className={styles.steps}>
        {steps.map((type, i) => (
          <Button
            key={type}
            kind={i === 0 ? 'main' : 'plain'}
            onPress={() => take(type)}
            busy={note.isPending && note.variables.type === type && words('coordinator.recording')}
          >
            {words(`coordinator.parcel.step.${type}`)}
          </Button>
        ))}
      </div>
      {asked !== null && <StepDialog parcel={parcel} type={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** The command for the station, and the browser as the other way. */
function Reading({ parcel }: { readonly parcel: ParcelView }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const command = importCommand(parcel, window.location.origin);
  if (command === null || parcel.caseId === null || !isToRead(parcel)) return null;
  const copy = () => void navigator.clipboard?.writeText(command).then(() => setCopied(true));
  return (
    <section className={styles.block} aria-labelledby="parcel-reading">
      <h3 id="parcel-reading">{words('coordinator.parcel.reading')}</h3>
      <p>{words('coordinator.parcel.readingLead')}</p>
      <code className={styles.command}>{command}</code>
      <div className={styles.steps}>
        {navigator.clipboard !== undefined && (
          <Button onPress={copy}>{words(copied ? 'coordinator.parcel.copied' : 'coordinator.parcel.copy')}</Button>
        )}
        <ButtonLink kind="bare" to="/case/$caseId/images" params={{ caseId: parcel.caseId }}>
          {words('coordinator.parcel.inBrowser')}
        </ButtonLink>
      </div>
    </section>
  );
}

function Facts({ parcel }: { readonly parcel: ParcelView }) {
  const words = useWords();
  const { carrier, trackingNumber, wish, returnTo, contents } = parcel;
  const rows = [
    ['contents', contents],
    ['carrier', [carrier, trackingNumber].filter(Boolean).join(', ')],
    ['wish', words(`coordinator.parcel.wish.${wish}`)],
    ['returnTo', wish === 'returned' ? returnTo : ''],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{words(`coordinator.parcel.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Story({ parcel }: { readonly parcel: ParcelView }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <section className={styles.block} aria-labelledby="parcel-story">
      <h3 id="parcel-story">{words('coordinator.parcel.story')}</h3>
      <ol className={styles.story}>
        {parcel.steps.map(({ type, at, by, note, importId }) => (
          <li key={`${at}${type}`}>
            <time dateTime={at}>{shortMoment(i18n.locale, at)}</time>
            <div>
              <strong>{words(`coordinator.parcel.happened.${type}`)}</strong> <span className={styles.quiet}>{by}</span>
              {note !== '' && <p>{note}</p>}
              {importId !== null && parcel.caseId !== null && (
                <p>
                  <a
                    href={casePath(parcel.caseId, `/imports/${encodeURIComponent(importId)}/receipt.pdf`)}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {words('coordinator.parcel.receipt')}
                  </a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One parcel: what comes next, how its disc is read, its papers, and all that happened to it. */
export function ParcelPanel({ parcel }: { readonly parcel: ParcelView }) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { parcelId, caseId, caseNumber, patientName, state, wish, returnTo } = parcel;
  // Whoever scanned a sheet looks at the parcel next, and so does a screen reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another parcel, another focus
  useEffect(() => heading.current?.focus({ preventScroll: false }), [parcelId]);
  const path = `/api/parcels/${parcelId}`;
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 ref={heading} tabIndex={-1}>
          {parcelId}
        </h2>
        <p>
          {caseId === null ? (
            words('coordinator.parcel.noCase')
          ) : (
            <Link to="/desk/$caseId" params={{ caseId } as never}>
              {words('coordinator.parcel.ofCase', { name: patientName, number: caseNumber ?? '' })}
            </Link>
          )}
        </p>
      </div>
      <section className={styles.next} data-state={state} aria-labelledby="parcel-next">
        <h3 id="parcel-next">{words(`coordinator.parcel.now.${state}`)}</h3>
        <Steps key={parcelId} parcel={parcel} />
      </section>
      <Reading key={`${parcelId}-reading`} parcel={parcel} />
      <section className={styles.block}>
        <Facts parcel={parcel} />
        <div className={styles.steps}>
          <ButtonAnchor href={`${path}/cover-sheet.pdf`} newTab>
            {words('coordinator.parcel.coverSheet')}
          </ButtonAnchor>
          {wish === 'returned' && returnTo.trim() !== '' && (
            <ButtonAnchor href={`${path}/return-label.pdf`} newTab>
              {words('coordinator.parcel.returnLabel')}
            </ButtonAnchor>
          )}
        </div>
      </section>
      <Story parcel={parcel} />
    </div>
  );
}
