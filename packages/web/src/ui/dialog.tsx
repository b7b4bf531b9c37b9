import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';
import { useWords } from './use-words.ts';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** To where the dialog was opened from, when it is still there. */
function focusAgain(opener: Element | null) {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

/**
 * A named dialog over the page. The browser's own element: it takes the focus, keeps it and closes with Escape. React takes
 * it away before it could give the focus back, so that is done here. A form begins at its first field. Its buttons stand in the children, the main one first.
 */
export function Dialog({ title, open, onClose, children, wide = false }: DialogProps) {
  const id = useId();
  const words = useWords();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    if (element.current?.open === false) element.current.showModal();
    element.current?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
    return () => focusAgain(opener);
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-wide={wide ? '' : undefined}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={onClose}
    >
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={words('common.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}

/** The buttons at the end of a dialog or form, beside each other where there is room. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
