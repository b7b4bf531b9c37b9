import { useLingui } from '@lingui/react';
import type { Practice } from '@overread/contract/wire.ts';
import type { NamedPerson } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { longDate } from '../../ui/format.ts';
import { looksLikeMail } from '../../ui/mail.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from '../patient.module.css';

type Agreement = Practice['agreements'][number];

interface OneProps {
  readonly view: CaseView;
  readonly agreement: Agreement;
}

const NOBODY: NamedPerson = { name: '', email: '', relation: '' };

/** Signs one agreement; for sharing the people are named here, one or two at a time. */
function AgreeDialog({ view, agreement, onClose }: OneProps & { readonly onClose: () => void }) {
  const words = useWords();
  const { i18n } = useLingui();
  const command = useCommand(view.id);
  const sharing = agreement.what === 'sharing';
  const [signer, setSigner] = useState(view.consent?.signerName ?? '');
  const [people, setPeople] = useState<readonly NamedPerson[]>(
    sharing ? (view.agreements.sharing?.people ?? [NOBODY]) : [],
  );
  const named = people.filter(({ name }) => name.trim() !== '');
  const badMail = named.some(({ email }) => email.trim() !== '' && !looksLikeMail(email.trim()));
  const missing =
    signer.trim() === ''
      ? words('follow.agree.signer.missing')
      : sharing && named.length === 0
        ? words('follow.agree.people.missing')
        : badMail
          ? words('common.email.wrong')
          : null;
  const change = (at: number, part: Partial<NamedPerson>): void =>
    setPeople(people.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Dialog title={agreement.heading} open onClose={onClose}>
      <p>{agreement.body}</p>
      {people.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people are only added at the end
        <div key={at} className={styles.together}>
          <TextField
            name={`person-${at}`}
            label={words('follow.agree.person')}
            value={one.name}
            onChange={(name) => change(at, { name })}
          />
          <TextField
            name={`relation-${at}`}
            label={words('follow.agree.relation')}
            hint={words('follow.agree.relation.hint')}
            optional
            value={one.relation}
            onChange={(relation) => change(at, { relation })}
          />
          <TextField
            name={`email-${at}`}
            label={words('follow.agree.email')}
            type="email"
            optional
            value={one.email}
            onChange={(email) => change(at, { email })}
          />
        </div>
      ))}
      {sharing && named.length === people.length && (
        <Button kind="bare" onPress={() => setPeople([...people, NOBODY])}>
          {words('follow.agree.another')}
        </Button>
      )}
      <TextField
        name="signer"
        label={words('follow.agree.signer')}
        value={signer}
        onChange={setSigner}
        autoComplete="name"
      />
      <ProblemNotice error={command.error} />
      <Actions>
        <Button
          kind="main"
          notYet={missing}
          busy={command.isPending && words('follow.agree.sending')}
          onPress={() =>
            command.mutate(
              {
                type: 'agreeTo',
                ...{ what: agreement.what, version: agreement.version, language: i18n.locale },
                signerName: signer.trim(),
                people: named.map(({ name, email, relation }) => ({
                  ...{ name: name.trim(), email: email.trim(), relation: relation.trim() },
                })),
              },
              { onSuccess: onClose },
            )
          }
        >
          {words('follow.agree.send')}
        </Button>
        <Button onPress={onClose}>{words('follow.goBack')}</Button>
      </Actions>
    </Dialog>
  );
}

/** One agreement: what it says, whether it stands, and the way to give or take it. */
function One({ view, agreement }: OneProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const command = useCommand(view.id);
  const [open, setOpen] = useState(false);
  const given = view.agreements[agreement.what];
  const press = words(given === undefined ? 'follow.agree.open' : 'follow.agree.change');
  return (
    <section aria-labelledby={`agree-${agreement.what}`}>
      <h3 id={`agree-${agreement.what}`}>{agreement.heading}</h3>
      <p>{agreement.body}</p>
      {given !== undefined && (
        <Notice kind="done">
          <p>{words('follow.agree.given', { name: given.signerName, date: longDate(i18n.locale, given.at) })}</p>
          {given.people.length > 0 && (
            <p>
              {given.people.map(({ name, relation }) => (relation === '' ? name : `${name} (${relation})`)).join(', ')}
            </p>
          )}
        </Notice>
      )}
      <Actions>
        {(given === undefined || agreement.what === 'sharing') && view.mayDo.includes('agreeTo') && (
          <Button
            label={words('follow.agree.openFor', { button: press, heading: agreement.heading })}
            onPress={() => setOpen(true)}
          >
            {press}
          </Button>
        )}
        {given !== undefined && view.mayDo.includes('takeBackAgreement') && (
          <Button
            kind="bare"
            label={words('follow.agree.backFor', { heading: agreement.heading })}
            busy={command.isPending && words('follow.agree.takingBack')}
            onPress={() => command.mutate({ type: 'takeBackAgreement', what: agreement.what })}
          >
            {words('follow.agree.back')}
          </Button>
        )}
      </Actions>
      <ProblemNotice error={command.error} />
      {open && <AgreeDialog view={view} agreement={agreement} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** What can be agreed to beside the consent: none of it is needed for the reading, each can be taken back alone. */
export function Agreements({ view, practice }: { readonly view: CaseView; readonly practice: Practice }) {
  const words = useWords();
  return (
    <section aria-labelledby="agreements" className={styles.consent}>
      <h2 id="agreements">{words('follow.agree.title')}</h2>
      <p>{words('follow.agree.lead')}</p>
      {practice.agreements.map((agreement) => (
        <One key={agreement.what} view={view} agreement={agreement} />
      ))}
    </section>
  );
}
