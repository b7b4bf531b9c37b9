import type { DifferingCase } from '@overread/contract/learning.ts';
import { DEMO_CASES, DEMO_PEOPLE, demoId } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import type { Command } from '@overread/rules/case/commands.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseState, CaseStudy } from '@overread/rules/case/state.ts';
import { AGREEMENT_VERSION, type Role } from '@overread/rules/case/vocabulary.ts';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { startTestService, type TestRole, type TestService } from '../../../../testing/service.ts';

/** A case of a head, read by the demo's reader: taken to its end here, with images and sentences that name people. */
const CASE = demoId('case/lange');
const PATH = `/api/cases/${CASE}/teaching.zip`;
const { keller, solheim } = DEMO_PEOPLE;
const coordinator = { personId: keller.personId, name: keller.name, role: 'coordinator' } as const;
const reader = { personId: solheim.personId, name: solheim.name, role: 'reader' } as const;

let service: TestService;
let study: CaseStudy;
beforeAll(async () => {
  service = await startTestService();
  await service.seed(['lange']);
  study = (await load()).studies[0] as CaseStudy;
  const files = madeStack().map((bytes, i) => ({ path: `extra/${i}`, read: async () => bytes }));
  await service.rooms.ingest.importFiles(CASE, files, coordinator);
  const { studyInstanceUid } = study;
  await does(coordinator, {
    type: 'decideStudy',
    studyInstanceUid,
    decision: 'accept',
    reason: 'Brought by the patient.',
  });
  await compare();
}, 180_000);
afterAll(() => service?.stop());

async function load(): Promise<CaseState> {
  const state = await service.rooms.cases.load(CASE);
  if (state === null) throw new Error('The demo has no case of Lange.');
  return state;
}
const does = (actor: { readonly personId: string; readonly name: string; readonly role: Role }, command: Command) =>
  service.rooms.cases.execute(actor, CASE, command);

const SIZE = 64;
const WRITTEN = 'E'.repeat(8);
/** Pixels of a plain picture, with a line of letters at its upper edge or without. */
function pixels(text: string): Uint8Array {
  const values = new Uint16Array(SIZE * SIZE).map((_, at) => 200 + ((at * 37) % 90));
  for (let letter = 0; letter < text.length; letter += 1)
    for (let y = 0; y < 7; y += 1)
      for (let x = 0; x < 5; x += 1)
        if (x === 0 || y === 0 || y === 3 || y === 6) values[(4 + y) * SIZE + 4 + letter * 7 + x] = 4095;
  return new Uint8Array(values.buffer);
}

/** Thick axial slices of a head from its roof down, 5 mm apart: the first one has letters burned in. */
function madeStack(): Uint8Array[] {
  return Array.from({ length: 28 }, (_, i): MadeItem => {
    const height = 140 - 5 * i;
    return {
      PatientName: study.patient.name,
      PatientID: study.patient.id,
      PatientBirthDate: study.patient.birthDate.replaceAll('-', ''),
      StudyInstanceUID: study.studyInstanceUid,
      SeriesInstanceUID: '1.2.826.0.1.3680043.2.1125.77.2',
      SOPInstanceUID: `1.2.826.0.1.3680043.2.1125.77.3.${i + 1}`,
      InstanceNumber: i + 1,
      SeriesDescription: 'AX T2 TSE (Dr. Zanetti)',
      InstitutionName: 'Quillfeather Imaging',
      AccessionNumber: 'QFI99871',
      '00080090:PN': 'Zanetti^Ugo',
      '00204000:LT': 'seen by Mr Abernathy',
      '00290010:LO': 'SIEMENS CSA HEADER',
      '00291010:OB': new TextEncoder().encode('Zanetti QFI99871 '),
      '00180023:CS': '2D',
      '00180050:DS': '5',
      '00200032:DS': `-32\\-32\\${height}`,
      '00200037:DS': '1\\0\\0\\0\\1\\0',
      '00280030:DS': '1\\1',
      ...{ Rows: SIZE, Columns: SIZE, PixelData: pixels(i === 0 ? WRITTEN : '') },
    };
  }).map((item) => madeInstance(item));
}

