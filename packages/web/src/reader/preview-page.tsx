import type { CaseView } from '@overread/rules/case/view.ts';
import { useParams } from '@tanstack/react-router';
import { useResultPreview } from '../api/cases.ts';
import { ResultBody, readerOf, ToTake } from '../patient/result-body.tsx';
import { resultHeadline } from '../patient/result-model.ts';
import { fullName } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';

function Preview({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const headline = resultHeadline(view);
  return (
    <PatientPage
      back={{ to: '/compare/$caseId', params: { caseId: view.id }, text: words('reader.preview.back') }}
      over={`${fullName(view.patient.name)}, ${view.number}`}
      heading={words(headline.say, headline.with)}
      title={words('reader.preview.title')}
      top={
        <Notice kind="wait" title={words('reader.preview.notice')}>
          <p>{words('reader.preview.lead')}</p>
        </Notice>
      }
      lead={
        <p>
          {words(view.report === null ? 'patient.result.leadAlone' : 'patient.result.lead', { reader: readerOf(view) })}
        </p>
      }
      aside={<ToTake view={view} />}
    >
      <ResultBody view={view} />
    </PatientPage>
  );
}

/** `/compare/$caseId/preview`: what the patient will read, before anything is signed or released. */
export function PreviewPage() {
  const { caseId = '' } = useParams({ strict: false });
  const words = useWords();
  const preview = useResultPreview(caseId);
  if (preview.data !== undefined) return <Preview view={preview.data} />;
  return (
    <PatientPage
      back={{ to: '/compare/$caseId', params: { caseId }, text: words('reader.preview.back') }}
      heading={words('reader.preview.title')}
    >
      <ProblemNotice error={preview.error} />
      {preview.isPending && <p role="status">{words('reader.compare.opening')}</p>}
    </PatientPage>
  );
}
