import { useLingui } from '@lingui/react';
import type { MailView } from '@overread/contract/wire.ts';
import { useMailbox } from '../api/people.ts';
import { shortMoment } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './home.module.css';

const ADDRESS = /(https?:\/\/[^\s]+)/g;

/** The text of a mail with its addresses as links; those that lead to this service stay in this tab. */
function MailText({ text }: { readonly text: string }) {
  return (
    <p>
      {text.split(ADDRESS).map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their places.
          <a key={at} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function MailItem({ mail, open }: { readonly mail: MailView; readonly open: boolean }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <li>
      <details open={open}>
        <summary>
          <b>{mail.subject}</b>
          <span>{words('mailbox.to', { to: mail.to })}</span>
          <time dateTime={mail.at}>{shortMoment(i18n.locale, mail.at)}</time>
        </summary>
        <MailText text={mail.text} />
      </details>
    </li>
  );
}

/** The demo's mailbox: every mail that the service would have sent, newest first. */
export function MailboxPage() {
  const words = useWords();
  const mails = useMailbox();
  if (mails.error !== null) return <FailedPage error={mails.error} />;
  if (mails.data === undefined) return <LoadingPage />;
  const newest = [...mails.data].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <PatientPage
      heading={words('mailbox.heading', { count: newest.length })}
      title={words('common.mailbox')}
      over={words('common.mailbox')}
      lead={<p>{words('mailbox.lead')}</p>}
    >
      {newest.length > 0 && (
        <ul className={styles.mails}>
          {newest.map((mail, at) => (
            <MailItem key={mail.id} mail={mail} open={at === 0} />
          ))}
        </ul>
      )}
    </PatientPage>
  );
}
