import { useLingui } from '@lingui/react';
import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/cases.ts';
import { usePractice } from '../../api/people.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { fullName, longDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { FailedPage, LoadingPage } from '../../ui/state-pages.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { Papers } from '../history/papers.tsx';
import styles from '../patient.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';
import { useBackToCase, useCaseLine, WithCase } from '../with-case.tsx';
import { Agreements } from './agreements.tsx';

const RELATIONS = ['self', 'parent', 'guardian', 'representative'] as const;
type Relation = (typeof RELATIONS)[number];

interface PageProps {
  readonly view: CaseView;
  readonly practice: Practice;
}

/** The text that is agreed to, word for word as the practice has it in this version. */
function ConsentText({ practice }: { readonly practice: Practice }) {
  const words = useWords();
  return (
    <div className={styles.consent}>
      {practice.consentText.map(({ heading, body }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <p>{body}</p>
        </section>
      ))}
      <p className={styles.quiet}>{words('patient.consent.version', { version: practice.consentVersion })}</p>
    </div>
  );
}

function ConsentForm({ view, practice }: PageProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const command = useCommand(view.id);
  const form = useForm<{ signerName: string; relation: Relation | '' }>({
    keep: `consent/${view.id}`,
    start: { signerName: '', relation: '' },
    check: ({ signerName, relation }) => ({
      ...(signerName.trim() === '' ? { signerName: words('patient.consent.signer.missing') } : {}),
      ...(relation === '' ? { relation: words('patient.consent.relation.missing') } : {}),
    }),
    async send({ signerName, relation }) {
      if (relation === '') return;
      await command.mutateAsync({
        type: 'giveConsent',
        consentVersion: practice.consentVersion,
        language: i18n.locale,
        signerName: signerName.trim(),
        relation,
      });
      await navigate({ to: '/case/$caseId', params: { caseId: view.id } as never });
    },
  });
  return (
    <form noValidate onSubmit={form.submit} className={styles.sign}>
      <h2>{words('patient.consent.sign')}</h2>
      <ChoiceGroup<Relation>
        name="relation"
        label={words('patient.consent.relation', { name: fullName(view.patient.name) })}
        value={form.values.relation === '' ? null : form.values.relation}
        fault={form.faults.relation ?? null}
        onChange={(relation) => form.change({ relation })}
        choices={RELATIONS.map((value) => ({
          value,
          text: words(`patient.consent.relation.${value}`),
          ...(value === 'self' ? {} : { hint: words(`patient.consent.relation.${value}.hint`) }),
        }))}
      />
      <TextField
        {...form.text('signerName')}
        label={words('patient.consent.signer')}
        hint={words('patient.consent.signer.hint')}
        autoComplete="name"
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
        {words('patient.consent.send')}
      </Button>
    </form>
  );
}

/** What was agreed, by whom and when, and the way to take it back. */
function Given({ view, practice }: PageProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const { consent } = view;
  if (consent === null) return null;
  return (
    <>
      <Notice kind="done">
        <p>
          {words('patient.consent.given.say', {
            name: consent.signerName,
            relation: words(`patient.consent.as.${consent.relation}`),
            date: longDate(i18n.locale, consent.at),
            version: consent.consentVersion,
          })}
        </p>
      </Notice>
      {view.mayDo.includes('withdrawConsent') && (
        <p>
          <Button onPress={() => setAsking(true)}>{words('patient.consent.withdraw')}</Button>
        </p>
      )}
      {consent.consentVersion === practice.consentVersion ? (
        <ConsentText practice={practice} />
      ) : (
        <p className={styles.quiet}>{words('patient.consent.older', { version: consent.consentVersion })}</p>
      )}
      <ReasonDialog
        view={view}
        title={words('patient.consent.withdraw.title')}
        say={words('patient.consent.withdraw.say')}
        label={words('patient.consent.withdraw.reason')}
        missing={null}
        submit={words('patient.consent.withdraw')}
        keep={words('patient.consent.keep')}
        kind="stop"
        commandOf={(reason) => ({ type: 'withdrawConsent', reason })}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Consent({ view, practice }: PageProps) {
  const words = useWords();
  const given = view.consent !== null;
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words(given ? 'patient.consent.given' : 'patient.consent.heading')}
      lead={!given && <p>{words('patient.consent.lead')}</p>}
    >
      {given ? (
        <Given view={view} practice={practice} />
      ) : (
        <>
          <ConsentText practice={practice} />
          {view.mayDo.includes('giveConsent') && <ConsentForm view={view} practice={practice} />}
        </>
      )}
      {view.consent !== null && view.consent.relation !== 'self' && view.maySee.includes('paper:view') && (
        <Papers view={view} kind="proof" />
      )}
      {given && <Agreements view={view} practice={practice} />}
    </PatientPage>
  );
}

/** `/case/$caseId/consent`: what is agreed to, a typed signature, and the way to take it back. */
export function ConsentPage() {
  const practice = usePractice();
  if (practice.error !== null) return <FailedPage error={practice.error} />;
  if (practice.data === undefined) return <LoadingPage />;
  const { data } = practice;
  return <WithCase>{(view) => <Consent view={view} practice={data} />}</WithCase>;
}
