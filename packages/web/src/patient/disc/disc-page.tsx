import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useParams } from '@tanstack/react-router';
import { useCase } from '../../api/cases.ts';
import { FailedPage, LoadingPage } from '../../ui/state-pages.tsx';
import { DiscArrived } from './disc-arrived.tsx';
import { DiscFound } from './disc-found.tsx';
import { DiscReading } from './disc-reading.tsx';
import { DiscStart } from './disc-start.tsx';
import { useImports } from './import-api.ts';
import { useDiscSession } from './use-disc-session.ts';

interface DiscSheetProps {
  readonly view: CaseView;
  /** Deliveries into this case, newest first. */
  readonly imports: readonly ImportView[];
}

/** The sheet that is shown: what is done on this page now comes before what arrived earlier. */
function DiscSheet({ view, imports }: DiscSheetProps) {
  const { session, state } = useDiscSession(view, imports);
  const { phase, contents, problem, begun } = state;
  const props = { view, session, state };
  if (phase === 'reading') return <DiscReading {...props} />;
  if (phase === 'sent' || (phase === 'finishing' && contents === null)) {
    const delivery = imports.find(({ importId }) => importId === state.importId);
    if (delivery === undefined) return <LoadingPage />;
    return <DiscArrived {...props} delivery={delivery} imports={imports} />;
  }
  if (contents !== null && phase !== 'empty') {
    const delivery = imports.find(({ importId }) => importId === state.importId);
    return <DiscFound {...props} contents={contents} delivery={delivery} />;
  }
  const latest = imports[0];
  const settled = latest !== undefined && latest.state !== 'uploading' && begun === null && problem === null;
  const closed = !view.maySee.includes('images:upload');
  const wanted = state.again || view.materials.images === 'rejected';
  if (settled && (closed || !wanted)) return <DiscArrived {...props} delivery={latest} imports={imports} />;
  return <DiscStart {...props} imports={imports} />;
}

/** Images in: a disc is looked at here in the browser, sent when the person says so, and followed until it is in the case. */
export function DiscPage() {
  const { caseId } = useParams({ strict: false }) as { readonly caseId: string };
  const view = useCase(caseId);
  const imports = useImports(caseId);
  const error = view.error ?? imports.error;
  if (view.data !== undefined && imports.data !== undefined)
    return <DiscSheet key={caseId} view={view.data} imports={imports.data} />;
  return error === null ? <LoadingPage /> : <FailedPage error={error} />;
}
