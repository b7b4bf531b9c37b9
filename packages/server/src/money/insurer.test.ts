import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InsurerAnswer } from '@overread/contract/money.ts';
import { readInterchange, readPdfText } from '@overread/documents';
import type { CaseView } from '@overread/rules/case/view.ts';
import { RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

/** A clearing house that speaks CORE Connectivity's MIME multipart, and answers as an insurer would. */
function clearingHouse(took: FormData[]): Server {
  return createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(Buffer.concat(parts), { headers }).formData();
    took.push(form);
    const known = form.get('UserName') === 'northmoor' && form.get('Password') === 'secret';
    const answer = new FormData();
    const set = readInterchange(String(form.get('Payload'))).sets[0];
    answer.append('ErrorCode', known ? 'Success' : 'VersionMismatch');
    answer.append('Payload', set?.type === '270' ? ANSWER_271 : ANSWER_278);
    const multipart = new Response(answer);
    response.writeHead(200, { 'content-type': multipart.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await multipart.arrayBuffer()));
  });
}

const ISA =
  'ISA*00*          *00*          *ZZ*CLEARING       *ZZ*NORTHMOOR      *261126*1319*^*00501*000000001*0*T*:~';
const wrap = (group: string, guide: string, type: string, ...segments: readonly string[]) =>
  [
    `${ISA}GS*${group}*CLEARING*NORTHMOOR*20261126*1319*1*X*${guide}`,
    `ST*${type}*0001*${guide}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001~',
  ].join('~');
const PEOPLE = [
  'HL*1**20*1',
  'NM1*PR*2*MUTUAL*****PI*M',
  'HL*2*1*21*1',
  'HL*3*2*22*0',
  'NM1*IL*1*OKAFOR*MARA****MI*M1',
];
const ANSWER_271 = wrap(
  'HB',
  '005010X279A1',
  '271',
  ...PEOPLE,
  'EB*1**30**GOLD',
  'EB*C*IND*30***29*350',
  'EB*A**62*****.2***Y*Y',
);
const ANSWER_278 = wrap('HI', '005010X217', '278', ...PEOPLE, 'HL*4*3*EV*0', 'HCR*A3**0B');

let service: TestService;
let house: Server;
const took: FormData[] = [];
let patient: Caller;
let desk: Caller;
let caseId: string;

const send = async (by: Caller, command: object) => {
  const { version } = await by.get<CaseView>(`/api/cases/${caseId}`);
  return by.post<CaseView>(`/api/cases/${caseId}/commands`, { expectedVersion: version, command });
};

beforeAll(async () => {
  house = clearingHouse(took);
  await new Promise<void>((done) => house.listen(0, '127.0.0.1', done));
  service = await startTestService({
    settings: {
      OVERREAD_CLEARINGHOUSE_URL: `http://127.0.0.1:${(house.address() as AddressInfo).port}/core`,
      OVERREAD_CLEARINGHOUSE_USER: 'northmoor',
      OVERREAD_CLEARINGHOUSE_PASSWORD: 'secret',
      OVERREAD_CLEARINGHOUSE_SENDER: 'NORTHMOOR',
    },
  });
  [patient, desk] = await Promise.all([service.as('patient'), service.as('coordinator')]);
  const opened = await patient.post<CaseView>('/api/cases', {
    patient: { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' },
    contact: { email: 'mara.okafor@example.org', phone: '' },
    place: 'US-MA',
  });
  caseId = opened.id;
  await send(patient, {
    ...{ type: 'askQuestion', reasons: ['ambiguous-report'], region: 'lumbar-spine', side: 'none', symptoms: '' },
    ...{ proposedTreatment: '', questions: [{ id: 'q1', askedBy: 'patient', text: 'Is it the disc?' }] },
  });
  await send(patient, { type: 'answerRedFlags', asked: RED_FLAGS, yes: [] });
  await send(patient, { type: 'chooseFunding', route: 'insurance', serviceLevel: 'standard' });
});
afterAll(async () => {
  await service?.stop();
  house?.close();
});

