import type { GuestLink } from '@overread/contract/links.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { json, request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { SitePage } from '../ui/site-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './guest.module.css';

const path = (token: string, rest = '') => `/api/guest/${encodeURIComponent(token)}${rest}`;

/** The code from the mail; then the case opens, to look at. */
function Code({ token }: { readonly token: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const form = useForm({
    keep: 'guest-code',
    start: { code: '' },
    check: ({ code }) => (/^\s*\d{6}\s*$/.test(code) ? {} : { code: words('referrer.guest.codeWrong') }),
    async send({ code }) {
      const { caseId } = await request<{ caseId: string }>(path(token, '/open'), json('POST', { code: code.trim() }));
      sessionStorage.setItem(`guest/${caseId}`, token);
      await navigate({ to: '/referrals/$caseId', params: { caseId } });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField
        {...form.text('code')}
        label={words('referrer.guest.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('referrer.guest.opening')}>
        {words('referrer.guest.open')}
      </Button>
    </form>
  );
}

function Way({ token, link }: { readonly token: string; readonly link: GuestLink }) {
  const words = useWords();
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const send = async () => {
    setProblem(null);
    await request(path(token, '/code'), json('POST', {}))
      .then(() => setSent(true))
      .catch((error: Error) => setProblem(error));
  };
  return (
    <>
      <p>{words('referrer.guest.lead', { email: link.email })}</p>
      <ProblemNotice error={problem} />
      {sent && <Code token={token} />}
      <p>
        <Button kind={sent ? 'bare' : 'main'} onPress={() => void send()}>
          {words(sent ? 'referrer.guest.again' : 'referrer.guest.send')}
        </Button>
      </p>
    </>
  );
}

/** `/r/$token`: a result for a doctor who has no account. A code by mail opens it; to act takes an account. */
export function GuestPage() {
  const { token = '' } = useParams({ strict: false });
  const words = useWords();
  const link = useQuery({ queryKey: ['guest', token], queryFn: () => request<GuestLink>(path(token)), retry: false });
  return (
    <SitePage title={words('referrer.guest.title')}>
      <div className={styles.column}>
        <h1>{words('referrer.guest.title')}</h1>
        <ProblemNotice error={link.error} />
        {link.isPending && <p role="status">{words('referrer.opening')}</p>}
        {link.data !== undefined && <Way token={token} link={link.data} />}
      </div>
    </SitePage>
  );
}
