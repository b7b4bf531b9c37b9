import type { Me, Practice } from '@overread/contract/wire.ts';
import { lazy, Suspense, useEffect } from 'react';
import { useMe, usePractice } from '../../api/people.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { spoken } from '../../ui/said.ts';
import { FailedPage, LoadingPage } from '../../ui/state-pages.tsx';
import { type Form, useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import patient from '../patient.module.css';
import { SignFields } from '../sign-fields.tsx';
import { WhyFields } from '../why-fields.tsx';
import { tellStop } from './ask-api.ts';
import { ASK_SHEETS, type AskSheet, type AskValues, checkAsk, EMPTY_ASK, verdictOf } from './ask-model.ts';

/** Fetched as soon as the first sheet stands: what to do now must be there even where the line goes away meanwhile. */
const stopSheet = () => import('../stop-sheet.tsx');
const StopNow = lazy(async () => ({ default: (await stopSheet()).StopNow }));
/** What the later sheets need comes while the first ones are filled in. */
const AskReport = lazy(async () => ({ default: (await import('./ask-report.tsx')).AskReport }));
const AskAnswer = lazy(async () => ({ default: (await import('./ask-answer.tsx')).AskAnswer }));

interface AskProps {
  readonly me: Me | null;
  readonly practice: Practice;
}

/** Why, what it is about, and whether a specialist has read it already: what the honest answer hangs on. */
function WhySheet({ form }: { readonly form: Form<AskValues> }) {
  const words = useWords();
  const { values, change, faults } = form;
  return (
    <>
      <ChoiceGroup
        name="about"
        label={words('ask.about')}
        value={values.about === '' ? null : values.about}
        fault={faults.about ?? null}
        onChange={(about) => change({ about })}
        choices={(['images', 'treatment', 'copy'] as const).map((value) => ({
          value,
          text: words(`ask.about.${value}`),
        }))}
      />
      {values.about !== 'copy' && values.about !== '' && (
        <WhyFields
          reasons={values.reasons}
          proposedTreatment={values.proposedTreatment}
          fault={faults.reasons}
          onChange={change}
        />
      )}
      <ChoiceGroup
        name="readBy"
        label={words('ask.readBy')}
        value={values.readBy === '' ? null : values.readBy}
        fault={faults.readBy ?? null}
        onChange={(readBy) => change({ readBy })}
        choices={(['no', 'yes', 'unsure'] as const).map((value) => ({ value, text: words(`ask.readBy.${value}`) }))}
      />
    </>
  );
}

function Steps({ sheet }: { readonly sheet: AskSheet }) {
  const words = useWords();
  const at = ASK_SHEETS.indexOf(sheet);
  return (
    <div className={patient.stepsTop}>
      <div className={patient.steps} aria-hidden="true">
        {ASK_SHEETS.map((one, index) => (
          <i key={one} data-on={index <= at ? '' : undefined} />
        ))}
      </div>
      <p>{words('ask.steps', { at: at + 1, of: ASK_SHEETS.length })}</p>
    </div>
  );
}

function useAsk(): Form<AskValues> {
  const words = useWords();
  const form: Form<AskValues> = useForm<AskValues>({
    keep: 'ask',
    start: EMPTY_ASK,
    check: (values) => spoken(words, checkAsk(values)),
    async send(values) {
      const { sheet, yes } = values;
      if (sheet === 'signs' && yes.length > 0) {
        form.change({ stopped: true });
        // What to do stands on the page whether or not the line is good enough to put it on record.
        await tellStop(yes).catch(() => undefined);
        return 'keep';
      }
      // Where images are not what it is about, no report is asked for.
      const skip = sheet === 'signs' && verdictOf(values).worth === 'rather-not';
      form.change({ sheet: skip ? 'answer' : (ASK_SHEETS[ASK_SHEETS.indexOf(sheet) + 1] ?? 'answer') });
      return 'keep';
    },
  });
  return form;
}

function Ask({ me, practice }: AskProps) {
  const words = useWords();
  const form = useAsk();
  const { values, change } = form;
  const { sheet } = values;
  useEffect(() => void stopSheet().catch(() => undefined), []);
  if (values.stopped)
    return (
      <Suspense fallback={<LoadingPage />}>
        <StopNow
          yes={values.yes}
          practice={practice}
          who={null}
          after={
            <Button kind="bare" onPress={() => change({ stopped: false, yes: [] })}>
              {words('ask.stop.mistake')}
            </Button>
          }
        />
      </Suspense>
    );
  const at = ASK_SHEETS.indexOf(sheet);
  const before = at === 0 ? null : (ASK_SHEETS[at - 1] ?? null);
  const { worth } = verdictOf(values);
  const heading = sheet === 'answer' ? words(`ask.worth.${worth}`) : words(`ask.sheet.${sheet}`);
  return (
    <PatientPage
      top={<Steps sheet={sheet} />}
      over={words('ask.over')}
      heading={heading}
      lead={
        <p>
          {words(sheet === 'answer' ? `ask.worth.${worth}.lead` : `ask.sheet.${sheet}.lead`, {
            number: practice.emergencyNumber,
          })}
        </p>
      }
      sheet={sheet}
    >
      {sheet === 'answer' ? (
        <>
          <Suspense fallback={null}>
            <AskAnswer values={values} me={me} practice={practice} />
          </Suspense>
          <Button kind="bare" wide onPress={() => change({ sheet: 'why' })}>
            {words('ask.again')}
          </Button>
        </>
      ) : (
        <form noValidate onSubmit={form.submit}>
          {sheet === 'why' && <WhySheet form={form} />}
          {sheet === 'signs' && (
            <SignFields yes={values.yes} none={values.none} fault={form.faults.yes} onChange={change} />
          )}
          {sheet === 'report' && (
            <Suspense fallback={null}>
              <AskReport form={form} />
            </Suspense>
          )}
          <ProblemNotice error={form.problem} />
          <div className={patient.send}>
            <Button type="submit" kind="main" wide busy={form.busy && words('ask.sending')}>
              {words(sheet === 'report' ? 'ask.see' : 'ask.continue')}
            </Button>
            {before !== null && (
              <Button kind="bare" wide onPress={() => change({ sheet: before })}>
                {words('ask.back')}
              </Button>
            )}
          </div>
        </form>
      )}
      <p className={patient.quiet}>{words('ask.kept')}</p>
    </PatientPage>
  );
}

/** `/ask`: whether a second opinion helps, before there is an account. */
export function AskPage() {
  const me = useMe();
  const practice = usePractice();
  const error = me.error ?? practice.error;
  if (error !== null) return <FailedPage error={error} />;
  if (me.data === undefined || practice.data === undefined) return <LoadingPage />;
  return <Ask me={me.data} practice={practice.data} />;
}
