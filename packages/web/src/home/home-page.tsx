import type { Role } from '@overread/rules/case/vocabulary.ts';
import { Navigate } from '@tanstack/react-router';
import { useCases } from '../api/cases.ts';
import { useMe } from '../api/people.ts';
import { ROLE_HOMES } from '../ui/role-homes.ts';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { StrangerHome } from './stranger-home.tsx';

/** Who works with the data of many patients needs a second step beside the link in a mail. */
const STRONG_ROLES: ReadonlySet<Role> = new Set<Role>(['coordinator', 'reader', 'administrator']);

/** A patient with one case is at home on that case's page; one without any begins to ask. */
function PatientHome() {
  const cases = useCases();
  if (cases.error !== null) return <FailedPage error={cases.error} />;
  if (cases.data === undefined) return <LoadingPage />;
  const [only, ...others] = cases.data;
  if (only === undefined) return <Navigate to="/start" replace />;
  if (others.length > 0) return <Navigate to="/cases" replace />;
  return <Navigate to="/case/$caseId" params={{ caseId: only.id } as never} replace />;
}

/** `/`: sends each role to where it works; tells a stranger what Overread is. */
export function HomePage() {
  const me = useMe();
  if (me.error !== null) return <FailedPage error={me.error} />;
  if (me.data === undefined) return <LoadingPage />;
  if (me.data === null) return <StrangerHome />;
  const { roles, strongSession } = me.data;
  if (!strongSession && roles.some((role) => STRONG_ROLES.has(role))) return <Navigate to="/second-step" replace />;
  const home = ROLE_HOMES.find(({ role }) => roles.includes(role));
  if (home === undefined || home.role === 'patient') return <PatientHome />;
  return <Navigate to={home.to} replace />;
}
