import type { MadeCopy, MakingPacket } from '@overread/contract/images.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { casePath } from '../../api/request.ts';
import { requestPacket } from '../../api/request-packet.ts';
import { Button, ButtonAnchor } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type BackLink, PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import patient from '../patient.module.css';
import { useCaseLine, WithCase } from '../with-case.tsx';
import styles from './copy.module.css';
import { copyParts, sizeWords } from './copy-model.ts';
import { MakingPanel } from './making-panel.tsx';

type Format = 'zip' | 'iso';

function Ready({ view, copy, format }: { readonly view: CaseView; readonly copy: MadeCopy; readonly format: Format }) {
  const words = useWords();
  const size = sizeWords(format === 'zip' ? copy.zipBytes : copy.isoBytes);
  return (
    <>
      <Notice kind="done" live="status">
        <p>{words(`intake.copy.ready.${size.unit}`, { amount: size.amount })}</p>
      </Notice>
      <ButtonAnchor kind="main" wide download href={casePath(view.id, `/copy/${copy.copyId}?format=${format}`)}>
        <Download aria-hidden="true" /> {words(`intake.copy.download.${format}`)}
      </ButtonAnchor>
      <p className={patient.quiet}>{words(`intake.copy.then.${format}`)}</p>
    </>
  );
}

function CopyForm({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [format, setFormat] = useState<Format>('zip');
  const [making, setMaking] = useState<MakingPacket | null>(null);
  const make = useMutation({
    mutationFn: () => requestPacket<MadeCopy>(casePath(view.id, '/copy'), { method: 'POST' }, setMaking),
    onSettled: () => setMaking(null),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending) make.mutate();
      }}
    >
      <ChoiceGroup
        name="format"
        label={words('intake.copy.which')}
        value={format}
        onChange={setFormat}
        choices={(['zip', 'iso'] as const).map((value) => ({
          value,
          text: words(`intake.copy.${value}`),
          hint: words(`intake.copy.${value}.hint`),
        }))}
      />
      <ProblemNotice error={make.error} />
      <MakingPanel making={making} />
      {make.data === undefined ? (
        <Button type="submit" kind="main" wide busy={make.isPending && words('intake.copy.busy')}>
          {words('intake.copy.prepare')}
        </Button>
      ) : (
        <Ready view={view} copy={make.data} format={format} />
      )}
    </form>
  );
}

function WhatIsInIt({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{words('intake.copy.parts')}</h2>
      <ul className={styles.parts}>
        {copyParts(view).map(({ say, with: values }) => (
          <li key={say}>{words(say, values)}</li>
        ))}
      </ul>
      <p className={patient.quiet}>{words('intake.copy.care')}</p>
    </section>
  );
}

/** To where each role comes from. */
function useBack(view: CaseView): BackLink {
  const words = useWords();
  const params = { caseId: view.id };
  if (view.as === 'referrer') return { to: '/referrals/$caseId', params, text: words('patient.backToCase') };
  if (view.as === 'patient') return { to: '/case/$caseId', params, text: words('patient.backToCase') };
  return { to: '/desk/$caseId', params, text: words('patient.backToCase') };
}

function Copy({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const may = view.maySee.includes('copy:make');
  return (
    <PatientPage
      back={useBack(view)}
      over={useCaseLine(view)}
      heading={words('intake.copy.heading')}
      lead={<p>{words(may ? 'intake.copy.lead' : 'intake.copy.nothing')}</p>}
      aside={may ? <WhatIsInIt view={view} /> : undefined}
    >
      {may && <CopyForm view={view} />}
    </PatientPage>
  );
}

/** `/case/$caseId/copy`: everything that this person may see of the case, as a file to take away. */
export function CopyPage() {
  return <WithCase>{(view) => <Copy view={view} />}</WithCase>;
}
