import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { casePath } from '../../api/request.ts';
import { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import { askKnown, finishImport, importKeys, openImport } from './import-api.ts';
import { judge } from './judge.ts';
import { createWorkerReader } from './reading/worker-reader.ts';
import { createImportMemory } from './sending/import-memory.ts';
import { createTusSender } from './sending/send-upload.ts';

/**
 * Discs on their way, by case. Kept here and not in the page's component, because sending goes on while the person fills in
 * the other pages of the case; the browser ends it by closing the page.
 */
const sessions = new Map<string, DiscSession>();

/** Resolves after `ms`, or at once when the browser says that the network is back. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end, { signal: done.signal });
    signal.addEventListener(
      'abort',
      () => {
        end();
        reject(signal.reason);
      },
      { signal: done.signal },
    );
  });
}

function createSession({ id, patient }: CaseView, imports: readonly ImportView[]): DiscSession {
  return new DiscSession({
    caseId: id,
    reader: createWorkerReader(),
    memory: createImportMemory(id, window.localStorage),
    send: createTusSender(),
    openImport: () => openImport(id),
    known: (importId, sha256s) => askKnown(id, importId, sha256s),
    finishImport: (importId, statement) => finishImport(id, importId, statement),
    endpoint: casePath(id, '/uploads'),
    isOpen: (importId) => imports.some((one) => one.importId === importId && one.state === 'uploading'),
    isChosen: (study) => judge(patient, study) !== 'other-patient',
    pause,
    nowMs: () => performance.now(),
  });
}

function sessionOf(view: CaseView, imports: readonly ImportView[]): DiscSession {
  const known = sessions.get(view.id);
  if (known !== undefined) return known;
  const session = createSession(view, imports);
  sessions.set(view.id, session);
  return session;
}

/** The disc that is on its way into this case, and what can be done with it. Asks before the browser's page is closed. */
export function useDiscSession(
  view: CaseView,
  imports: readonly ImportView[],
): { readonly session: DiscSession; readonly state: DiscState } {
  const [session] = useState(() => sessionOf(view, imports));
  const state = useSyncExternalStore(session.subscribe, session.state);
  const busy = state.phase === 'sending' || state.phase === 'finishing';
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
  const client = useQueryClient();
  const sent = state.phase === 'sent';
  useEffect(() => {
    if (sent) void client.invalidateQueries({ queryKey: importKeys.list(view.id) });
  }, [sent, client, view.id]);
  return { session, state };
}
