import type { FacilityDoor } from '@overread/contract/records.ts';
import { casePath, json, request } from '../../api/request.ts';
import { DiscSession } from '../disc/disc-session.ts';
import { askKnown, finishImport, openImport } from '../disc/import-api.ts';
import { createWorkerReader } from '../disc/reading/worker-reader.ts';
import { createImportMemory } from '../disc/sending/import-memory.ts';
import { createTusSender } from '../disc/sending/send-upload.ts';
import { pause } from '../disc/use-disc-session.ts';

/** What opens the one case, sent with every request; there is no session. */
const keyOf = (code: string) => ({ authorization: `Bearer ovf_${code.replace(/[^0-9A-Za-z]/g, '')}` });

export const openDoor = (code: string) => request<FacilityDoor>('/api/facility/open', json('POST', { code }));

/** Images on their way from a facility: the same way as from a patient, resumable, without a session. */
export function createFacilitySession(caseId: string, code: string): DiscSession {
  const headers = keyOf(code);
  return new DiscSession({
    caseId,
    reader: createWorkerReader(),
    memory: createImportMemory(caseId, window.localStorage),
    send: createTusSender({ headers }),
    openImport: () => openImport(caseId, headers),
    known: (importId, sha256s) => askKnown(caseId, importId, sha256s, headers),
    finishImport: (importId, statement) => finishImport(caseId, importId, statement, headers),
    endpoint: casePath(caseId, '/uploads'),
    // Whatever was begun in this browser goes on; a delivery that is over is refused in words.
    isOpen: () => true,
    // The service tells another patient's images apart and holds them; the facility is not told whose the case is.
    isChosen: () => true,
    pause,
    nowMs: () => performance.now(),
  });
}

/** Hands in the written report; it is sealed as any other. */
export const bringReport = (caseId: string, code: string, file: File) =>
  request<unknown>(casePath(caseId, '/report'), {
    method: 'POST',
    headers: {
      ...keyOf(code),
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    },
    body: file,
  });
