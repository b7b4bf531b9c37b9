import { createHash } from 'node:crypto';
import {
  type KeyImage,
  patientLetterPdf,
  type SecondOpinion,
  secondOpinionOf,
  secondOpinionPdf,
} from '@overread/documents';
import { asItStood } from '@overread/rules/case/retract.ts';
import type { CaseState, Retraction } from '@overread/rules/case/state.ts';
import { wordedProblem } from '../platform/problems.ts';
import { openBytes } from '../platform/seal.ts';
import type { DeliveryDeps, PacketDeps } from './deps.ts';
import { blobKey, dataKeyId, fileRow } from './store.ts';

/** A document and the hash by which the record names it. */
export interface MadeDocument {
  readonly bytes: Buffer;
  readonly sha256: string;
  /** What it says, as values. */
  readonly told: SecondOpinion;
}

/** The signed second opinion. Its only time is that of the last signature, so making it again with an RSA key gives the same bytes. */
export async function makeOpinion(deps: DeliveryDeps, state: CaseState): Promise<MadeDocument> {
  const told = { ...(await opinionOf(deps, state)), keyImages: await keyImages(deps, state) };
  const bytes = await secondOpinionPdf(deps.setting(lastSigned(state)), told, deps.sign);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), told };
}

/** A report that was taken back, marked on its first page and at the foot of each. */
export async function makeRetracted(deps: DeliveryDeps, state: CaseState, retraction: Retraction): Promise<Buffer> {
  const { at, by, cause, reason } = retraction;
  const stood = asItStood(state, retraction);
  const opinion = { ...(await opinionOf(deps, stood)), keyImages: await keyImages(deps, stood) };
  return secondOpinionPdf(deps.setting(at), { ...opinion, retracted: { at, by: by.name, cause, reason } }, deps.sign);
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
  return patientLetterPdf(await deps.setting.forPatient(at, state), await opinionOf(deps, state));
}

/** When the document got its last word: with the signature, the newest addendum, or a comparison that came late. */
export function lastSigned({ reading }: CaseState): string {
  const late = [reading.addenda.at(-1)?.at ?? '', reading.comparison?.at ?? '', reading.signed?.at ?? ''];
  return late.sort().at(-1) || (reading.locked?.at ?? '');
}

/** What the document says, as values. */
export async function opinionOf(deps: PacketDeps, state: CaseState): Promise<SecondOpinion> {
  return secondOpinionOf(state, await deps.reading.originalText(state), await imageNames(deps, state));
}

/** More pictures than this nobody looks through on paper; the table names the others. */
const MOST_KEY_IMAGES = 12;
/** Pixels on the longest side: about 200 to the inch where it is printed. */
const KEY_IMAGE_SIDE = 640;

/** The frames that the reader marked, in the order in which they were marked. */
async function keyImages({ pictures }: DeliveryDeps, { id, reading }: CaseState): Promise<KeyImage[]> {
  const marks = reading.locked?.report.marks ?? [];
  const frames = new Map(marks.map((mark) => [`${mark.sopInstanceUid}/${mark.frame}`, mark]));
  const drawn: KeyImage[] = [];
  for (const { sopInstanceUid, frame } of [...frames.values()].slice(0, MOST_KEY_IMAGES)) {
    const picture = await pictures.draw(id, { sopInstanceUid, frame }, KEY_IMAGE_SIDE);
    if (picture !== null) drawn.push({ ...picture, sopInstanceUid, frame });
  }
  return drawn;
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
