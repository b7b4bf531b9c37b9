import { createHash } from 'node:crypto';
import {
  caseSummaryPdf,
  coverLetterPdf,
  originalAsPdf,
  type PacketImage,
  type PacketPaper,
  type PacketParts,
  type PacketPlan,
  planPacket,
  type Setting,
} from '@overread/documents';
import type { Action, Subject } from '@overread/rules/access/actions.ts';
import { documentsFor } from '@overread/rules/access/documents.ts';
import { refuse } from '@overread/rules/access/policy.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { asThird } from '@overread/rules/case/third.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { CaseImage, CaseImageReader, PacketDeps } from './deps.ts';
import { attachedStudies, makePatientLetter, storedOpinion } from './opinion.ts';
import type { Tell } from './send-making.ts';

/** What goes into a packet, before it is known on how many discs. */
export interface PacketContent extends Pick<PacketParts, 'caseNumber' | 'patient' | 'papers' | 'isBlind'> {
  readonly setting: Setting;
  readonly images: readonly PacketImage[];
  /** Where the bytes of the images come from. */
  readonly source: CaseImageReader;
}

/** The plan of a packet that is one disc; `tell` hears of each image before its head is read. */
export function planWhole({ setting, source: _, ...parts }: PacketContent, tell: Tell): Promise<PacketPlan> {
  const images = toldOf(parts.images, tell);
  return planPacket(setting, { ...parts, images, volume: { number: 1, of: 1 } });
}

function* toldOf(images: readonly PacketImage[], tell: Tell): Generator<PacketImage> {
  const bytes = images.reduce((sum, { size }) => sum + size, 0);
  for (const [at, image] of images.entries()) {
    tell({ images: at, ofImages: images.length, bytes });
    yield image;
  }
}

interface Outgoing {
  readonly state: CaseState;
  readonly actor: Actor;
  readonly service: string;
  readonly address: string;
}

/** The packet for a service outside: question and history, the original report as a file of its own, every image. */
export async function contentForOutside(
  deps: PacketDeps,
  { state, actor, service, address }: Outgoing,
): Promise<PacketContent> {
  const { question } = state;
  if (question === null) throw refusalProblem({ code: 'not-yet', needs: ['question'] });
  const setting = deps.setting(deps.clock.now().toISOString());
  const source = await deps.images.openReader(state.id, attachedStudies(state));
  const images = imagesOf(source, new Set());
  const original = await originalPapers(deps, state, setting);
  const cover = await coverLetterPdf(setting, {
    caseNumber: state.number,
    patient: state.patient,
    to: { name: service, address },
    region: question.region,
    side: question.side,
    questions: question.questions,
    imageFiles: images.length,
    original: original.length > 0 ? { file: 'ORIGINAL.PDF' } : { noneBecause: setting.say('packet.noReport') },
    dueOn: state.clock.promisedBy?.slice(0, 10) ?? '',
    signer: actor.name,
  });
  const papers: PacketPaper[] = [
    { kind: 'cover', bytes: cover },
    { kind: 'summary', bytes: await caseSummaryPdf(setting, state) },
    ...original,
  ];
  const { number: caseNumber, patient } = state;
  return { setting, source, images, papers, isBlind: original.length > 0, caseNumber, patient };
}

/** Everything of a case that this person may see: a copy to take away. The policy decides part by part. */
export async function contentForCopy(deps: PacketDeps, state: CaseState, subject: Subject): Promise<PacketContent> {
  const may = (action: Action): boolean => refuse(subject, action, state) === null;
  const setting = deps.setting(deps.clock.now().toISOString());
  const isDelivered = may('document:view') && state.delivery.documentSha256 !== null;
  const second: PacketPaper[] = isDelivered
    ? [
        { kind: 'second', bytes: await storedOpinion(deps, state) },
        { kind: 'result', bytes: await makePatientLetter(deps, state) },
      ]
    : [];
  const third: PacketPaper[] =
    state.third != null && may('third:view')
      ? [{ kind: 'third', bytes: await storedOpinion(deps, asThird(state, state.third)) }]
      : [];
  // How a warning sign was cleared is a note among the staff.
  const summary = { ...state, redFlags: { ...state.redFlags, clearedNote: '' } };
  const papers: PacketPaper[] = [
    ...second,
    ...third,
    ...(may('report:view') ? await originalPapers(deps, state, setting) : []),
    { kind: 'summary', bytes: await caseSummaryPdf(setting, summary) },
  ];
  const source = await deps.images.openReader(state.id, may('images:view') ? attachedStudies(state) : []);
  const { number: caseNumber, patient } = state;
  return {
    setting,
    source,
    images: imagesOf(source, documentsFor(subject, state)),
    papers,
    isBlind: false,
    caseNumber,
    patient,
  };
}

/** The original report as a PDF; one that came as text is set as one, and stands beside it as it came. */
async function originalPapers(deps: PacketDeps, state: CaseState, setting: Setting): Promise<PacketPaper[]> {
  if (state.report === null) return [];
  const { mediaType, bytes, fileName } = await deps.reading.file(state.id, state.report);
  if (mediaType === 'application/pdf') return [{ kind: 'original', bytes }];
  const text = (await deps.reading.original(state))?.text ?? '';
  return [
    { kind: 'original', bytes: await originalAsPdf(setting, { caseNumber: state.number, fileName, text }) },
    { kind: 'originalText', bytes },
  ];
}

/** What came in, and what was made from these signed documents (SHA-256). */
function imagesOf(reader: CaseImageReader, documents: ReadonlySet<string>): readonly PacketImage[] {
  const wanted = reader.instances.filter(({ madeFrom }) => madeFrom === null || documents.has(madeFrom));
  return wanted.toSorted(inOrder).map((image) => packetImage(image, reader));
}

function packetImage(image: CaseImage, reader: CaseImageReader): PacketImage {
  const { sopInstanceUid: uid, size } = image;
  return {
    ...image,
    head: () => reader.head(uid),
    async hashBehind(prefix) {
      const hash = createHash('sha256').update(prefix);
      for await (const bytes of reader.read(uid, 0, size)) hash.update(bytes);
      return hash.digest('hex');
    },
  };
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
