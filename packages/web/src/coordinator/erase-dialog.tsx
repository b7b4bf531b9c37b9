import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { ERASURE_GROUNDS, type ErasureGround } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { plainDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { FormDialog, useFields } from './act-dialog.tsx';
import styles from './case.module.css';
import { useCasePost, useErasure } from './staff-api.ts';

/** What goes, counted by the service, and what stays. */
function Goes({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const counted = useErasure(view.id, view.version);
  const { images = 0, imageBytes = 0, reports = 0, documents = 0, drafts = 0, uploads = 0 } = counted.data ?? {};
  const megabytes = Math.ceil(imageBytes / 1e6);
  return (
    <Notice kind="stop" title={words('coordinator.erase.goes')}>
      <p>
        {counted.data === undefined
          ? (counted.error?.message ?? words('coordinator.erase.counting'))
          : words('coordinator.erase.counted', { images, megabytes, reports, documents })}
      </p>
      {drafts + uploads > 0 && <p>{words('coordinator.erase.unfinished', { drafts, uploads })}</p>}
      <p>{words('coordinator.erase.noWayBack')}</p>
    </Notice>
  );
}

function EraseDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  const post = useCasePost(view.id);
  const [ground, setGround] = useState<ErasureGround | null>(null);
  const [groundFault, setGroundFault] = useState<string | null>(null);
  const { values, field, fine } = useFields({ reason: '', confirm: '' });
  const over = view.stage === 'closed' || view.stage === 'cancelled';

  function onSubmit() {
    const [reason, confirm] = [values.reason.trim(), values.confirm.trim()];
    setGroundFault(ground === null ? words('coordinator.erase.groundMissing') : null);
    const complete = fine({
      reason: reason === '' ? words('coordinator.reasonNeeded') : null,
      confirm: confirm === view.number ? null : words('coordinator.erase.confirmWrong', { number: view.number }),
    });
    if (!complete || ground === null) return;
    post.mutate({ rest: '/erasure', body: { ground, reason, confirm } }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={words('coordinator.erase.title')}
      lead={words(over ? 'coordinator.erase.lead' : 'coordinator.erase.leadOpen')}
      submit={words('coordinator.erase.submit')}
      pending={post.isPending}
      error={post.error}
      onSubmit={onSubmit}
      onClose={onClose}
      stop
    >
      <Goes view={view} />
      <ChoiceGroup
        name="ground"
        label={words('coordinator.erase.ground')}
        {...(view.reading.signedAt === null ? {} : { hint: words('coordinator.erase.keptByLaw') })}
        value={ground}
        fault={groundFault}
        onChange={(chosen) => {
          setGround(chosen);
          setGroundFault(null);
        }}
        choices={ERASURE_GROUNDS.filter((each) => over || each !== 'retention-ended').map((value) => ({
          value,
          text: words(`coordinator.erase.ground.${value}`),
        }))}
      />
      <TextArea
        {...field('reason')}
        label={words('coordinator.reason')}
        hint={words('coordinator.erase.reasonHint')}
        rows={2}
      />
      <TextField
        {...field('confirm')}
        label={words('coordinator.erase.confirm', { number: view.number })}
        autoComplete="off"
      />
    </FormDialog>
  );
}

/** Erasing what the case holds, or that it was erased. */
export function Erasing({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const { erased } = view;
  if (erased !== null)
    return (
      <section aria-labelledby="erased">
        <h2 id="erased">{words('coordinator.erased.title')}</h2>
        <p>
          {words('coordinator.erased.what', { on: plainDate(i18n.locale, erased.at), ...erased.erased })}{' '}
          {words(`coordinator.erase.ground.${erased.ground}`)}.
        </p>
        <p className={styles.doctor} dir="auto">
          {erased.reason}
        </p>
        <p className={styles.quiet}>{words('coordinator.erased.stays')}</p>
      </section>
    );
  if (!view.mayDo.includes('eraseCase')) return null;
  return (
    <section>
      <Button kind="bare" onPress={() => setOpen(true)}>
        {words('coordinator.erase.open')}
      </Button>
      {open && <EraseDialog view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}
