import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  caseSummaryPdf,
  coverLetterPdf,
  makePacket,
  type Packet,
  type PacketImage,
  type PacketParts,
  packetReadme,
} from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { CaseImage, DeliveryDeps } from './deps.ts';
import { attachedStudies } from './opinion.ts';
import { writeSealed } from './sealed-file.ts';
import { blobKey, dataKeyId } from './store.ts';

export const packetBound = (caseId: string): string => `packet/${caseId}`;

/** Makes the packet of a case for a service outside and puts it, sealed, into the store under its hash. */
export async function storePacket(
  deps: DeliveryDeps,
  { state, actor, service }: { readonly state: CaseState; readonly actor: Actor; readonly service: string },
): Promise<Packet> {
  const { blobs, keys, db, newId } = deps;
  const parts = await partsOf(deps, { state, actor, service });
  const key = await keys.dataKey(db, dataKeyId(state.id));
  const path = join(await blobs.scratch(), `packet-${newId()}`);
  try {
    const packet = await writeSealed(path, { key, bound: packetBound(state.id) }, (into) => makePacket(into, parts));
    await blobs.adopt(path, blobKey(state.id, packet.sha256));
    return packet;
  } finally {
    await rm(path, { force: true });
  }
}

async function partsOf(
  deps: DeliveryDeps,
  { state, actor, service }: { readonly state: CaseState; readonly actor: Actor; readonly service: string },
): Promise<PacketParts> {
  const { question } = state;
  if (question === null) throw refusalProblem({ code: 'not-yet', needs: ['question'] });
  const now = deps.clock.now().toISOString();
  const setting = deps.setting(now);
  const images = await imagesOf(deps, state);
  const original = await originalOf(deps, state);
  const named = original ?? { noneBecause: setting.say('packet.noReport') };
  const coverLetter = await coverLetterPdf(setting, {
    caseNumber: state.number,
    patient: state.patient,
    to: { name: service, address: '' },
    region: question.region,
    side: question.side,
    questions: question.questions,
    imageFiles: images.length,
    original: named,
    dueOn: state.clock.promisedBy?.slice(0, 10) ?? '',
    signer: actor.name,
  });
  return {
    createdAt: now,
    coverLetter,
    caseSummary: await caseSummaryPdf(setting, state),
    readme: packetReadme(setting, { caseNumber: state.number, imageFiles: images.length, original: named }),
    originalReport: original,
    images,
  };
}

async function originalOf({ reading }: DeliveryDeps, state: CaseState) {
  if (state.report === null) return null;
  const { mediaType, bytes } = await reading.file(state.id, state.report);
  const extension = mediaType === 'application/pdf' ? 'pdf' : 'txt';
  return { file: `ORIGINAL_REPORT.${extension}`, extension, bytes } as const;
}

/** Images as a disc names them (DICOM PS3.10, 8.2: up to eight capitals and digits): study, series, image. */
async function imagesOf({ images }: DeliveryDeps, state: CaseState): Promise<readonly PacketImage[]> {
  const instances = [...(await images.instances(state.id, attachedStudies(state)))].sort(inOrder);
  const studies = numbered(instances.map(({ studyInstanceUid }) => studyInstanceUid));
  const series = numbered(instances.map(({ seriesInstanceUid }) => seriesInstanceUid));
  return instances.map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid }, i) => ({
    path: [
      `ST${padded(studies.get(studyInstanceUid), 2)}`,
      `SE${padded(series.get(seriesInstanceUid), 4)}`,
      `IM${padded(i + 1, 6)}`,
    ].join('/'),
    async read() {
      const bytes = await images.openInstance(state.id, sopInstanceUid);
      if (bytes === null) throw new Error(`The image ${sopInstanceUid} is in the index and not in the store.`);
      return bytes;
    },
  }));
}

function inOrder(a: CaseImage, b: CaseImage): number {
  return (
    a.header.studyDate.localeCompare(b.header.studyDate) ||
    a.studyInstanceUid.localeCompare(b.studyInstanceUid) ||
    (a.header.seriesNumber ?? 0) - (b.header.seriesNumber ?? 0) ||
    a.seriesInstanceUid.localeCompare(b.seriesInstanceUid) ||
    (a.header.instanceNumber ?? 0) - (b.header.instanceNumber ?? 0) ||
    a.sopInstanceUid.localeCompare(b.sopInstanceUid)
  );
}

function numbered(uids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(uids)].map((uid, i) => [uid, i + 1]));
}

const padded = (n: number | undefined, digits: number): string => String(n ?? 0).padStart(digits, '0');
