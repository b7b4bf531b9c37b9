import type { OriginalReport } from '@overread/contract';
import { DEMO_PEOPLE, demoId } from '@overread/demo';
import { binary, text } from '@overread/imaging/write/dataset.ts';
import { writePart10 } from '@overread/imaging/write/part10.ts';
import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../testing/service.ts';

/**
 * Walks every route that answers, as the reader under the seal, and looks into what comes back for words of the original
 * report and for the objects inside the study that may tell of it. A new route is walked without being named here.
 */
const CASE = demoId('case/lange');
const WORDS = 'ZQX enhancing lesion of the left cerebellum';
const SCAN = 'ZQX photograph of a report.png';
const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
/** What travels on discs beside the pictures: SOP class, modality. */
const OBJECTS: readonly (readonly [string, string])[] = [
  ['1.2.840.10008.5.1.4.1.1.88.11', 'SR'],
  ['1.2.840.10008.5.1.4.1.1.88.59', 'KO'],
  ['1.2.840.10008.5.1.4.1.1.104.1', 'DOC'],
  ['1.2.840.10008.5.1.4.1.1.11.1', 'PR'],
  ['1.2.840.10008.5.1.4.1.1.66.4', 'SEG'],
  ['1.2.840.10008.5.1.4.1.1.481.3', 'RTSTRUCT'],
  ['1.3.12.2.1107.5.9.1', 'MR'],
];
const uidOf = (index: number) => ({ series: `1.2.826.0.1.${index}.1`, instance: `1.2.826.0.1.${index}.1.1` });

let service: TestService;
let study: string;
let secrets: readonly string[];

beforeAll(async () => {
  service = await startTestService();
  await service.seed(['lange']);
  const coordinator = await service.as('coordinator');
  const state = await service.rooms.cases.load(CASE);
  const known = state?.studies[0];
  if (!known) throw new Error('The demo has no case under the seal.');
  study = known.studyInstanceUid;
  const files = OBJECTS.map(([sopClassUid, modality], i) => objectOf(known, { sopClassUid, modality }, uidOf(i)));
  const actor = { personId: DEMO_PEOPLE.keller.personId, name: DEMO_PEOPLE.keller.name, role: 'coordinator' } as const;
  await service.rooms.ingest.importFiles(CASE, [...files, pictureOf(known)], actor);
  // A picture of a report that is still looked through tells of it by its name alone.
  const scan = { fileName: SCAN, mediaType: 'image/png', bytes: Buffer.from(ONE_PIXEL, 'base64') };
  await service.rooms.intake.bring(CASE, actor, scan);
  const { text: words, fileName } = await coordinator.get<OriginalReport>(`/api/cases/${CASE}/report`);
  const lines = words.split('\n').filter((line) => line.length > 30 && !line.includes('MRI'));
  secrets = [WORDS, SCAN, fileName, ...lines.map((line) => line.trim()), ...OBJECTS.map((_, i) => uidOf(i).instance)];
});
afterAll(() => service?.stop());

function objectOf(
  of: Pick<CaseStudy, 'studyInstanceUid' | 'patient'>,
  { sopClassUid, modality }: { readonly sopClassUid: string; readonly modality: string },
  uid: { readonly series: string; readonly instance: string },
) {
  const dataset = [
    text(0x00080016, 'UI', sopClassUid),
    text(0x00080018, 'UI', uid.instance),
    text(0x00080060, 'CS', modality),
    text(0x0008103e, 'LO', WORDS),
    text(0x00100010, 'PN', of.patient.name),
    text(0x00100020, 'LO', of.patient.id),
    text(0x00100030, 'DA', of.patient.birthDate.replaceAll('-', '')),
    text(0x00100040, 'CS', of.patient.sex),
    text(0x0020000d, 'UI', of.studyInstanceUid),
    text(0x0020000e, 'UI', uid.series),
    text(0x0040a160, 'UT', WORDS),
  ];
  const content = { sopClassUid, sopInstanceUid: uid.instance, dataset, frames: [], columns: 0 };
  const bytes = writePart10(content, 'explicit');
  return { path: `DICOM/${modality}-${uid.instance}.dcm`, read: async () => bytes };
}

