import { Link } from '@tanstack/react-router';
import { usePractice } from '../api/people.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { MarkIcon } from './mark.tsx';
import styles from './site-header.module.css';
import { useWords } from './use-words.ts';
import { WhoMenu } from './who-menu.tsx';

/** The head of every page but the dark room and the desk: the mark, whose practice it is, and who you are. */
export function SiteHeader() {
  const words = useWords();
  const practice = usePractice();
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        {words('common.skip')}
      </a>
      <Link to="/" className={styles.mark}>
        <MarkIcon />
        <span>Overread</span>
        {practice.data !== undefined && <small>{practice.data.name}</small>}
      </Link>
      <div className={styles.end}>
        <LanguageSwitch />
        <WhoMenu />
      </div>
    </header>
  );
}
