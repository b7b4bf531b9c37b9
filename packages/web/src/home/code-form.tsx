import { confirmCode } from '../api/auth.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';

const digits = (code: string) => code.replace(/\s/g, '');

/** The code of an authenticator app, or one of the codes for the day when it is lost. */
export function CodeForm({ onThrough }: { readonly onThrough: () => void }) {
  const words = useWords();
  const form = useForm({
    keep: 'sign-in-code',
    start: { code: '' },
    check: ({ code }) => (digits(code).length >= 6 ? {} : { code: words('signIn.code.wrong') }),
    async send({ code }) {
      await confirmCode(digits(code));
      onThrough();
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <TextField
        {...form.text('code')}
        label={words('signIn.code')}
        hint={words('signIn.code.hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('signIn.checking')}>
        {words('signIn.confirm')}
      </Button>
    </form>
  );
}
