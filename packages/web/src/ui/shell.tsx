import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useMe } from '../api/people.ts';
import styles from './shell.module.css';
import { useOnline } from './use-online.ts';
import { useWords } from './use-words.ts';

/** Pages for which nobody has to sign in. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/', '/ask', '/facility', '/sign-in', '/mailbox']);

/** The page itself; a stranger is first asked to sign in. The page does not wait for the answer who it is. */
function Page() {
  const me = useMe();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const nowhere = useRouterState({
    select: ({ matches }) => matches.some((match) => match._notFound === true),
  });
  if (me.data === null && !nowhere && !OPEN_PATHS.has(path))
    return <Navigate to="/sign-in" search={{ to: path } as never} replace />;
  return <Outlet />;
}

/** What stands round every page: the notice that the connection is lost, and the page. */
export function Shell() {
  const words = useWords();
  const online = useOnline();
  return (
    <>
      {!online && (
        <p className={styles.offline} role="status">
          {words('common.offline')}
        </p>
      )}
      <Page />
    </>
  );
}