/** One picture that the reader sees, so that an empty answer is no accident. */
function pictureOf(of: Parameters<typeof objectOf>[0]) {
  const sopClassUid = '1.2.840.10008.5.1.4.1.1.4';
  const sopInstanceUid = '1.2.826.0.1.99.1.1';
  const dataset = [
    text(0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'M', 'SE']),
    text(0x00080016, 'UI', sopClassUid),
    text(0x00080018, 'UI', sopInstanceUid),
    text(0x00080060, 'CS', 'MR'),
    text(0x0008103e, 'LO', 'T2 TSE sag'),
    text(0x00100010, 'PN', of.patient.name),
    text(0x00100020, 'LO', of.patient.id),
    text(0x00100030, 'DA', of.patient.birthDate.replaceAll('-', '')),
    text(0x00100040, 'CS', of.patient.sex),
    text(0x0020000d, 'UI', of.studyInstanceUid),
    text(0x0020000e, 'UI', '1.2.826.0.1.99.1'),
    binary(0x00280002, 'US', 1),
    text(0x00280004, 'CS', 'MONOCHROME2'),
    ...[0x00280010, 0x00280011].map((tag) => binary(tag, 'US', 8)),
    ...[0x00280100, 0x00280101].map((tag) => binary(tag, 'US', 16)),
    binary(0x00280102, 'US', 15),
    binary(0x00280103, 'US', 0),
  ];
  const bytes = writePart10(
    { sopClassUid, sopInstanceUid, dataset, frames: [new Uint8Array(128)], columns: 8 },
    'explicit',
  );
  return { path: 'DICOM/picture.dcm', read: async () => bytes };
}

/** Every GET of the service, with each of the objects in the place of what a route names. */
function paths(): readonly string[] {
  const gets = service.routes.filter(({ method, url }) => method === 'GET' && url !== '/metrics' && !url.includes('*'));
  const all = gets.flatMap(({ url }) =>
    OBJECTS.map((_, i) =>
      url
        .replace(':caseId', CASE)
        .replace(':study', study)
        .replace(/:series(InstanceUid)?/, uidOf(i).series)
        .replace(':instance', uidOf(i).instance)
        .replace(':frames', '1')
        .replace(':tag', '0040A160')
        .replace(/:\w+/g, 'none'),
    ),
  );
  return [...new Set(all)];
}

async function told(caller: Caller): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths()) {
    const answer = await caller.fetch(path);
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    for (const secret of secrets) if (body.includes(secret)) found.push(`${path}: ${secret}`);
  }
  return found;
}

describe('under the seal, no route tells of the original report', () => {
  it('and the walk finds it where it is open', async () => {
    const found = await told(await service.as('coordinator'));
    for (const secret of secrets)
      expect(
        found.some((line) => line.endsWith(secret)),
        secret,
      ).toBe(true);
  }, 60_000);

  it.each<{ readonly also: readonly Role[] }>([
    { also: [] },
    { also: ['coordinator'] },
    { also: ['administrator'] },
    { also: ['referrer', 'coordinator', 'administrator', 'patient'] },
  ])(
    'to a reader who is also $also',
    async ({ also }) => {
      const known = await service.rooms.accounts.personBy(DEMO_PEOPLE.solheim.personId);
      if (known === null) throw new Error('The demo has no reader.');
      await service.rooms.accounts.savePerson({ ...known, roles: ['reader', ...also] });
      const reader = await service.as('reader');
      for (const way of ['instances', `studies/${study}/rendered`, `studies/${study}/thumbnail`])
        expect([way, (await reader.fetch(`/api/cases/${CASE}/dicomweb/${way}`)).status]).toEqual([way, 200]);
      expect(await told(reader)).toEqual([]);
    },
    60_000,
  );
});
