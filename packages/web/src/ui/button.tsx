import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './button.module.css';

/** `main` is the one filled button of a page; `stop` is for what must be done now; `bare` has no border. */
export type ButtonKind = 'main' | 'plain' | 'bare' | 'stop';

interface Look {
  readonly kind?: ButtonKind;
  /** As wide as its place. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

interface ButtonProps extends Look {
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
  /** The words while it works ("Recording the payment"); a second press does nothing then. */
  readonly busy?: string | false | null;
  /** Why it does nothing now, in its own words ("Sign, 2 lines to check"). It stays focusable. */
  readonly notYet?: string | null;
  /** A longer name for those who cannot see what stands round it. */
  readonly label?: string;
}

/** A button. It is never disabled: what it cannot do yet, it says. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', wide = false, type = 'button', onPress, busy, notYet, label, children } = props;
  const working = typeof busy === 'string';
  const waiting = typeof notYet === 'string';
  return (
    <button
      type={type}
      className={styles.button}
      data-kind={kind}
      data-wide={wide ? '' : undefined}
      aria-disabled={waiting ? true : undefined}
      aria-busy={working ? true : undefined}
      aria-label={label}
      onClick={(event) => {
        if (working || waiting) event.preventDefault();
        else onPress?.();
      }}
    >
      {working ? busy : waiting ? notYet : children}
    </button>
  );
}

interface LinkProps extends Look {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly label?: string;
}

/** A link to a page of ours that looks like a button. */
export function ButtonLink({ kind = 'plain', wide = false, to, params, label, children }: LinkProps) {
  return (
    <Link
      to={to}
      params={(params ?? {}) as never}
      className={styles.button}
      data-kind={kind}
      data-wide={wide ? '' : undefined}
      aria-label={label}
    >
      {children}
    </Link>
  );
}

interface AnchorProps extends Look {
  readonly href: string;
  /** Set where the address gives a file to keep; with the name it gets there. */
  readonly download?: string | boolean;
  readonly newTab?: boolean;
}

/** A link to a file, a telephone number or another address that looks like a button. */
export function ButtonAnchor({ kind = 'plain', wide = false, href, download, newTab = false, children }: AnchorProps) {
  return (
    <a
      className={styles.button}
      data-kind={kind}
      data-wide={wide ? '' : undefined}
      href={href}
      download={download}
      {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {children}
    </a>
  );
}
