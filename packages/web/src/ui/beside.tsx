import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import styles from './beside.module.css';

const GAP = 8;

/** What floats beside `anchor`, inside the window: to its end side, or over it where there is no room. */
function place(floating: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const fits = at.right + GAP + width <= window.innerWidth;
  const left = fits ? at.right + GAP : Math.max(GAP, window.innerWidth - width - GAP);
  const top = Math.max(GAP, Math.min(fits ? at.top : at.bottom + GAP, window.innerHeight - height - GAP));
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}

export interface BesideHandle {
  show(anchor: HTMLElement): void;
  hide(): void;
}

interface BesideProps {
  readonly ref: Ref<BesideHandle>;
  /** A `dialog` stays until it is left and takes its name; a `tooltip` comes and goes with pointer and focus. */
  readonly role: 'dialog' | 'tooltip';
  readonly label?: string;
  readonly children: ReactNode;
  readonly id?: string;
}

/** Something that floats over everything, open dialogs too: the browser's own popover. */
export function Beside({ ref, role, label, id, children }: BesideProps) {
  const element = useRef<HTMLDivElement>(null);
  const anchored = useRef<HTMLElement>(null);
  useEffect(() => {
    // A phone that is turned leaves it outside the window otherwise.
    const again = () => {
      if (element.current?.matches(':popover-open') && anchored.current) place(element.current, anchored.current);
    };
    window.addEventListener('resize', again);
    return () => window.removeEventListener('resize', again);
  }, []);
  useImperativeHandle(ref, () => ({
    show(anchor) {
      if (element.current === null || element.current.matches(':popover-open')) return;
      element.current.showPopover();
      anchored.current = anchor;
      place(element.current, anchor);
      if (role === 'dialog') element.current.focus();
    },
    hide() {
      if (element.current?.matches(':popover-open')) element.current.hidePopover();
    },
  }));
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      ref={element}
      id={id}
      className={styles.beside}
      popover={role === 'dialog' ? 'auto' : 'manual'}
      role={role}
      aria-label={label}
      tabIndex={-1}
      data-role={role}
    >
      {children}
    </div>
  );
}
