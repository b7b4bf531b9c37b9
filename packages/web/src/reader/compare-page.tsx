import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCase } from '../api/cases.ts';
import { LoadingPage } from '../ui/state-pages.tsx';
import { ComparisonPage } from './comparison.tsx';

// Few cases are read a third time.
const ThirdPage = lazy(() => import('./third-page.tsx').then((file) => ({ default: file.ThirdPage })));

/** After the lock: two reports, or three where the case is read for the third time. */
export function ComparePage() {
  const { caseId = '' } = useParams({ strict: false });
  const view = useCase(caseId);
  if (view.data?.isThirdRead !== true) return <ComparisonPage />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <ThirdPage view={view.data} />
    </Suspense>
  );
}
