import { Outlet } from '@tanstack/react-router';
import styles from './shell.module.css';
import { useOnline } from './use-online.ts';
import { useWords } from './use-words.ts';

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
      <Outlet />
    </>
  );
}
