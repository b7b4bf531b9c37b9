import type { CaseView } from '@overread/rules/case/view.ts';
import type { BackLink } from '../ui/patient-page.tsx';
import { useWords } from '../ui/use-words.ts';

/** The way back to the case: a coordinator who acts for a patient came from the desk. */
export function useToCase({ id, as }: Pick<CaseView, 'id' | 'as'>): BackLink {
  const words = useWords();
  const to = as === 'patient' ? '/case/$caseId' : '/desk/$caseId';
  return { to, params: { caseId: id }, text: words('intake.disc.toCase') };
}
