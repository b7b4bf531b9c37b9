import { createHash } from 'node:crypto';
import { basicTextSr, encapsulatedPdf, type OpinionExport, type Setting } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { MadeDocument } from './opinion.ts';

/** A signed document as the exchange formats take it. Refuses what is not signed. */
export function exportedAs(state: CaseState, { bytes, sha256, told }: MadeDocument, publicUrl: string): OpinionExport {
  const { signed } = told;
  if (signed === null) throw refusalProblem({ code: 'not-yet', needs: ['signature'] });
  const reading = state.earlier === undefined ? state.id : `${state.id}/third`;
  return {
    opinion: { ...told, signed },
    pdf: { bytes, sha256 },
    uuidOf: (name) => namedUuid(`${reading}/${name}`),
    publicUrl,
  };
}

/** The document and its structured report as DICOM files of the study that was read; none where there is no study. */
export function objectsOf(setting: Setting, given: OpinionExport): Uint8Array[] {
  return [encapsulatedPdf, basicTextSr].flatMap((write) => write(setting, given)?.bytes ?? []);
}

/** A UUID that hangs on the name alone (RFC 9562, version 8: the hash is SHA-256). */
function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
