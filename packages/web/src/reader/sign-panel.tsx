import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../api/cases.ts';
import { RetractDialog } from '../coordinator/retract-dialog.tsx';
import { shortMoment } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { useWords } from '../ui/use-words.ts';
import { ReaderDialog } from './dialog.tsx';
import { TextLineField } from './form-parts.tsx';
import styles from './reader.module.css';
import { TalkAnswers } from './talk-answers.tsx';
import { TeachingLink } from './teaching-link.tsx';

interface SignDialogProps {
  readonly statement: string;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onClose: () => void;
  readonly onSign: () => void;
}

export function SignDialog({ statement, busy, error, onClose, onSign }: SignDialogProps) {
  const words = useWords();
  return (
    <ReaderDialog title={words('reader.sign.ask')} open onClose={onClose} alert>
      <p className={styles.doctor}>{statement}</p>
      <p>{words('reader.sign.fixed')}</p>
      {error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.main} aria-busy={busy} onClick={onSign}>
          {words(busy ? 'reader.sign.signing' : 'reader.sign')}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {words('reader.goBack')}
        </button>
      </div>
    </ReaderDialog>
  );
}

/** After the signature: the document, and addenda, which are the only way to correct it. */
export function SignedPanel({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const command = useCommand(view.id);
  const [text, setText] = useState('');
  const [retracting, setRetracting] = useState(false);
  const { signedAt, signedBy, addenda } = view.reading;
  async function add() {
    const added = text.trim();
    if (added === '' || command.isPending) return;
    await command.mutateAsync({ type: 'addAddendum', addendumId: newId(), text: added });
    setText('');
  }
  return (
    <section className={styles.signed} aria-label={words('reader.signed')}>
      <h2>{words('reader.signedBy', { name: signedBy ?? '', at: shortMoment(i18n.locale, signedAt) })}</h2>
      <p className={styles.dialogButtons}>
        <a className={styles.button} href={`/api/cases/${encodeURIComponent(view.id)}/report.pdf`}>
          <FileText aria-hidden="true" size={16} /> {words('reader.pdf')}
        </a>
        {view.maySee.includes('teaching:make') && <TeachingLink caseId={view.id} number={view.number} />}
      </p>
      {addenda.map((addendum) => (
        <article key={addendum.addendumId}>
          <h3>{words('reader.addendum.by', { name: addendum.by.name, at: shortMoment(i18n.locale, addendum.at) })}</h3>
          <p className={styles.doctor}>{addendum.text}</p>
        </article>
      ))}
      <TalkAnswers view={view} />
      {view.mayDo.includes('retractReport') && (
        <p>
          <button type="button" className={styles.button} onClick={() => setRetracting(true)}>
            {words('coordinator.retract.open')}
          </button>
        </p>
      )}
      {retracting && <RetractDialog view={view} read="second" onClose={() => setRetracting(false)} />}
      {view.mayDo.includes('addAddendum') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextLineField
            label={words('reader.addendum')}
            hint={words('reader.addendum.hint')}
            doctor
            rows={2}
            value={text}
            onChange={setText}
          />
          {command.isError && (
            <p className={styles.error} role="alert">
              {command.error.message}
            </p>
          )}
          <button type="submit" className={styles.button}>
            {words('reader.addendum.sign')}
          </button>
        </form>
      )}
    </section>
  );
}
