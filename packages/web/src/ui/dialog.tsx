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

/**
 * A named dialog over the page. The browser's own element: it takes the focus, keeps it, closes with Escape and gives the
 * focus back. Its buttons stand in the children, the main one first.
 */
export function Dialog({ title, open, onClose, children, wide = false }: DialogProps) {
  const id = useId();
  const words = useWords();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && element.current?.open === false) element.current.showModal();
    if (!open) element.current?.close();
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
