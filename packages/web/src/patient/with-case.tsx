import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useCase } from '../api/cases.ts';
import { fullName, readable } from '../ui/format.ts';
import type { BackLink } from '../ui/patient-page.tsx';
import { headingOf } from '../ui/said.ts';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { useWords } from '../ui/use-words.ts';
import { loadWords } from '../ui/words-loader.ts';

/** Loads the case in the page's address and shows what is made of it; says in words when that fails. */
export function WithCase({ children }: { readonly children: (view: CaseView) => ReactNode }) {
  const { caseId = '' } = useParams({ strict: false });
  const view = useCase(caseId);
  // Staff who look at a patient's page read the sentences that name people.
  const staff = view.data !== undefined && view.data.as !== 'patient';
  useEffect(() => {
    if (staff) void loadWords('rooms');
  }, [staff]);
  if (view.data !== undefined) return children(view.data);
  if (view.error !== null) return <FailedPage error={view.error} />;
  return <LoadingPage />;
}

/** "Ruth Almeida · lower back · case 2026-0417": whose case, what part of the body, which number. */
export function useCaseLine(view: CaseView): string {
  const words = useWords();
  const where = view.question === null ? '' : words(`patient.region.${view.question.region}`);
  const number = words('patient.caseNumber', { number: view.number });
  return [fullName(view.patient.name), where, number].filter((part) => part !== '').join(' · ');
}

/** The way back from a page of a case to the case. */
export function useBackToCase(view: CaseView): BackLink {
  const words = useWords();
  return { to: '/case/$caseId', params: { caseId: view.id }, text: words('patient.backToCase') };
}

/** What the case waits for, as a heading and what stands below it. */
export function useWaiting(view: CaseView): { readonly heading: string; readonly rest: string } {
  const words = useWords();
  const { i18n } = useLingui();
  return headingOf(words(view.waiting.say, readable(i18n.locale, view.waiting.with)));
}
