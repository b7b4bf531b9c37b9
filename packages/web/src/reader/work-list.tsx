import { useLingui } from '@lingui/react';
import type { CaseRow } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCases, useCommand } from '../api/cases.ts';
import { ageOn, shortMoment } from '../ui/format.ts';
import { SitePage } from '../ui/site-page.tsx';
import { useWords } from '../ui/use-words.ts';
import { ReaderDialog } from './dialog.tsx';
import { TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';
import { usePromise } from './room-header.tsx';
import list from './work-list.module.css';
import { type Group, groupOf, inWorkOrder } from './work-list-groups.ts';

const GROUPS: readonly Group[] = ['offered', 'toRead', 'toCompare', 'signed'];

function useRowTitle(row: CaseRow): string {
  const words = useWords();
  const age = ageOn(row.birthDate, new Date());
  const side = row.side === 'none' || row.side === '' ? '' : `${words(`reader.side.${row.side}`)} `;
  const region = row.region === '' ? '' : `${side}${words(`reader.region.${row.region}`)}`;
  const who = [row.sex, age === null ? '' : String(age)].filter((part) => part !== '').join(' ');
  return [row.patientName, who, region].filter((part) => part !== '').join(' · ');
}

interface OfferDialogProps {
  readonly row: CaseRow;
  readonly offerId: string;
  readonly onClose: () => void;
}

/** Acceptance asks for the statement that there is no conflict of interest; without it the offer stays open. */
function AcceptDialog({ row, offerId, onClose }: OfferDialogProps) {
  const words = useWords();
  const title = useRowTitle(row);
  const command = useCommand(row.id);
  const [noConflict, setNoConflict] = useState(false);
  return (
    <ReaderDialog title={words('reader.accept.title')} open onClose={onClose}>
      <p>
        <b>{title}</b>
      </p>
      <label className={styles.check}>
        <input type="checkbox" checked={noConflict} onChange={(event) => setNoConflict(event.target.checked)} />{' '}
        <span>{words('reader.accept.noConflict')}</span>
      </label>
      {command.isError && (
        <p className={styles.error} role="alert">
          {command.error.message}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button
          type="button"
          className={styles.main}
          aria-disabled={!noConflict}
          aria-busy={command.isPending}
          onClick={() => {
            if (noConflict && !command.isPending)
              command.mutate({ type: 'acceptOffer', offerId, noConflict }, { onSuccess: onClose });
          }}
        >
          {words(noConflict ? 'reader.accept.confirm' : 'reader.accept.needs')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}

function DeclineDialog({ row, offerId, onClose }: OfferDialogProps) {
  const words = useWords();
  const command = useCommand(row.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <ReaderDialog title={words('reader.decline.title')} open onClose={onClose}>
      <TextLineField label={words('reader.decline.reason')} rows={2} value={reason} onChange={setReason} />
      {((tried && missing) || command.isError) && (
        <p className={styles.error} role="alert">
          {command.error?.message ?? words('reader.decline.missing')}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button
          type="button"
          className={styles.main}
          aria-busy={command.isPending}
          onClick={() => {
            setTried(true);
            if (!missing && !command.isPending)
              command.mutate({ type: 'declineOffer', offerId, reason: reason.trim() }, { onSuccess: onClose });
          }}
        >
          {words('reader.decline.confirm')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}

function OfferButtons({
  row,
  offerId,
  title,
}: {
  readonly row: CaseRow;
  readonly offerId: string;
  readonly title: string;
}) {
  const words = useWords();
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <button type="button" className={styles.main} onClick={() => setAsking('accept')}>
        {words('reader.accept')}
        <span className={styles.sr}> {title}</span>
      </button>
      <button type="button" className={styles.button} onClick={() => setAsking('decline')}>
        {words('reader.decline')}
        <span className={styles.sr}> {title}</span>
      </button>
      {asking === 'accept' && <AcceptDialog row={row} offerId={offerId} onClose={close} />}
      {asking === 'decline' && <DeclineDialog row={row} offerId={offerId} onClose={close} />}
    </>
  );
}

function CaseLine({ row, group }: { readonly row: CaseRow; readonly group: Group }) {
  const words = useWords();
  const { i18n } = useLingui();
  const title = useRowTitle(row);
  const promise = usePromise(row.promisedBy);
  const waiting = row.waiting.who === 'reader' || row.waiting.who === 'nobody' ? '' : row.waiting.who;
  const to = group === 'toRead' ? '/read/$caseId' : '/compare/$caseId';
  return (
    <li className={list.line}>
      <div>
        <h3>{title}</h3>
        <p className={list.question}>{row.question}</p>
        <p className={styles.quiet}>
          {row.number}
          {waiting !== '' && ` · ${words('reader.list.waits', { who: words(`reader.who.${waiting}`) })}`}
        </p>
      </div>
      <p className={list.promise} data-urgent={row.waiting.urgent ? '' : undefined}>
        {group === 'signed' ? words('reader.list.updated', { at: shortMoment(i18n.locale, row.updatedAt) }) : promise}
      </p>
      <div className={list.acts}>
        {group === 'offered' && row.offerId !== null ? (
          <OfferButtons row={row} offerId={row.offerId} title={title} />
        ) : (
          <Link className={group === 'signed' ? styles.button : styles.main} to={to} params={{ caseId: row.id }}>
            {words(`reader.list.open.${group}`)}
            <span className={styles.sr}> {title}</span>
          </Link>
        )}
      </div>
    </li>
  );
}

function headline(words: ReturnType<typeof useWords>, rows: readonly CaseRow[]): string {
  const count = (group: Group) => rows.filter((row) => groupOf(row) === group).length;
  const [offered, toRead, toCompare] = [count('offered'), count('toRead'), count('toCompare')];
  if (offered + toRead + toCompare === 0) return words('reader.list.nothing');
  return words('reader.list.headline', { read: toRead, compare: toCompare, offered });
}

/** The reader's work list: what is offered, what is to be read and compared, and what was signed. */
export function ReaderWorkListPage() {
  const words = useWords();
  const cases = useCases();
  if (cases.error !== null)
    return (
      <SitePage title={words('reader.list.title')} className={list.page} density="dense">
        <h1>{words('reader.list.title')}</h1>
        <p className={styles.error} role="alert">
          {cases.error.message}
        </p>
      </SitePage>
    );
  const rows = cases.data;
  return (
    <SitePage title={words('reader.list.title')} className={list.page} density="dense">
      <p className={styles.quiet}>{words('reader.list.title')}</p>
      <h1>{rows === undefined ? words('reader.list.loading') : headline(words, rows)}</h1>
      {GROUPS.map((group) => {
        const own = inWorkOrder((rows ?? []).filter((row) => groupOf(row) === group));
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{words(`reader.list.${group}`)}</h2>
            <ul className={list.lines}>
              {own.map((row) => (
                <CaseLine key={row.id} row={row} group={group} />
              ))}
            </ul>
          </section>
        );
      })}
    </SitePage>
  );
}
