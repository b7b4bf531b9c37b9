import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { fileHead } from '../../archive/index.ts';
import { readCommand, STATUS, writeResponse } from './command.ts';
import { BadPdu, commandPdus, createPduReader, PDU, type Pdu, pdvsIn, readAssociateRequest } from './pdu.ts';
import { isPeer, readPeers } from './peers.ts';
import { answerContext, VERIFICATION } from './services.ts';
import { storeObject } from './store-object.ts';

const MR = '1.2.840.10008.5.1.4.1.1.4';
const EXPLICIT = '1.2.840.10008.1.2.1';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('readPeers', () => {
  it('reads titles with addresses and networks, and lets nobody else in', () => {
    const peers = readPeers('SCANNER 1@10.1.2.3, PACS@10.2.0.0/16, *@fd00::/8, OPEN');
    const may = (ae: string, address: string) => isPeer(peers, ae, address);
    expect(may('SCANNER 1', '10.1.2.3')).toBe(true);
    expect(may('SCANNER 1', '10.1.2.4')).toBe(false);
    expect(may('PACS', '10.2.200.9')).toBe(true);
    expect(may('PACS', '10.3.0.1')).toBe(false);
    expect(may('ANYBODY', 'fd12::1')).toBe(true);
    expect(may('ANYBODY', '10.2.0.1')).toBe(false);
    expect(may('OPEN', '192.0.2.1')).toBe(true);
    expect(may('open', '192.0.2.1')).toBe(false);
  });

  it.each(['PACS@10.1', 'PACS@10.1.2.3/33', 'A TITLE THAT IS TOO LONG', '@10.1.2.3'])('refuses %s', (text) => {
    expect(() => readPeers(text)).toThrow();
  });
});

describe('answerContext', () => {
  const ask = (abstractSyntax: string, ...transferSyntaxes: string[]) =>
    answerContext({ id: 1, abstractSyntax, transferSyntaxes });

  it('takes the first syntax that it keeps, for storage of every kind and for echo', () => {
    expect(ask(MR, '1.2.840.10008.1.2.4.70', EXPLICIT)).toMatchObject({
      result: 0,
      transferSyntax: '1.2.840.10008.1.2.4.70',
    });
    expect(ask(MR, '1.2.840.10008.1.2.4.94', EXPLICIT)).toMatchObject({ result: 0, transferSyntax: EXPLICIT });
    expect(ask('1.3.12.2.1107.5.9.1', EXPLICIT).result).toBe(0);
    expect(ask(VERIFICATION, EXPLICIT).result).toBe(0);
  });

  it('refuses other services, and syntaxes without a data set', () => {
    expect(ask('1.2.840.10008.5.1.4.1.2.2.1', EXPLICIT).result).toBe(3);
    expect(ask('1.2.840.10008.1.20.1', EXPLICIT).result).toBe(3);
    expect(ask(MR, '1.2.840.10008.1.2.6.1').result).toBe(4);
  });
});

