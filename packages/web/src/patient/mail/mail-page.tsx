import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { LoadingPage } from '../../ui/state-pages.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { WithCase } from '../with-case.tsx';
import { useCaseParcels } from './mail-api.ts';
import { MailForm } from './mail-form.tsx';
import { ParcelList } from './parcel-list.tsx';

function MailSheet({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const back = useToCase(view);
  const parcels = useCaseParcels(view.id);
  const [another, setAnother] = useState(0);
  if (parcels.isPending) return <LoadingPage />;
  const known = parcels.data ?? [];
  const waits = known.some(({ state }) => state === 'expected');
  // Each announcement takes the form away again: `another` is how many parcels there were when it was asked for.
  const showForm = view.maySee.includes('parcel:announce') && (known.length === 0 || another === known.length);
  const mayAnother = view.maySee.includes('parcel:announce') && !showForm;
  return (
    <PatientPage
      heading={words(waits ? 'intake.mail.print' : known.length > 0 ? 'intake.mail.here' : 'intake.mail.start')}
      title={words('intake.mail.title')}
      lead={<p>{words(waits ? 'intake.mail.printLead' : 'intake.mail.lead')}</p>}
      back={back}
      sheet={known.length}
    >
      <ProblemNotice error={parcels.error} />
      {known.length > 0 && <ParcelList caseId={view.id} parcels={known} />}
      {known.length === 0 && (
        <Notice kind="wait">
          <p>{words('intake.mail.keep')}</p>
        </Notice>
      )}
      {showForm && <MailForm key={known.length} caseId={view.id} />}
      {mayAnother && (
        <div>
          <Button onPress={() => setAnother(known.length)}>{words('intake.mail.another')}</Button>
        </div>
      )}
      {known.length === 0 && !view.maySee.includes('parcel:announce') && <p>{words('intake.disc.closed')}</p>}
    </PatientPage>
  );
}

/** "I send the disc by mail": what is in the parcel, the sheet to print, and where the parcel is. */
export function MailPage() {
  return <WithCase>{(view) => <MailSheet key={view.id} view={view} />}</WithCase>;
}
