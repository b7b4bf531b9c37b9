import { createHash } from 'node:crypto';
import { patientLetterPdf, type SecondOpinion, secondOpinionOf, secondOpinionPdf } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { wordedProblem } from '../platform/problems.ts';
import { openBytes } from '../platform/seal.ts';
import type { DeliveryDeps, PacketDeps } from './deps.ts';
import { blobKey, dataKeyId, fileRow } from './store.ts';

/** A document and the hash by which the record names it. */
export interface MadeDocument {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The signed second opinion. Its only time is that of the last signature, so making it again with an RSA key gives the same bytes. */
export async function makeOpinion(deps: DeliveryDeps, state: CaseState): Promise<MadeDocument> {
  const bytes = await secondOpinionPdf(deps.setting(lastSigned(state)), await opinionOf(deps, state), deps.sign);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The second opinion that was delivered, byte for byte. */
export async function storedOpinion({ db, blobs, keys }: PacketDeps, state: CaseState): Promise<Buffer> {
  const sha256 = state.delivery.documentSha256;
  if (sha256 === null || (await fileRow(db, state.id, sha256)) === null) throw wordedProblem(404, 'no-document');
  const key = await keys.dataKey(db, dataKeyId(state.id));
  return openBytes(key, `document/${state.id}/${sha256}`, await blobs.read(blobKey(state.id, sha256)));
}

/** The result in plain words, as a letter to the patient. */
export async function makePatientLetter(deps: PacketDeps, state: CaseState): Promise<Buffer> {
  const at = state.delivery.deliveredAt ?? lastSigned(state);
  return patientLetterPdf(deps.setting(at), await opinionOf(deps, state));
}

/** When the document was signed last: with the report, or with the newest addendum. */
export function lastSigned({ reading }: CaseState): string {
  return reading.addenda.at(-1)?.at ?? reading.signed?.at ?? reading.locked?.at ?? '';
}

/** What the document says, as values. */
export async function opinionOf(deps: PacketDeps, state: CaseState): Promise<SecondOpinion> {
  return secondOpinionOf(state, await deps.reading.originalText(state), await imageNames(deps, state));
}

/** "T2 sagittal, image 6" for each marked image: people look for a series by its name, not by a UID. */
async function imageNames({ images, setting }: PacketDeps, state: CaseState): Promise<SecondOpinion['imageNames']> {
  const marked = new Set(state.reading.locked?.report.marks.map((mark) => mark.sopInstanceUid));
  if (marked.size === 0) return {};
  const { say } = setting('');
  const instances = await images.instances(state.id, attachedStudies(state));
  const named = instances
    .filter(({ sopInstanceUid }) => marked.has(sopInstanceUid))
    .flatMap(({ sopInstanceUid, header }) => {
      const series = header.seriesDescription || header.protocolName;
      if (series === '' || header.instanceNumber === null) return [];
      return [[sopInstanceUid, say('opinion.marks.imageName', { series, number: header.instanceNumber })] as const];
    });
  return Object.fromEntries(named);
}

export function attachedStudies(state: CaseState): readonly string[] {
  return state.studies.filter(({ state: is }) => is === 'attached').map(({ studyInstanceUid }) => studyInstanceUid);
}
