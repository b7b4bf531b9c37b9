import { createHash, randomUUID } from 'node:crypto';
import { parseHeader } from '@overread/imaging';
import type { CaseState } from '@overread/rules/case/state.ts';
import { type ClosedPack, createPackWriter, packIdOf } from '@overread/server/archive/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../testing/made-dicom.ts';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { as, COORDINATOR, PEOPLE, READER, REFERRER, STUDY_UID, TOLD, walk } from '../../../../testing/rooms/walk.ts';

const HELD = { personId: 'third-reader', name: 'Dr. Tamsin Held', email: 'held@northmoor.example' } as const;
const THIRD = as({ ...PEOPLE.solheim, ...HELD }, 'reader');
const TAGS = { sop: '00080018', modality: '00080060', series: '0020000E', description: '0008103E' } as const;
type Tag = keyof typeof TAGS;

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
  const [standing] = (await rooms.matching.readers()).filter(({ readerId }) => readerId === PEOPLE.solheim.personId);
  if (standing === undefined) throw new Error('The demo has no reader.');
  await rooms.accounts.savePerson({ ...HELD, roles: ['reader'] });
  await rooms.matching.saveReader({ ...standing, readerId: HELD.personId, name: HELD.name, openCases: 0 });
  await rooms.delivery.work();
});
afterAll(() => rooms.stop());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const load = async (id: string) => (await rooms.cases.load(id)) as CaseState;

/** What QIDO-RS tells this person of the objects in the case's archive. */
async function found(person: { readonly personId: string }, id: string): Promise<Record<Tag, string>[]> {
  const path = `GET /cases/${id}/dicomweb/instances?includefield=SeriesDescription` as const;
  const { status, bytes } = await rooms.ask(person as typeof PEOPLE.okafor, path);
  if (status === 204 || status >= 400) return [];
  return JSON.parse(bytes.toString()).map((record: Record<string, { Value?: string[] }>) =>
    Object.fromEntries(Object.entries(TAGS).map(([name, tag]) => [name, record[tag]?.Value?.[0] ?? ''])),
  );
}

const descriptions = (records: readonly Record<Tag, string>[]) => records.map(({ description }) => description).sort();

async function delivered(id: string, after: string | null = null): Promise<string> {
  return until(async () => {
    const { documentSha256 } = (await load(id)).delivery;
    return documentSha256 === after ? null : documentSha256;
  });
}

/** Puts a file into the case's archive, as an import does. */
async function archived(caseId: string, bytes: Buffer): Promise<void> {
  const intake = await rooms.archive.intake(caseId, 'disc');
  const packs: ClosedPack[] = [];
  const newPackId = () => packIdOf('disc', randomUUID());
  const writer = createPackWriter({ ...intake, newPackId, onClosed: (pack) => packs.push(pack) });
  writer.add({ path: '', bytes, sha256: sha256(bytes), header: parseHeader(bytes) });
  writer.close();
  await rooms.db.transaction(async (tx) => {
    for (const pack of packs) await intake.take(tx, pack);
  });
}

async function thirdAccepted(): Promise<string> {
  const { id } = await walk(rooms, 'signed');
  await delivered(id);
  await rooms.cases.execute(REFERRER, id, { type: 'askThirdRead', reason: 'Treatment hangs on it.' });
  await rooms.matching.offer(COORDINATOR, { caseId: id, readerId: HELD.personId });
  const offerId = (await load(id)).third?.offers[0]?.offerId ?? '';
  await rooms.cases.execute(THIRD, id, { type: 'acceptOffer', offerId, noConflict: true });
  await rooms.cases.execute(THIRD, id, { type: 'openRead' });
  return id;
}