describe('the upper layer', () => {
  const command = { field: 0x0001, messageId: 7, sopClassUid: MR, sopInstanceUid: '1.2.3', hasDataSet: true };

  it('finds the same PDUs however the stream is cut', () => {
    const stream = Buffer.concat([
      commandPdus(1, writeResponse(command, STATUS.success), 60),
      Buffer.from([PDU.releaseRequest, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
    ]);
    const read = (size: number) => {
      const push = createPduReader(131_072);
      const found: Pdu[] = [];
      for (let at = 0; at < stream.length; at += size) found.push(...push(stream.subarray(at, at + size)));
      return found.map(({ type, body }) => `${type} ${body.toString('hex')}`);
    };
    const whole = read(stream.length);
    expect(whole.length).toBeGreaterThan(2);
    for (let size = 1; size < stream.length; size += 1) expect(read(size)).toEqual(whole);
  });

  it('writes a response that it reads again, in pieces no longer than the peer takes', () => {
    const push = createPduReader(131_072);
    const pdvs = [...push(commandPdus(3, writeResponse(command, STATUS.full, 'No room'), 40))].flatMap(({ body }) => {
      expect(body.length).toBeLessThanOrEqual(40);
      return [...pdvsIn(body)];
    });
    expect(pdvs.map(({ isLast }) => isLast)).toEqual([...pdvs.slice(1).map(() => false), true]);
    const back = readCommand(Buffer.concat(pdvs.map(({ bytes }) => bytes)));
    expect(back).toMatchObject({ field: 0x8001, sopClassUid: MR, sopInstanceUid: '1.2.3', hasDataSet: false });
  });

  it.each([
    ['an unknown kind', Buffer.from([9, 0, 0, 0, 0, 0])],
    ['a data PDU that is too long', Buffer.from([PDU.data, 0, 0x7f, 0, 0, 0])],
    ['a request that is too long', Buffer.from([PDU.associateRequest, 0, 0x7f, 0, 0, 0])],
  ])('gives up at %s', (_, bytes) => {
    expect(() => [...createPduReader(1000)(bytes)]).toThrow(BadPdu);
  });

  it.each([0, 10, 67])('gives up at a request of %i bytes', (size) => {
    expect(() => readAssociateRequest(Buffer.alloc(size))).toThrow(BadPdu);
    expect(() => [...pdvsIn(Buffer.from([0, 0, 0, 9, 1, 3]))]).toThrow(BadPdu);
    expect(() => readCommand(Buffer.from([0, 0, 0, 1, 200, 0, 0, 0]))).toThrow(BadPdu);
  });
});

describe('storeObject', () => {
  const file = Buffer.from(makeStudy({ seed: 'store', scale: { slices: 1, matrix: 32 } }).instances[0]?.bytes ?? []);
  const header = parseHeader(file);
  const data = file.subarray(144 + file.readUInt32LE(140));
  const command = {
    field: 1,
    messageId: 1,
    hasDataSet: true,
    sopClassUid: header.sopClassUid,
    sopInstanceUid: header.sopInstanceUid,
  };

  async function store(change: Partial<typeof command> = {}, bytes = data, fails = false) {
    const kept: Buffer[] = [];
    const reception = {
      take: async (_: unknown, pieces: readonly Uint8Array[]) => {
        if (fails) throw new Error('ENOSPC');
        kept.push(Buffer.concat(pieces));
      },
      close: async () => undefined,
    };
    const object = { command: { ...command, ...change }, data: [bytes], transferSyntax: header.transferSyntaxUid };
    return { status: (await storeObject(object, reception, log)).status, kept };
  }

  it('keeps preamble, meta header and the data set as it came', async () => {
    const { status, kept } = await store();
    expect(status).toBe(STATUS.success);
    const head = fileHead({ ...command, transferSyntax: header.transferSyntaxUid });
    expect(kept.map((bytes) => bytes.equals(Buffer.concat([head, data])))).toEqual([true]);
    expect(parseHeader(kept[0] as Buffer)).toMatchObject({
      sopInstanceUid: header.sopInstanceUid,
      patient: header.patient,
    });
  });

  it.each([
    ['another instance', { sopInstanceUid: '1.2.3.4' }, data, STATUS.otherObject],
    ['another class', { sopClassUid: '1.2.840.10008.5.1.4.1.1.2' }, data, STATUS.otherObject],
    ['no data set', {}, Buffer.from('this is no data set at all'), STATUS.unreadable],
    ['no whole image', {}, data.subarray(0, data.length - 100), STATUS.unreadable],
  ] as const)('answers %s with its status, and keeps nothing', async (_, change, bytes, status) => {
    expect(await store(change, bytes)).toEqual({ status, kept: [] });
  });

  it('promises nothing when the disc is full', async () => {
    expect((await store({}, data, true)).status).toBe(STATUS.full);
  });
});
