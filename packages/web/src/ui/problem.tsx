import { Notice } from './notice.tsx';
import { useWords } from './use-words.ts';

/** What the service refused or could not do, read out at once. `error` is that of a query or mutation; null shows nothing. */
export function ProblemNotice({ error }: { readonly error: Error | null }) {
  const words = useWords();
  if (error === null) return null;
  return (
    <Notice kind="stop" live="alert" title={words('common.problem.title')}>
      <p>{error.message}</p>
    </Notice>
  );
}