describe('an insured case', () => {
  const ask = (message: string) =>
    desk.post<InsurerAnswer>(`/api/cases/${caseId}/insurer`, { message, plan: 'Mutual', memberId: 'M1' });
  const text = async (path: string, by = desk) => (await by.fetch(`/api/cases/${caseId}/${path}`)).text();

  it('asks through the clearing house what is covered, and reads the answer', async () => {
    const { eligibility, faults } = await ask('270');
    expect([faults, eligibility]).toMatchObject([
      [],
      { active: true, plan: 'GOLD', deductibleLeftMinor: 35_000, coinsurancePercent: 20, authorizationNeeded: true },
    ]);
    expect(took.at(-1)?.get('PayloadType')).toBe('X12_270_Request_005010X279A1');
    expect(String(took.at(-1)?.get('Payload'))).toContain('NM1*IL*1*OKAFOR*MARA****MI*M1~');
  });

  it('goes from the question for leave over a denial and an appeal with its letter to the number, and is funded', async () => {
    await send(desk, {
      ...{
        type: 'recordCoverage',
        plan: 'Mutual',
        memberId: 'M1',
        groupNumber: '',
        spokenTo: 'Dana',
        callReference: 'C-9',
      },
      ...{ answer: 'covered', authorizationNeeded: true, notes: '', network: 'out' },
      ...{ patientShare: { amountMinor: 0, currency: 'USD' } },
      codes: [
        { code: '76140', modifier: '', covered: 'no' },
        { code: '72148', modifier: '26', covered: 'yes' },
      ],
    });
    const sentOn = new Date().toISOString().slice(0, 10);
    const asked = { requestId: 'r1', code: '72148', modifier: '26', way: 'x12', sentOn, reference: '' };
    await send(desk, { type: 'requestAuthorization', ...asked });
    const { authorization } = await ask('278');
    expect(authorization).toMatchObject({ decision: 'denied', reason: '0B' });
    expect(String(took.at(-1)?.get('Payload'))).toContain('SV1*HC:72148:26**UN*1~');
    const denied = await send(desk, {
      ...{ type: 'recordDenial', denialId: 'd1', on: sentOn, reason: 'Not medically necessary', reference: 'D-1' },
      appealUntil: '',
    });
    const fundingOf = ({ tracks }: CaseView) => tracks.find(({ track }) => track === 'funding');
    expect(fundingOf(denied)?.say).toBe('track.funding.denied');
    expect(fundingOf(await patient.get<CaseView>(`/api/cases/${caseId}`))?.say).toBe('track.funding.denied');
    await send(desk, { type: 'appealDenial', appealId: 'a1', denialId: 'd1', argument: 'Surgery is planned.', sentOn });
    const letter = await desk.fetch(`/api/cases/${caseId}/appeals/a1/letter.pdf`);
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await desk.fetch(`/api/cases/${caseId}/appeals/none/letter.pdf`)).status).toBe(404);
    const granted = await send(desk, {
      ...{ type: 'recordAuthorization', number: 'A-77', validFrom: sentOn, validTo: '2031-12-31', visits: 1 },
    });
    expect(fundingOf(granted)?.mark).toBe('done');
  });

  it('gives its messages to carry by hand, and reads what is pasted', async () => {
    for (const [message, start] of [
      ['270', 'ISA*'],
      ['278', 'ISA*'],
      ['eligibility', '{'],
      ['preauthorization', '{'],
    ])
      expect((await text(`insurer/${message}`)).startsWith(start ?? '')).toBe(true);
    const read = (pasted: string) => desk.post<InsurerAnswer>(`/api/cases/${caseId}/insurer/answer`, { text: pasted });
    expect((await read(ANSWER_278)).authorization?.decision).toBe('denied');
    await expect(read('Dear Sir')).rejects.toThrow('money.not-read');
    await expect(read('{"resourceType": ')).rejects.toThrow('money.not-read');
    expect((await patient.fetch(`/api/cases/${caseId}/insurer/270`)).status).toBe(403);
  });

  it('has its papers: an estimate, and neither receipt nor superbill before there is something to say', async () => {
    const status = async (path: string, by = patient) => (await by.fetch(`/api/cases/${caseId}/${path}`)).status;
    expect(await status('estimate.pdf?diagnoses=M54.16')).toBe(200);
    expect([await status('receipt.pdf'), await status('superbill.pdf'), await status('invoice.pdf')]).toEqual([
      422, 422, 422,
    ]);
    expect(await status('estimate.pdf', await service.as('reader'))).toBe(404);
  });

  it('has the estimate in the patient’s language, whoever opens it', async () => {
    const headline = async () => {
      const pdf = await (await desk.fetch(`/api/cases/${caseId}/estimate.pdf`)).arrayBuffer();
      return (await readPdfText(new Uint8Array(pdf))).text;
    };
    await patient.put('/api/me/language', { language: 'es' });
    expect(await headline()).toContain('Estimación de buena fe');
    await patient.put('/api/me/language', { language: 'en' });
    expect(await headline()).toContain('Good faith estimate');
  });
});
