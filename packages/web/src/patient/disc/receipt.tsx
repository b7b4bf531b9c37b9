import { useLingui } from '@lingui/react';
import type { ImportView } from '@overread/contract/imports.ts';
import type { TrackMark } from '@overread/rules/case/view.ts';
import { plainDate, shortMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { TrackMarkIcon } from '../../ui/track-mark.tsx';
import { useWords } from '../../ui/use-words.ts';
import { spokenName } from './describe-disc.ts';
import styles from './disc.module.css';
import { LeftList } from './left-list.tsx';
import { ReceiptLinks } from './receipt-links.tsx';

const MARKS: Readonly<Record<ImportView['studies'][number]['state'], TrackMark>> = {
  attached: 'done',
  held: 'asked',
  rejected: 'not-yet',
  pending: 'under-way',
};

/** Whether all that the disc itself lists has arrived. */
function Listed({ delivery }: { readonly delivery: ImportView }) {
  const words = useWords();
  return (delivery.listed ?? []).map(({ path, images, missing }) => (
    <div key={path} className={styles.quiet}>
      <p>{words('intake.listed', { images, missing: missing.length })}</p>
      {missing.length > 0 && (
        <LeftList left={missing.map((file) => ({ path: file, reason: words('intake.listedMissing') }))} />
      )}
    </div>
  ));
}

/** What the person left out. */
function NotSentList({ delivery }: { readonly delivery: ImportView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { notSent } = delivery;
  if (notSent.length === 0) return null;
  return (
    <>
      <h3>{words('intake.receipt.notSent')}</h3>
      <ul className={styles.left}>
        {notSent.map(({ why, study, series, date, images }) => {
          const day = date === '' ? '' : plainDate(i18n.locale, date);
          const what = [study || words('intake.study.unnamed'), series, day].filter((part) => part !== '').join(', ');
          return (
            <li key={`${why} ${what} ${images}`}>{words(`intake.receipt.notSent.${why}`, { what, count: images })}</li>
          );
        })}
      </ul>
    </>
  );
}

/** What arrived, what was here before, what could not be read and why, and whether somebody has to look first. */
export function Receipt({ caseId, delivery }: { readonly caseId: string; readonly delivery: ImportView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { studies, instances, alreadyHere, ignored, refused, finishedAt, startedAt, error, leftOnDisc } = delivery;
  const noPictures = ignored.length + leftOnDisc.reduce((sum, { files }) => sum + files, 0);
  const rows = [
    { id: 'new', count: instances - alreadyHere },
    { id: 'alreadyHere', count: alreadyHere },
    { id: 'refused', count: refused.length },
    { id: 'ignored', count: noPictures },
  ].filter(({ id, count }) => count > 0 || id === 'new');
  return (
    <section aria-labelledby={`receipt-${delivery.importId}`}>
      <h2 id={`receipt-${delivery.importId}`}>{words('intake.receipt.title')}</h2>
      <p className={styles.quiet}>{shortMoment(i18n.locale, finishedAt ?? startedAt)}</p>
      {delivery.state === 'failed' && (
        <Notice kind="stop" live="alert">
          <p>{error ?? words('intake.receipt.failedSay')}</p>
        </Notice>
      )}
      {studies.length > 0 && (
        <ul className={styles.facts}>
          {studies.map((study) => (
            <li key={study.studyInstanceUid}>
              <TrackMarkIcon mark={MARKS[study.state]} />
              <div>
                <b>{study.description || words('intake.study.unnamed')}</b>
                <span>
                  {spokenName(study.patientName)} · {words('intake.series.count', { count: study.instances })} ·{' '}
                  {words(`intake.receipt.state.${study.state}`)}
                </span>
                {study.state === 'held' && <span>{words('intake.receipt.heldSay')}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.tally}>
        {rows.map(({ id, count }) => (
          <div key={id}>
            <dt>{words(`intake.receipt.${id}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {refused.length > 0 && <LeftList left={refused} />}
      <Listed delivery={delivery} />
      <NotSentList delivery={delivery} />
      {delivery.state === 'done' && <ReceiptLinks caseId={caseId} importId={delivery.importId} />}
    </section>
  );
}
