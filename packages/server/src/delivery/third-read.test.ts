import { createHash } from 'node:crypto';
import type { ComparisonProposal } from '@overread/contract/reading.ts';
import { readPdfText } from '@overread/documents';
import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { as, COORDINATOR, PEOPLE, REFERRER, TOLD, walk } from '../../../../testing/rooms/walk.ts';

const HELD = { personId: 'third-reader', name: 'Dr. Tamsin Held', email: 'held@northmoor.example' } as const;
const THIRD = as({ ...PEOPLE.solheim, ...HELD }, 'reader');
const OWN = { ...TOLD.second, findings: 'ZQT eleven lesions, one of them enhancing.', impression: 'Demyelination.' };

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
const words = async (bytes: Buffer) => (await readPdfText(bytes)).text.replace(/\s+/g, ' ');
const load = async (id: string) => (await rooms.cases.load(id)) as CaseState;
const does = (id: string, command: Command) => rooms.cases.execute(THIRD, id, command);

async function asked(): Promise<string> {
  const { id } = await walk(rooms, 'signed');
  await until(async () => ((await load(id)).delivery.deliveredAt === null ? null : true));
  await rooms.cases.execute(REFERRER, id, { type: 'askThirdRead', reason: 'Treatment hangs on it.' });
  return id;
}

async function begun(): Promise<string> {
  const id = await asked();
  await rooms.matching.offer(COORDINATOR, { caseId: id, readerId: HELD.personId });
  const offerId = (await load(id)).third?.offers[0]?.offerId ?? '';
  await does(id, { type: 'acceptOffer', offerId, noConflict: true });
  await does(id, { type: 'openRead' });
  return id;
}

describe('a third, deciding read', () => {
  it('is offered to somebody who has read neither report, never to the second reader', async () => {
    const id = await asked();
    const { candidates } = await rooms.matching.suggestion(await load(id));
    const of = (readerId: string) => candidates.find(({ reader }) => reader.readerId === readerId);
    expect(of(HELD.personId)?.suited).toBe(true);
    expect(of(PEOPLE.solheim.personId)?.broken).toContain('Has read these images for the second opinion.');
    const offering = { caseId: id, readerId: PEOPLE.solheim.personId };
    await expect(rooms.matching.offer(COORDINATOR, offering)).rejects.toMatchObject({ code: 'reader-not-suited' });
  });

  it('is blind to both reports on every route until the lock', async () => {
    const id = await begun();
    const view = (await rooms.ask(HELD, `GET /cases/${id}`)).body as CaseView;
    expect(view).toMatchObject({ isThirdRead: true, sealed: true, stage: 'reading', second: null, third: null });
    for (const path of ['report', 'report.pdf', 'third.pdf', 'record', 'comparison/proposal', 'opinion.fhir.json']) {
      const { status, bytes } = await rooms.ask(HELD, `GET /cases/${id}/${path}`);
      expect([path, status >= 400]).toEqual([path, true]);
      expect(bytes.toString()).not.toContain(TOLD.second.impression);
    }
    expect(JSON.stringify((await rooms.ask(HELD, 'GET /cases')).body)).not.toContain(TOLD.second.impression);
  });

  it('is compared with both, delivered as a document of its own, and leaves the second as it was', async () => {
    const id = await begun();
    const before = (await load(id)).delivery;
    await does(id, { type: 'lockFindings', report: OWN });
    await does(id, { type: 'revealOriginal' });
    const proposal = (await rooms.ask(HELD, `GET /cases/${id}/comparison/proposal`)).body as ComparisonProposal;
    expect(proposal.third?.text).toContain('ZQT eleven lesions');
    expect(proposal.pairs.length).toBeGreaterThanOrEqual(TOLD.comparison.pairs.length);
    const pairs = proposal.pairs.map((pair) => ({ ...pair, status: 'confirmed' as const }));
    await does(id, { type: 'compareReports', comparison: { ...TOLD.comparison, pairs } });
    await does(id, { type: 'signReport', statement: 'I have read these images myself.' });
    const state = await until(async () => {
      const now = await load(id);
      return now.third?.delivery.deliveredAt == null ? null : now;
    });
    expect(state.delivery).toEqual(before);
    const pdf = await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}/third.pdf`);
    expect(sha256(pdf.bytes)).toBe(state.third?.delivery.documentSha256);
    const text = await words(pdf.bytes);
    expect(text).toContain('ZQT eleven lesions');
    expect(text).toContain('without the original report and without the second opinion');
    expect(text).toContain('Appendix: the second report');
    const own = await rooms.ask(HELD, `GET /cases/${id}/report.pdf`);
    expect(own.bytes.equals(pdf.bytes)).toBe(true);
    const second = await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}/report.pdf`);
    expect(sha256(second.bytes)).toBe(before.documentSha256);
    const seen = (await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}`)).body as CaseView;
    expect(seen.third?.report?.findings).toBe(OWN.findings);
    await rooms.cases.execute(REFERRER, id, { type: 'markSeen' });
    expect((await load(id)).third?.delivery.seenByReferrerAt).not.toBeNull();
  });
});
