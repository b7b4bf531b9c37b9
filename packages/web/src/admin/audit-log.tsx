import { useLingui } from '@lingui/react';
import type { AuditEntry } from '@overread/contract/wire.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import { useAudit } from '../coordinator/staff-api.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/choice-group.tsx';
import { shortMoment } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';
import { actionPlain, actionSay, filterAudit } from './audit-model.ts';

const STEP = 50;
const NONE: readonly AuditEntry[] = [];

function useAction(): (action: string) => string {
  const words = useWords();
  const { i18n } = useLingui();
  return (action) => {
    const id = actionSay(action);
    return i18n.messages[id] === undefined ? actionPlain(action) : words(id);
  };
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const words = useWords();
  const { i18n } = useLingui();
  const action = useAction();
  const refused = entry.outcome === 'refused';
  return (
    <tr data-refused={refused ? '' : undefined}>
      <td>
        <time dateTime={entry.at}>{shortMoment(i18n.locale, entry.at)}</time>
      </td>
      <th scope="row">
        {entry.personName === '' ? words('admin.audit.stranger') : entry.personName}{' '}
        {entry.role !== '' && <span className={styles.quiet}>{words(`admin.role.${entry.role}`)}</span>}
      </th>
      <td>
        {refused ? words('admin.audit.refused', { action: action(entry.action) }) : action(entry.action)}
        {entry.detail !== '' && <small>{entry.detail}</small>}
      </td>
      <td>{entry.caseNumber}</td>
    </tr>
  );
}

/** Who saw or did what, and what was refused. */
export function AuditLog() {
  const words = useWords();
  const audit = useAudit();
  const [find, setFind] = useState('');
  const [refusedOnly, setRefusedOnly] = useState(false);
  const [shown, setShown] = useState(STEP);
  const wanted = useDeferredValue(find);
  const entries = audit.data ?? NONE;
  const found = useMemo(() => filterAudit(entries, { find: wanted, refusedOnly }), [entries, wanted, refusedOnly]);
  return (
    <section id="audit" className={styles.part} aria-labelledby="audit-title">
      <h2 id="audit-title">{words('admin.audit')}</h2>
      <p className={styles.quiet}>{words('admin.audit.lead')}</p>
      <ProblemNotice error={audit.error} />
      <div className={styles.filters}>
        <TextField label={words('admin.audit.find')} name="find" value={find} onChange={setFind} type="search" />
        <CheckboxField
          label={words('admin.audit.refusedOnly')}
          name="refused"
          checked={refusedOnly}
          onChange={setRefusedOnly}
        />
        <p role="status" className={styles.quiet}>
          {audit.data === undefined ? words('admin.loading') : words('admin.audit.count', { count: found.length })}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, also by key */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words('admin.audit.when')}</th>
              <th scope="col">{words('admin.audit.who')}</th>
              <th scope="col">{words('admin.audit.what')}</th>
              <th scope="col">{words('coordinator.column.number')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((entry, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id of their own
              <Entry key={`${entry.at}${i}`} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > shown && (
        <Button onPress={() => setShown(shown + STEP)}>
          {words('admin.audit.more', { count: found.length - shown })}
        </Button>
      )}
    </section>
  );
}
