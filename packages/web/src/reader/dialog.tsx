import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './reader.module.css';

interface ReaderDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** A question that must be answered, like the lock: read out at once, not closed by a press beside it. */
  readonly alert?: boolean;
  readonly children: ReactNode;
}

/** A named dialog that takes the focus and gives it back. */
export function ReaderDialog({ title, open, onClose, wide = false, alert = false, children }: ReaderDialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={open}
      isDismissable={!alert}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={wide ? styles.modalWide : styles.modal}>
        <Dialog className={styles.dialog} role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
