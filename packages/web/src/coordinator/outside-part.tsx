import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { casePath } from '../api/index.ts';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { shortMoment } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { FormDialog, useFields } from './act-dialog.tsx';
import styles from './case.module.css';
import { missingForReader } from './next-act.ts';
import { Acts, Facts } from './part.tsx';
import { useCasePost } from './staff-api.ts';

interface DialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** No match here: the case leaves as a packet for a service outside. */
function SendDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const post = useCasePost(view.id);
  const { values, field, fine } = useFields({ service: '' });
  const send = () => {
    const service = values.service.trim();
    if (!fine({ service: service === '' ? words('coordinator.outside.serviceMissing') : null })) return;
    post.mutate({ rest: '/packet', body: { service } }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={words('coordinator.outside.title')}
      lead={words('coordinator.outside.lead')}
      submit={words('coordinator.outside.submit')}
      pending={post.isPending}
      error={post.error}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField {...field('service')} label={words('coordinator.outside.service')} />
    </FormDialog>
  );
}

/** The report that came back: it takes the place of the second one. */
function HandInDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const post = useCasePost(view.id);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const send = () => {
    setMissing(file === null);
    if (file !== null) post.mutate({ rest: '/outside-report', file }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={words('coordinator.outside.backTitle', { service: view.outside?.service ?? '' })}
      lead={words('coordinator.outside.backLead')}
      submit={words('coordinator.outside.backSubmit')}
      pending={post.isPending}
      error={post.error}
      onSubmit={send}
      onClose={onClose}
    >
      <label className={styles.file}>
        <b>{words('coordinator.outside.file')}</b>
        <input
          type="file"
          accept="application/pdf,text/plain,.pdf,.txt"
          aria-invalid={missing ? true : undefined}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      {missing && (
        <p className={styles.fault} role="alert">
          {words('coordinator.outside.fileMissing')}
        </p>
      )}
    </FormDialog>
  );
}

/** The way outside: packet, service, and what came back. */
export function OutsidePart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [open, setOpen] = useState<'send' | 'back' | null>(null);
  const close = () => setOpen(null);
  const { outside } = view;
  const missing = missingForReader(view);
  const mayDownload = outside !== null && view.maySee.includes('packet:make');
  const busy = view.offers.some(({ state }) => state === 'offered' || state === 'accepted');
  return (
    <>
      {outside !== null && (
        <Facts
          facts={[
            { name: words('coordinator.outside.sentTo'), value: outside.service },
            { name: words('coordinator.outside.sentAt'), value: shortMoment(i18n.locale, outside.at) },
            { name: words('coordinator.outside.packet'), value: <code>{outside.packetSha256.slice(0, 16)}</code> },
            { name: words('coordinator.outside.cameBack'), value: outside.report?.fileName ?? '' },
          ]}
        />
      )}
      {mayDownload && <p className={styles.quiet}>{words('coordinator.outside.which')}</p>}
      <Acts>
        {outside === null && !busy && view.maySee.includes('packet:make') && (
          <Button
            kind="bare"
            notYet={missing.length > 0 ? words('coordinator.outside.first', { count: missing.length }) : null}
            onPress={() => setOpen('send')}
          >
            {words('coordinator.outside.open')}
          </Button>
        )}
        {mayDownload && (
          <>
            <ButtonAnchor href={casePath(view.id, '/packet?format=zip')} download>
              {words('coordinator.outside.zip')}
            </ButtonAnchor>
            <ButtonAnchor href={casePath(view.id, '/packet?format=iso')} download>
              {words('coordinator.outside.iso')}
            </ButtonAnchor>
          </>
        )}
        {outside !== null && outside.report === null && view.maySee.includes('outside:submit') && (
          <Button onPress={() => setOpen('back')}>{words('coordinator.outside.back')}</Button>
        )}
      </Acts>
      {open === 'send' && <SendDialog view={view} onClose={close} />}
      {open === 'back' && <HandInDialog view={view} onClose={close} />}
    </>
  );
}
