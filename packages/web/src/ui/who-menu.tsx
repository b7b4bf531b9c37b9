import type { Me } from '@overread/contract/wire.ts';
import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useDemoPeople, useMe, usePractice, useSignOut } from '../api/people.ts';
import { ROLE_HOMES } from './role-homes.ts';
import { useWords } from './use-words.ts';
import styles from './who-menu.module.css';

/** Closes an open menu when the person presses elsewhere or Escape. */
function useCloseElsewhere() {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = element.current;
      if (menu?.open !== true) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return element;
}

/** The five people of the demo, each a link that signs in as that person, and the mailbox. */
function DemoPart({ me }: { readonly me: Me | null }) {
  const words = useWords();
  const people = useDemoPeople(true);
  return (
    <div className={styles.part}>
      <p className={styles.over}>{words('common.demo.be')}</p>
      <ul>
        {(people.data ?? []).map(({ role, name, href }) => (
          <li key={role}>
            <a href={href} aria-current={me?.name === name ? 'true' : undefined}>
              {name} <small>{words(`common.role.${role}`)}</small>
            </a>
          </li>
        ))}
        <li>
          <Link to="/mailbox">{words('common.mailbox')}</Link>
        </li>
      </ul>
    </div>
  );
}

/** Who you are, where you work, and the way out; in the demo also the change to another person. */
export function WhoMenu({ up = false }: { readonly up?: boolean }) {
  const words = useWords();
  const me = useMe();
  const signOut = useSignOut();
  const menu = useCloseElsewhere();
  const demo = usePractice().data?.demo === true;
  if (me.data === undefined) return null;
  if (me.data === null && !demo)
    return (
      <Link className={styles.signIn} to="/sign-in">
        {words('common.signIn')}
      </Link>
    );
  const homes = ROLE_HOMES.filter(({ role }) => me.data?.roles.includes(role));
  return (
    <details className={styles.menu} ref={menu} data-up={up ? '' : undefined}>
      <summary>
        <span>{me.data?.name ?? words('common.signIn')}</span> <ChevronDown aria-hidden="true" />
      </summary>
      <div className={styles.sheet}>
        {me.data === null ? (
          <div className={styles.part}>
            <ul>
              <li>
                <Link to="/sign-in">{words('common.signIn')}</Link>
              </li>
            </ul>
          </div>
        ) : (
          <div className={styles.part}>
            <p className={styles.over}>{me.data.roles.map((role) => words(`common.role.${role}`)).join(', ')}</p>
            <ul>
              {homes.map(({ role, to }) => (
                <li key={role}>
                  <Link to={to}>{words(`common.home.${role}`)}</Link>
                </li>
              ))}
              <li>
                <button type="button" onClick={() => signOut.mutate()}>
                  {words('common.signOut')}
                </button>
              </li>
            </ul>
          </div>
        )}
        {demo && <DemoPart me={me.data} />}
      </div>
    </details>
  );
}
