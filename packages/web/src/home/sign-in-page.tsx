import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { signInWithLink, signInWithPassword } from '../api/auth.ts';
import { usePractice, useSignInLink } from '../api/people.ts';
import { ApiProblem } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { looksLikeMail } from '../ui/mail.ts';
import { Notice } from '../ui/notice.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import { CodeForm } from './code-form.tsx';
import styles from './home.module.css';
import { returnPath } from './return-path.ts';

/** The session is new, so the whole application begins anew with it. */
const goOn = () => window.location.assign(returnPath(window.location.search));

function LinkForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const words = useWords();
  const link = useSignInLink();
  const form = useForm({
    keep: 'sign-in',
    start: { email: '' },
    check: ({ email }) => (looksLikeMail(email) ? {} : { email: words('common.email.wrong') }),
    async send({ email }) {
      await link.mutateAsync({ email: email.trim(), to: returnPath(window.location.search) });
      onSent(email.trim());
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField
        {...form.text('email')}
        label={words('signIn.email')}
        hint={words('signIn.email.hint')}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('signIn.sending')}>
        {words('signIn.send')}
      </Button>
    </form>
  );
}

/** For staff and readers: a password, then the code of the second factor. The password is never kept on the device. */
function PasswordForm({ onCode }: { readonly onCode: () => void }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const form = useForm({
    keep: 'sign-in',
    start: { email: '' },
    check: ({ email }) => (looksLikeMail(email) ? {} : { email: words('common.email.wrong') }),
    async send({ email }) {
      const { next } = await signInWithPassword(email.trim(), password);
      if (next === 'code') onCode();
      else goOn();
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField
        {...form.text('email')}
        label={words('signIn.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
      />
      <TextField
        name="password"
        label={words('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" wide busy={form.busy && words('signIn.checking')}>
        {words('common.signIn')}
      </Button>
    </form>
  );
}

function StaffPart() {
  const words = useWords();
  const [code, setCode] = useState(false);
  return (
    <details className={styles.more} open={code || undefined}>
      <summary>
        {words('signIn.staff')} <ChevronDown aria-hidden="true" />
      </summary>
      {code ? <CodeForm onThrough={goOn} /> : <PasswordForm onCode={() => setCode(true)} />}
    </details>
  );
}

/** What a link from a mail opens: one press, because programs that look at mails open links and press nothing. */
function LinkDoor({ token, onOld }: { readonly token: string; readonly onOld: () => void }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signInWithLink(token);
      goOn();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiProblem && error.problem?.code === 'link-used') onOld();
      else setProblem(error as Error);
    }
  };
  return (
    <PatientPage heading={words('signIn.link.heading')} sheet="link" lead={<p>{words('signIn.link.lead')}</p>}>
      <form onSubmit={enter}>
        <ProblemNotice error={problem} />
        <Button type="submit" kind="main" wide busy={busy && words('signIn.checking')}>
          {words('signIn.link.enter')}
        </Button>
      </form>
    </PatientPage>
  );
}

/** Sign in: by a link in a mail, or for staff with password and code. `?to=` says where to go afterwards. */
export function SignInPage() {
  const words = useWords();
  const practice = usePractice();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [token, setToken] = useState(() => new URLSearchParams(window.location.search).get('token'));
  const [oldLink, setOldLink] = useState(false);
  const leaveLink = () => {
    setToken(null);
    setOldLink(true);
  };
  if (token !== null) return <LinkDoor token={token} onOld={leaveLink} />;
  if (sentTo !== null)
    return (
      <PatientPage
        heading={words('signIn.sent.heading')}
        sheet="sent"
        lead={<p>{words('signIn.sent', { email: sentTo })}</p>}
      >
        {practice.data?.demo === true && (
          <Notice title={words('signIn.demo.title')}>
            <p>
              <Link to="/mailbox">{words('signIn.demo.mailbox')}</Link>
            </p>
          </Notice>
        )}
        <p>
          <Button onPress={() => setSentTo(null)}>{words('signIn.again')}</Button>
        </p>
      </PatientPage>
    );
  return (
    <PatientPage heading={words('signIn.heading')} lead={<p>{words('signIn.lead')}</p>}>
      {oldLink && (
        <Notice kind="wait" live="alert" title={words('signIn.oldLink.title')}>
          <p>{words('signIn.oldLink')}</p>
        </Notice>
      )}
      <LinkForm onSent={setSentTo} />
      <StaffPart />
    </PatientPage>
  );
}