const PAIR: ComparedPair = {
  id: 'p1',
  place: 'Left parietal lobe',
  original: 'No lesion in Mr. Lange, compared with 12/03/2024 (Quillfeather Imaging, QFI99871).',
  second: 'Demyelinating lesion of 15 mm in the left parietal white matter.',
  relation: 'differs',
  differsIn: ['presence'],
  grade: 'major',
  because: 'One says that it is there.',
  status: 'confirmed',
  note: 'Told to Dr. Ugo Zanetti by telephone on March 4, 2025.',
};

/** From the open reading to the delivered result, with names in every text. */
async function compare(): Promise<void> {
  const { second, comparison } = DEMO_CASES.ms;
  const answers = (await load()).question?.questions.map(({ id }) => ({ questionId: id, text: 'Yes.' })) ?? [];
  const findings = `${second.findings}\nDiscussed with Dr. Ugo Zanetti of Quillfeather Imaging, Mr. Lange agreed.`;
  await does(reader, { type: 'lockFindings', report: { ...second, findings, marks: [], answers } });
  await does(reader, { type: 'revealOriginal' });
  const couldSettle = 'MRI of the cord, as Dr. Solheim told Jonas Lange.';
  await does(reader, { type: 'compareReports', comparison: { ...comparison, pairs: [PAIR], couldSettle } });
  await does(reader, { type: 'signReport', statement: 'I have read these images myself.' });
  await service.rooms.delivery.deliver(CASE);
}

const asked = async (role: TestRole) => (await service.as(role)).fetch(PATH);
const agree = () =>
  does(coordinator, {
    type: 'agreeTo',
    what: 'teaching',
    version: AGREEMENT_VERSION,
    language: 'en',
    signerName: 'Jonas Lange',
    people: [],
  });
const deeds = async () =>
  (await service.rooms.audit.list({ limit: 500, caseId: CASE }))
    .filter(({ action }) => action === 'teaching:make')
    .map(({ role, outcome }) => `${role} ${outcome}`);

/** Files of the download by their paths. */
async function download(role: TestRole): Promise<ReadonlyMap<string, Buffer>> {
  const answer = await asked(role);
  if (answer.status !== 200) throw new Error(await answer.text());
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}

interface Manifest {
  readonly label: string;
  readonly images: readonly { readonly path: string; readonly series: string }[];
  readonly leftOut: readonly { readonly image: string; readonly because: string }[];
}
const jsonOf = <T>(files: ReadonlyMap<string, Buffer>, path: string) => JSON.parse(String(files.get(path))) as T;

const refused = async () => {
  const told = [];
  for (const role of ['reader', 'administrator'] as const) {
    const answer = await asked(role);
    told.push([answer.status >= 400, ((await answer.json()) as { code: string }).code]);
  }
  return told;
};

