import { useState } from 'react';
import { beginSecondStep, type SecondStep } from '../api/auth.ts';
import { useMe } from '../api/people.ts';
import { Button } from '../ui/button.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { CodeForm } from './code-form.tsx';
import styles from './home.module.css';

/** As the service wants it; NIST SP 800-63B asks for length and nothing else. */
const SHORTEST_PASSWORD = 12;

/** A new password, or the one that is there; never kept on the device. */
function PasswordSheet({ onBegun }: { readonly onBegun: (step: SecondStep) => void }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const short = password.length < SHORTEST_PASSWORD;
  async function begin() {
    setTried(true);
    if (short || busy) return;
    setBusy(true);
    try {
      onBegun(await beginSecondStep(password));
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <TextField
        name="password"
        label={words('secondStep.password')}
        hint={words('secondStep.password.hint', { least: SHORTEST_PASSWORD })}
        fault={tried && short ? words('secondStep.password.short', { least: SHORTEST_PASSWORD }) : null}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <ProblemNotice error={problem} />
      <Button type="submit" kind="main" wide busy={busy && words('signIn.checking')}>
        {words('patient.continue')}
      </Button>
    </form>
  );
}

/** What goes into the authenticator app, and the codes for the day when it is lost. */
function AppSheet({ step }: { readonly step: SecondStep }) {
  const words = useWords();
  const secret = new URL(step.totpUri).searchParams.get('secret') ?? '';
  return (
    <>
      <section className={styles.narrow}>
        <h2>{words('secondStep.app')}</h2>
        <p>{words('secondStep.app.say')}</p>
        <p className={styles.secret}>{secret.replace(/(.{4})/g, '$1 ').trim()}</p>
        <p>
          <a href={step.totpUri}>{words('secondStep.app.link')}</a>
        </p>
      </section>
      <section className={styles.narrow}>
        <h2>{words('secondStep.backup')}</h2>
        <p>{words('secondStep.backup.say')}</p>
        <ul className={styles.codes}>
          {step.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </section>
      <CodeForm onThrough={() => window.location.assign('/')} />
    </>
  );
}

/** `/second-step`: staff and readers prove a second time that it is them, before they see anybody's data. */
export function SecondStepPage() {
  const words = useWords();
  const me = useMe();
  const [step, setStep] = useState<SecondStep | null>(null);
  return (
    <PatientPage
      heading={words('secondStep.heading')}
      over={me.data?.email}
      lead={<p>{words(step === null ? 'secondStep.lead' : 'secondStep.lead.app')}</p>}
      sheet={step === null ? 'password' : 'app'}
    >
      {step === null ? <PasswordSheet onBegun={setStep} /> : <AppSheet step={step} />}
    </PatientPage>
  );
}
