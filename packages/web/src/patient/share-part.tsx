import { useLingui } from '@lingui/react';
import type { MadeShare } from '@overread/contract/links.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseKeys, useCommand } from '../api/cases.ts';
import { casePath, json, request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { longDate } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './result.module.css';

const DAYS = ['1', '7', '30'] as const;
const VIEWS = ['1', '5', '20'] as const;

/** A new link: for whom, for how long, for how many looks. Its address is shown once. */
function NewLink({ view, onMade }: { readonly view: CaseView; readonly onMade: (url: string) => void }) {
  const words = useWords();
  const client = useQueryClient();
  const form = useForm<{ label: string; days: string; views: string }>({
    keep: `share/${view.id}`,
    start: { label: '', days: '7', views: '5' },
    check: ({ label }) => (label.trim() === '' ? { label: words('patient.share.labelMissing') } : {}),
    async send({ label, days, views }) {
      const body = { label: label.trim(), days: Number(days), views: Number(views), expectedVersion: view.version };
      const made = await request<MadeShare>(casePath(view.id, '/shares'), json('POST', body));
      client.setQueryData(caseKeys.view(view.id), made.view);
      onMade(made.url);
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField {...form.text('label')} label={words('patient.share.label')} />
      <ChoiceGroup
        name="days"
        label={words('patient.share.days')}
        value={form.values.days}
        fault={null}
        onChange={(days) => form.change({ days })}
        choices={DAYS.map((value) => ({ value, text: words('patient.share.days.count', { count: Number(value) }) }))}
      />
      <ChoiceGroup
        name="views"
        label={words('patient.share.views')}
        value={form.values.views}
        fault={null}
        onChange={(views) => form.change({ views })}
        choices={VIEWS.map((value) => ({ value, text: words('patient.share.views.count', { count: Number(value) }) }))}
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" wide busy={form.busy && words('patient.sending')}>
        {words('patient.share.make')}
      </Button>
    </form>
  );
}

function Links({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const command = useCommand(view.id);
  if (view.shares.length === 0) return null;
  const over = (share: CaseView['shares'][number]) =>
    share.withdrawnAt !== null || share.openedAt.length >= share.views || new Date(share.expiresAt) <= new Date();
  return (
    <ul className={styles.shares}>
      {view.shares.map((share) => (
        <li key={share.shareId}>
          <p>
            <b dir="auto">{share.label}</b>{' '}
            {words('patient.share.line', {
              opened: share.openedAt.length,
              views: share.views,
              date: longDate(i18n.locale, share.expiresAt),
            })}
          </p>
          {share.openedAt.length > 0 && (
            <p className={styles.signed}>
              {words('patient.share.last', { date: longDate(i18n.locale, share.openedAt.at(-1) ?? '') })}
            </p>
          )}
          {over(share) ? (
            <p className={styles.signed}>{words('patient.share.over')}</p>
          ) : (
            <Button kind="bare" onPress={() => command.mutate({ type: 'withdrawShare', shareId: share.shareId })}>
              {words('patient.share.withdraw')}
              <span className="sr"> {share.label}</span>
            </Button>
          )}
        </li>
      ))}
      <ProblemNotice error={command.error} />
    </ul>
  );
}

/** The result shown to anybody by a link: made, looked after and taken back by the patient. */
export function SharePart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  return (
    <section aria-labelledby="share" className={styles.noPrint}>
      <h2 id="share">{words('patient.share.title')}</h2>
      <p>{words('patient.share.lead')}</p>
      {url !== null && (
        <div role="status">
          <p>{words('patient.share.made')}</p>
          <p className={styles.url}>{url}</p>
          <Button wide onPress={() => void navigator.clipboard?.writeText(url)}>
            {words('patient.share.copy')}
          </Button>
        </div>
      )}
      <Links view={view} />
      {open ? (
        <NewLink
          view={view}
          onMade={(made) => {
            setUrl(made);
            setOpen(false);
          }}
        />
      ) : (
        <Button wide onPress={() => setOpen(true)}>
          {words('patient.share.open')}
        </Button>
      )}
    </section>
  );
}
