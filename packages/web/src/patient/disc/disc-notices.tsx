import { useLingui } from '@lingui/react';
import type { ImportView } from '@overread/contract/imports.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { shortMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../ui/use-words.ts';
import type { DiscSession } from './disc-session.ts';
import type { DiscProblem, DiscState } from './disc-state.ts';

/** What was chosen now is not what the delivery began with. */
export function OtherDiscNotice() {
  const words = useWords();
  return (
    <Notice kind="wait" live="status" title={words('intake.begun.other')}>
      <p>{words('intake.begun.otherSay')}</p>
    </Notice>
  );
}

/** A delivery that another device or browser began. */
export function ElsewhereNotice({ delivery }: { readonly delivery: ImportView }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <Notice title={words('intake.begun.elsewhere')}>
      <p>{words('intake.begun.elsewhereSay', { when: shortMoment(i18n.locale, delivery.startedAt) })}</p>
    </Notice>
  );
}

function titleAndText(problem: DiscProblem): { title: string; say: string; with: Record<string, string> } {
  if (problem.kind === 'disc-gone')
    return { title: 'intake.problem.discGone', say: 'intake.problem.discGoneSay', with: { path: problem.path } };
  if (problem.kind === 'unreadable')
    return { title: 'intake.problem.unreadable', say: 'intake.problem.unreadableSay', with: {} };
  const id = problem.signIn ? 'intake.problem.signIn' : 'intake.problem.refused';
  return { title: id, say: `${id}Say`, with: {} };
}

/** Why it does not go on, and the way out. */
export function DiscProblemNotice({ session, state }: { readonly session: DiscSession; readonly state: DiscState }) {
  const words = useWords();
  const { problem } = state;
  if (problem === null) return null;
  const { title, say, with: values } = titleAndText(problem);
  const own = problem.kind === 'refused' && !problem.signIn ? problem.message : '';
  return (
    <Notice kind="stop" live="alert" title={words(title)}>
      <p>{own === '' ? words(say, values) : own}</p>
      {problem.kind === 'refused' && problem.signIn && <ButtonLink to="/sign-in">{words('common.signIn')}</ButtonLink>}
      {problem.kind === 'refused' && !problem.signIn && state.phase === 'found' && (
        <Button onPress={() => void session.send()}>{words('intake.problem.again')}</Button>
      )}
    </Notice>
  );
}
