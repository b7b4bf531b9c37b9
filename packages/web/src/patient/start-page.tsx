import type { Me, Practice } from '@overread/contract/wire.ts';
import { RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMe, useOpenCase, usePractice, useSendCommand } from '../api/index.ts';
import { Button } from '../ui/button.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { spoken } from '../ui/said.ts';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { type Form, useForm } from '../ui/use-form.ts';
import { keepFor } from '../ui/use-kept.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';
import { questionKey } from './question-model.ts';
import { SignFields } from './sign-fields.tsx';
import { checkSheet, EMPTY_START, openingOf, placeCode, type StartValues } from './start-model.ts';
import { Steps } from './steps.tsx';
import { WhoFields } from './who-fields.tsx';
import { WhyFields } from './why-fields.tsx';

const AFTER = { who: 'why', why: 'signs' } as const;
const BEFORE = { why: 'who', signs: 'why' } as const;

/** The honest way out: when a second reading is not what helps. */
function NotNeeded() {
  const words = useWords();
  return (
    <details className={styles.more}>
      <summary>
        {words('patient.notNeeded')} <ChevronDown aria-hidden="true" />
      </summary>
      <ul className={styles.plainList}>
        {['asked', 'treatment', 'old', 'other'].map((part) => (
          <li key={part}>{words(`patient.notNeeded.${part}`)}</li>
        ))}
      </ul>
    </details>
  );
}

function SheetFields({ form, me }: { readonly form: Form<StartValues>; readonly me: Me }) {
  const { values, change, faults } = form;
  if (values.sheet === 'who') return <WhoFields form={form} me={me} />;
  if (values.sheet === 'why')
    return (
      <WhyFields
        reasons={values.reasons}
        proposedTreatment={values.proposedTreatment}
        fault={faults.reasons}
        hideLabel
        onChange={change}
      />
    );
  return <SignFields yes={values.yes} none={values.none} fault={faults.yes} onChange={change} />;
}

/**
 * Who, why, and what must not wait. The case is opened with the answers on warning signs, so that a "yes" is in the record
 * before anything else is asked; the question itself follows on the case's own page, where the reasons are kept.
 */
function useStart(me: Me, practice: Practice): Form<StartValues> {
  const words = useWords();
  const navigate = useNavigate();
  const open = useOpenCase();
  const send = useSendCommand();
  const country = /^[A-Z]{2}(?=-|$)/.exec(practice.place)?.[0] ?? '';
  const form: Form<StartValues> = useForm<StartValues>({
    keep: 'start',
    start: { ...EMPTY_START, email: me.roles.includes('patient') ? me.email : '', country },
    check: (values) => spoken(words, checkSheet(values, new Date().toISOString().slice(0, 10))),
    async send(values) {
      if (values.sheet !== 'signs') {
        form.change({ sheet: AFTER[values.sheet] });
        return 'keep';
      }
      const caseId = values.caseId === '' ? (await open.mutateAsync(openingOf(values))).id : values.caseId;
      form.change({ caseId });
      await send(caseId, { type: 'answerRedFlags', yes: values.yes, asked: RED_FLAGS });
      const { reasons, proposedTreatment } = values;
      keepFor(questionKey(caseId), { reasons, proposedTreatment });
      (await import('./ask/take-over.ts')).keepForCase(caseId, placeCode(values));
      await navigate({
        to: values.yes.length > 0 ? '/case/$caseId' : '/case/$caseId/question',
        params: { caseId } as never,
      });
      return 'done';
    },
  });
  return form;
}

function Start({ me, practice }: { readonly me: Me; readonly practice: Practice }) {
  const words = useWords();
  const form = useStart(me, practice);
  const { sheet, caseId, given, forWhom } = form.values;
  const before = sheet === 'who' || caseId !== '' ? null : BEFORE[sheet];
  return (
    <PatientPage
      top={<Steps sheet={sheet} />}
      over={
        forWhom === 'other' && sheet !== 'who'
          ? words('patient.start.for', { name: given })
          : words('patient.start.over')
      }
      heading={words(`patient.sheet.${sheet}`)}
      lead={<p>{words(`patient.sheet.${sheet}.lead`, { number: practice.emergencyNumber })}</p>}
      sheet={sheet}
    >
      <form noValidate onSubmit={form.submit}>
        <SheetFields form={form} me={me} />
        <ProblemNotice error={form.problem} />
        <div className={styles.send}>
          <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
            {words('patient.continue')}
          </Button>
          {before !== null && (
            <Button kind="bare" wide onPress={() => form.change({ sheet: before })}>
              {words('patient.goBack')}
            </Button>
          )}
        </div>
      </form>
      {sheet === 'why' && <NotNeeded />}
      <p className={styles.quiet}>{words('patient.start.kept')}</p>
    </PatientPage>
  );
}

/** `/start`: a patient, or somebody who acts for one, asks for a second opinion. */
export function StartPage() {
  const me = useMe();
  const practice = usePractice();
  const error = me.error ?? practice.error;
  // After a guided start its answers are fetched first: nothing is asked twice.
  const [taking, setTaking] = useState(() => window.location.search.includes('ask='));
  const signedIn = me.data != null;
  useEffect(() => {
    if (!taking || !signedIn) return;
    void import('./ask/take-over.ts')
      .then(({ takeOver }) => takeOver(window.location.search))
      .finally(() => setTaking(false));
  }, [taking, signedIn]);
  if (error !== null) return <FailedPage error={error} />;
  if (me.data == null || practice.data === undefined || taking) return <LoadingPage />;
  return <Start me={me.data} practice={practice.data} />;
}
