import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { I18nProvider } from '@lingui/react';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem, meKey, speakProblems } from './api/index.ts';
import { router } from './router.tsx';
import { i18n, loadWords } from './ui/words-loader.ts';

/** Asks again only where another answer may come: a lost connection or a service that is just starting. */
function mayRetry(failures: number, error: Error): boolean {
  const again = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  return again && failures < 3;
}

const client: QueryClient = new QueryClient({
  // A session that ended while the page stood open: the page then asks to sign in again.
  queryCache: new QueryCache({
    onError(error) {
      if (error instanceof ApiProblem && error.status === 401) client.setQueryData(meKey, null);
    },
  }),
  defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 } },
});

async function start(): Promise<void> {
  await loadWords('everybody');
  speakProblems((status) => i18n._(status === 0 ? 'common.problem.unreached' : 'common.problem.unknown', { status }));
  const host = document.getElementById('page');
  if (host === null) throw new Error('The page has no place for the screens.');
  createRoot(host).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
