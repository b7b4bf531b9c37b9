import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './mail.module.css';
import { type Announcement, useAnnounce } from './mail-api.ts';

const START: Announcement = { contents: '', carrier: '', trackingNumber: '', wish: 'returned', returnTo: '' };

/** What is in the parcel, who carries it, and what is to become of the disc. */
export function MailForm({ caseId }: { readonly caseId: string }) {
  const words = useWords();
  const announce = useAnnounce(caseId);
  const form = useForm<Announcement>({
    keep: `mail/${caseId}`,
    start: START,
    check: ({ contents, wish, returnTo }) => ({
      ...(contents.trim() === '' ? { contents: words('intake.mail.contentsMissing') } : {}),
      ...(wish === 'returned' && returnTo.trim() === '' ? { returnTo: words('intake.mail.returnToMissing') } : {}),
    }),
    send: (values) => announce.mutateAsync(values.wish === 'returned' ? values : { ...values, returnTo: '' }),
  });
  const { values } = form;
  return (
    <form noValidate className={styles.form} onSubmit={form.submit}>
      <TextField
        {...form.text('contents')}
        label={words('intake.mail.contents')}
        hint={words('intake.mail.contentsHint')}
      />
      <ChoiceGroup
        label={words('intake.mail.wish')}
        name="wish"
        value={values.wish}
        onChange={(wish) => form.change({ wish })}
        choices={(['returned', 'destroyed'] as const).map((value) => ({
          value,
          text: words(`intake.mail.wish.${value}`),
          hint: words(`intake.mail.wishHint.${value}`),
        }))}
      />
      {values.wish === 'returned' && (
        <TextArea
          {...form.text('returnTo')}
          label={words('intake.mail.returnTo')}
          hint={words('intake.mail.returnToHint')}
        />
      )}
      <div className={styles.pair}>
        <TextField {...form.text('carrier')} label={words('intake.mail.carrier')} optional />
        <TextField {...form.text('trackingNumber')} label={words('intake.mail.tracking')} optional />
      </div>
      <ProblemNotice error={form.problem} />
      <div>
        <Button kind="main" type="submit" busy={form.busy && words('intake.mail.announcing')}>
          {words('intake.mail.announce')}
        </Button>
      </div>
    </form>
  );
}
