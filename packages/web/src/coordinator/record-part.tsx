import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { shortMoment } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import styles from './case.module.css';
import { Part } from './part.tsx';
import { entryWords, newestFirst } from './record-words.ts';
import { useRecord } from './staff-api.ts';

const SHOWN = 12;

/** Every event of the case, newest first: what, who, when, and the hash that covers the one before. */
export function RecordPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const record = useRecord(view.id, view.version);
  const [all, setAll] = useState(false);
  const events = newestFirst(record.data?.events ?? []);
  return (
    <Part part="record" title={words('coordinator.part.record')} view={view}>
      <Refused error={record.error} />
      {record.data !== undefined &&
        (record.data.intact ? (
          <p className={styles.intact}>{words('coordinator.record.intact', { count: events.length })}</p>
        ) : (
          <Notice kind="stop" title={words('coordinator.record.broken')}>
            <p>{words('coordinator.record.brokenSay')}</p>
          </Notice>
        ))}
      <ol className={styles.record} reversed>
        {(all ? events : events.slice(0, SHOWN)).map((event) => (
          <li key={event.version}>
            <time dateTime={event.at}>{shortMoment(i18n.locale, event.at)}</time>
            <p>
              {entryWords(i18n.locale, event)}{' '}
              {!event.say.includes(event.actor) && <span className={styles.quiet}>{event.actor}</span>}
            </p>
            <code title={event.hash}>{event.hash.slice(0, 8)}</code>
          </li>
        ))}
      </ol>
      {!all && events.length > SHOWN && (
        <p>
          <Button kind="bare" onPress={() => setAll(true)}>
            {words('coordinator.record.all', { count: events.length })}
          </Button>
        </p>
      )}
    </Part>
  );
}
