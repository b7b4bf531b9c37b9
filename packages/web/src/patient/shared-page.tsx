import { useLingui } from '@lingui/react';
import type { SharedPeek, SharedResult } from '@overread/contract/links.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { json, request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { fullName, longDate } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import { ResultBody } from './result-body.tsx';
import { resultHeadline } from './result-model.ts';
import { Withdrawn } from './withdrawn.tsx';

const path = (token: string, rest = '') => `/api/shared/${encodeURIComponent(token)}${rest}`;

function Shown({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const headline = resultHeadline(view);
  const over = fullName(view.patient.name);
  if (view.second === null)
    return (
      <PatientPage over={over} heading={words('patient.result.notYet')}>
        <Withdrawn view={view} />
      </PatientPage>
    );
  return (
    <PatientPage over={over} heading={words(headline.say, headline.with)} title={words('patient.result.title')}>
      <ResultBody view={view} />
    </PatientPage>
  );
}

/** `/s/$token`: a result that a patient shows by a link. Opening it counts as a look, and stands in the case's record. */
export function SharedPage() {
  const { token = '' } = useParams({ strict: false });
  const words = useWords();
  const { i18n } = useLingui();
  const [opened, setOpened] = useState<SharedResult | Error | null>(null);
  const peek = useQuery({ queryKey: ['shared', token], queryFn: () => request<SharedPeek>(path(token)), retry: false });
  if (opened !== null && !(opened instanceof Error)) return <Shown view={opened.view} />;
  const open = () =>
    request<SharedResult>(path(token, '/open'), json('POST', {})).then(setOpened, (error: Error) => setOpened(error));
  return (
    <PatientPage heading={words('patient.shared.title')}>
      <ProblemNotice error={peek.error ?? (opened instanceof Error ? opened : null)} />
      {peek.isPending && <p role="status">{words('patient.shared.opening')}</p>}
      {peek.data !== undefined && (
        <>
          <p>
            {words('patient.shared.lead', {
              practice: peek.data.practice,
              left: peek.data.left,
              date: longDate(i18n.locale, peek.data.expiresAt),
            })}
          </p>
          <p>
            <Button kind="main" onPress={() => void open()}>
              {words('patient.shared.open')}
            </Button>
          </p>
        </>
      )}
    </PatientPage>
  );
}