describe('a signed report in the archive', () => {
  it('lies sealed as PDF and structured report in the study that was read, for whoever may have it', async () => {
    const { id } = await walk(rooms, 'signed');
    const document = await delivered(id);
    for (const person of [PEOPLE.okafor, PEOPLE.lindqvist, PEOPLE.keller, PEOPLE.solheim]) {
      const records = await found(person, id);
      expect(records.map(({ modality }) => modality).sort()).toEqual(['DOC', 'SR']);
    }
    expect(await found(PEOPLE.rivera, id)).toEqual([]);
    const [pdf] = (await found(PEOPLE.okafor, id)).filter(({ modality }) => modality === 'DOC');
    const before = rooms.seen.filter(
      ({ action, detail }) => action === 'document:view' && detail === 'dicomweb',
    ).length;
    const at = `/cases/${id}/dicomweb/studies/${STUDY_UID}/series/${pdf?.series}/instances/${pdf?.sop}`;
    const { status, bytes } = await rooms.ask(PEOPLE.okafor, `GET ${at}`);
    expect(status).toBe(200);
    const opinion = await rooms.delivery.opinion(await load(id));
    expect(sha256(opinion)).toBe(document);
    expect(bytes.includes(opinion)).toBe(true);
    const witnessed = rooms.seen.filter(({ action, detail }) => action === 'document:view' && detail === 'dicomweb');
    expect(witnessed).toHaveLength(before + 1);
    expect(witnessed.at(-1)?.actor.personId).toBe(PEOPLE.okafor.personId);
    for await (const key of rooms.blobs.list(`cases/${id}/packs/`)) {
      expect((await rooms.blobs.read(key)).includes('%PDF')).toBe(false);
    }
    // What the facility sent is told apart from what the service wrote.
    expect(await rooms.archive.studies(id)).toEqual([]);
  });

  it('shows the marked picture, drawn from the archive', async () => {
    const { id } = await walk(rooms, 'compared');
    const uid = TOLD.second.marks[0]?.sopInstanceUid ?? '';
    const uids = { SOPInstanceUID: uid, StudyInstanceUID: STUDY_UID, SeriesInstanceUID: '1.2.3' };
    await archived(id, Buffer.from(madeInstance({ ...uids, SeriesDescription: 'AX T1 POST GD' })));
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images myself.' });
    await delivered(id);
    const opinion = await rooms.delivery.opinion(await load(id));
    expect(opinion.toString('latin1')).toMatch(/\/Alt \(Magnetic resonance image, .*Enhancing lesion/);
  });

  it('gives way to the one with the addendum, in the same series', async () => {
    const { id } = await walk(rooms, 'signed');
    const first = await delivered(id);
    const before = await found(PEOPLE.okafor, id);
    const text = 'The lesion in the left frontal lobe measures 8 mm.';
    await rooms.cases.execute(READER, id, { type: 'addAddendum', addendumId: 'a1', text });
    await delivered(id, first);
    const after = await found(PEOPLE.okafor, id);
    expect(after.map(({ series }) => series).sort()).toEqual(before.map(({ series }) => series).sort());
    expect(after.some(({ sop }) => before.some((old) => old.sop === sop))).toBe(false);
    const old = before[0];
    const gone = `GET /cases/${id}/dicomweb/studies/${STUDY_UID}/series/${old?.series}/instances/${old?.sop}` as const;
    expect((await rooms.ask(PEOPLE.okafor, gone)).status).toBe(404);
  });

  it('is not there any more once it was taken back', async () => {
    const { id } = await walk(rooms, 'signed');
    await delivered(id);
    await rooms.cases.execute(READER, id, { type: 'retractReport', cause: 'error', reason: 'The wrong level.' });
    for (const person of [PEOPLE.okafor, PEOPLE.lindqvist, PEOPLE.keller, PEOPLE.solheim]) {
      expect(await found(person, id)).toEqual([]);
    }
  });

  it('stays away from who reads blind, and a third report stands beside it in series of its own', async () => {
    const id = await thirdAccepted();
    expect(await found(HELD, id)).toEqual([]);
    const own = { ...TOLD.second, findings: 'Eleven lesions.', impression: 'Demyelination.' };
    await rooms.cases.execute(THIRD, id, { type: 'lockFindings', report: own });
    await rooms.cases.execute(THIRD, id, { type: 'revealOriginal' });
    const proposal = await rooms.ask(HELD as typeof PEOPLE.okafor, `GET /cases/${id}/comparison/proposal`);
    const pairs = proposal.body.pairs.map((pair: object) => ({ ...pair, status: 'confirmed' }));
    await rooms.cases.execute(THIRD, id, { type: 'compareReports', comparison: { ...TOLD.comparison, pairs } });
    await rooms.cases.execute(THIRD, id, { type: 'signReport', statement: 'I have read these images myself.' });
    await until(async () => (await load(id)).third?.delivery.documentSha256 ?? null);
    const four = ['Second opinion (PDF)', 'Second opinion (report)', 'Third opinion (PDF)', 'Third opinion (report)'];
    expect(descriptions(await found(PEOPLE.okafor, id))).toEqual(four);
    expect(descriptions(await found(HELD, id))).toEqual(four.slice(2));
    const fhir = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/third.fhir.json`);
    expect(fhir.bytes.toString()).toContain('Third opinion on the MRI');
    const hl7 = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/third.hl7?type=MDM`);
    expect(hl7.bytes.toString()).toContain('third-opinion-');
    const sr = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/third.dcm?kind=sr`);
    expect(sr.bytes.toString()).toContain('Eleven lesions.');
    for (const path of ['third.fhir.json', 'third.hl7', 'third.dcm']) {
      expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${id}/${path}`)).status).toBe(404);
    }
  });
});