describe('a teaching case', () => {
  it('is refused without the patient’s agreement, and who tried is on the audit record', async () => {
    expect(await refused()).toEqual([
      [true, 'not-yet'],
      [true, 'not-yet'],
    ]);
    expect((await deeds()).toSorted()).toEqual(['administrator refused', 'reader refused']);
  });

  it('is made where she has agreed: each download is on the record', async () => {
    await agree();
    const before = (await deeds()).length;
    const first = await download('administrator');
    const again = await download('reader');
    expect((await deeds()).length - before).toBe(2);
    expect([...again.keys()]).toEqual([...first.keys()]);
    expect([...first.keys()].slice(0, 3)).toEqual(['README.txt', 'case.json', 'comparison.txt']);
    expect([...first.keys()].at(-1)).toBe('manifest.json');
    const { label } = jsonOf<Manifest>(first, 'manifest.json');
    expect(label).toMatch(/^TEACHING-[0-9A-F]{8}$/);
    expect(again.get('manifest.json')?.equals(first.get('manifest.json') ?? Buffer.alloc(0))).toBe(true);
  });

  it('holds no name, date, place, number or UID of its source in any byte', async () => {
    const state = await load();
    const secrets = [
      ...['lange', 'jonas', 'solheim', 'zanetti', 'quillfeather', 'abernathy', 'qfi99871', '3680043.2.1125.77'],
      ...[state.number, state.patient.birthDate, state.patient.birthDate.replaceAll('-', ''), state.report?.author],
      ...[
        state.report?.facility,
        study.studyInstanceUid,
        study.accessionNumber,
        study.patient.id,
        '12/03/2024',
        'march 4',
      ],
      ...[study.date, study.date.replaceAll('-', ''), state.contact.email, state.id, solheim.personId],
    ]
      .filter((one) => one !== undefined && one.length > 3)
      .map((one) => String(one).toLowerCase());
    expect(secrets.length).toBeGreaterThan(15);
    for (const [path, bytes] of await download('reader')) {
      const seen = `${path}\n${bytes.toString('latin1')}\n${bytes.toString('utf8')}`.toLowerCase();
      expect(secrets.filter((secret) => seen.includes(secret)).map((secret) => `${path}: ${secret}`)).toEqual([]);
    }
  });

  it('says what both found, pair by pair, without the names in it', async () => {
    const files = await download('reader');
    const told = jsonOf<{ pairs: ComparedPair[]; couldSettle: string; findings: { second: unknown[] } }>(
      files,
      'case.json',
    );
    expect(told.pairs).toMatchObject([
      { relation: 'differs', grade: 'major', second: PAIR.second, place: 'Left parietal lobe' },
    ]);
    expect(told.pairs[0]?.original).toMatch(/^No lesion in .*compared with/);
    expect(told.couldSettle).toMatch(/^MRI of the cord/);
    expect(told.findings.second.length).toBeGreaterThan(3);
    expect(String(files.get('comparison.txt'))).toContain('differs in presence');
    expect(String(files.get('README.txt'))).toContain('Neither report is proven right');
  });

  it('leaves out pictures with letters burned in and those of the face, named with the reason', async () => {
    const files = await download('administrator');
    const { images, leftOut } = jsonOf<Manifest>(files, 'manifest.json');
    const made = images.filter(({ path }) => parseHeader(new Uint8Array(files.get(path) ?? [])).rows === SIZE);
    // Of 28 slices, 16 lie in the 75 mm of the upper head; the first of them has letters in it.
    expect(made.length).toBe(15);
    expect(leftOut.filter(({ because }) => because.includes('shapes like letters'))).toHaveLength(1);
    expect(leftOut.filter(({ because }) => because.includes('the face may lie'))).toHaveLength(12);
    for (const { image } of leftOut) expect(files.has(image)).toBe(false);
    const [clean] = made.map(({ path }) => parseHeader(new Uint8Array(files.get(path) ?? [])));
    expect(clean).toMatchObject({ seriesDescription: 'AX T2 TSE', accessionNumber: '', patient: { birthDate: '' } });
  });

  it('is offered to the administrator in the list of cases that differ', async () => {
    const list = () => service.as('administrator').then((one) => one.get<DifferingCase[]>('/api/discrepancies/cases'));
    const own = { caseId: CASE, region: 'brain', agreement: 'major' };
    expect(await list()).toMatchObject([{ ...own, teaching: true }]);
    expect(JSON.stringify(await list())).not.toMatch(/lange|jonas/i);
    await does(coordinator, { type: 'takeBackAgreement', what: 'teaching' });
    expect(await list()).toMatchObject([{ ...own, teaching: false }]);
    await agree();
    expect((await (await service.as('reader')).fetch('/api/discrepancies/cases')).status).toBe(403);
  });

  it('is refused again after she has taken it back', async () => {
    await does(coordinator, { type: 'takeBackAgreement', what: 'teaching' });
    expect(await refused()).toEqual([
      [true, 'not-yet'],
      [true, 'not-yet'],
    ]);
    await agree();
    expect((await asked('reader')).status).toBe(200);
  });
});
