import { useLingui } from '@lingui/react';
import type { RecordsRequest } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { longDate } from '../../ui/format.ts';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './records.module.css';
import { useFacilityLinks, useLinkChange } from './records-api.ts';

/** The link by which the facility itself brings what was asked for; it stands in the letter, and can be read on the telephone. */
export function LinkPart({ view, request }: { readonly view: CaseView; readonly request: RecordsRequest }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [copied, setCopied] = useState(false);
  const change = useLinkChange(view.id);
  const made = view.facilityLinks.some(
    ({ requestId, withdrawnAt, expiresAt }) =>
      requestId === request.requestId && withdrawnAt === null && Date.parse(expiresAt) > Date.now(),
  );
  const links = useFacilityLinks(view.id, made);
  const link = made
    ? links.data?.find((each) => each.requestId === request.requestId && each.withdrawnAt === null)
    : undefined;
  if (link === undefined)
    return (
      <div className={styles.buttons}>
        <Button
          kind="bare"
          busy={(change.isPending || links.isFetching) && words('follow.link.making')}
          onPress={() => change.mutate({ requestId: request.requestId })}
        >
          {words('follow.link.make')}
        </Button>
        <ProblemNotice error={change.error} />
      </div>
    );
  const text = words('follow.link.text', { url: link.url, code: link.code });
  return (
    <div className={styles.link}>
      <p>
        <b>{words('follow.link.title')}</b>
      </p>
      <p className={styles.quiet}>{words('follow.link.say', { date: longDate(i18n.locale, link.expiresAt) })}</p>
      <dl className={styles.code}>
        <dt>{words('follow.link.address')}</dt>
        <dd>{link.url}</dd>
        <dt>{words('follow.link.code')}</dt>
        <dd>
          <code>{link.code}</code>
        </dd>
      </dl>
      <p className={styles.quiet}>
        {link.openedAt === null
          ? words('follow.link.unopened')
          : words('follow.link.opened', { date: longDate(i18n.locale, link.openedAt) })}
      </p>
      <div className={styles.buttons}>
        <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          <Copy aria-hidden="true" />{' '}
          <span role="status">{words(copied ? 'follow.link.copied' : 'follow.link.copy')}</span>
        </Button>
        <Button
          kind="bare"
          busy={change.isPending && words('follow.link.withdrawing')}
          onPress={() => change.mutate({ withdraw: link.linkId })}
        >
          {words('follow.link.withdraw')}
        </Button>
      </div>
      <ProblemNotice error={change.error} />
    </div>
  );
}
