import type { CaseView } from '@overread/rules/case/view.ts';
import { useQuality, useStudies } from '../api/cases.ts';
import { PatientSet } from './patient-set.tsx';
import { withSigns } from './set-model.ts';

/** The same on the page of a case: of the studies that belong to it, once they are here. */
export function CaseSet({ view }: { readonly view: CaseView }) {
  const studies = useStudies(view.id);
  const quality = useQuality(view.id, studies.data !== undefined);
  const own = (studies.data ?? [])
    .filter(({ state }) => state === 'attached')
    .map((study) => withSigns(study, quality.data ?? {}));
  return own.length === 0 ? null : <PatientSet view={view} studies={own} mayWrite />;
}
