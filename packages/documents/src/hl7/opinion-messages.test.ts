import { Hl7Message } from '@medplum/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT } from '../../../../testing/documents/sample-export.ts';
import { OPINION, SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { encodeMessage, escapeHl7, hl7Time } from './message.ts';
import { mdmMessage, oruMessage } from './opinion-messages.ts';

const TO = { application: 'RIS', facility: 'Harbour Imaging' };
const read = (message: string) => Hl7Message.parse(message);

/** The escape sequences taken back, as a receiver does. */
const unescapeHl7 = (text: string): string =>
  text.replace(
    /\\(E|F|S|T|R|\.br)\\/g,
    (_, name: string) => ({ E: '\\', F: '|', S: '^', T: '&', R: '~', '.br': '\n' })[name] ?? '',
  );

describe('oruMessage', () => {
  const message = read(oruMessage(SETTING, EXPORT, TO));

  it('says what it is, of whom, and for whom', () => {
    const msh = message.getSegment('MSH');
    expect(msh?.getField(9)?.toString()).toBe('ORU^R01^ORU_R01');
    expect(msh?.getField(12)?.toString()).toBe('2.5.1');
    expect(msh?.getField(18)?.toString()).toBe('UNICODE UTF-8');
    expect(message.getSegment('PID')?.getField(5)?.toString()).toBe('Almeida^Inês^Ruth');
    expect(message.getSegment('PID')?.getField(7)?.toString()).toBe('19610314');
    const obr = message.getSegment('OBR');
    expect(obr?.getField(3)?.toString()).toBe('HI-55012');
    expect(obr?.getField(4)?.getComponent(1)).toBe('18748-4');
    expect(obr?.getField(16)?.toString()).toContain('Ferrand');
    expect([obr?.getField(22)?.toString(), obr?.getField(24)?.toString(), obr?.getField(25)?.toString()]).toEqual([
      '20260521080000+0000',
      'RAD',
      'C',
    ]);
    expect(obr?.getField(32)?.toString()).toContain('Solheim');
  });

  it('has each section, each measurement and the PDF', () => {
    const all = message.getAllSegments('OBX');
    const of = (code: string) => all.find((each) => each.getField(3)?.getComponent(1) === code);
    expect(unescapeHl7(of('59776-5')?.getField(5)?.toString() ?? '')).toBe(OPINION.locked.findings);
    expect(of('19005-8')?.getField(5)?.toString()).toContain('No slip of L4');
    expect([of('m1')?.getField(2)?.toString(), of('m1')?.getField(5)?.toString()]).toEqual(['NM', '4.0']);
    const pdf = of('PDF')?.getField(5);
    expect(pdf?.getComponent(4)).toBe('Base64');
    expect(Buffer.from(pdf?.getComponent(5) ?? '', 'base64').equals(Buffer.from(EXPORT.pdf.bytes))).toBe(true);
    expect(all.map((each) => each.getField(1)?.toString())).toEqual(all.map((_, i) => String(i + 1)));
  });

  it('is final until an addendum is signed', () => {
    const final = read(oruMessage(SETTING, { ...EXPORT, opinion: { ...EXPORT.opinion, addenda: [] } }, TO));
    expect(final.getSegment('OBR')?.getField(25)?.toString()).toBe('F');
    expect(final.getSegment('OBX')?.getField(11)?.toString()).toBe('F');
  });
});

describe('mdmMessage', () => {
  it('names the document, its signer and that it is legally authenticated', () => {
    const message = read(mdmMessage(SETTING, EXPORT, TO));
    expect(message.getSegment('MSH')?.getField(9)?.toString()).toBe('MDM^T02^MDM_T02');
    const txa = message.getSegment('TXA');
    expect(txa?.getField(9)?.toString()).toContain('Solheim');
    expect(txa?.getField(12)?.toString()).toBe(EXPORT.pdf.sha256.slice(0, 32));
    expect([txa?.getField(16)?.toString(), txa?.getField(17)?.toString(), txa?.getField(19)?.toString()]).toEqual([
      'second-opinion-2026-0417.pdf',
      'LA',
      'AV',
    ]);
    expect(message.getSegment('OBX')?.getField(5)?.getComponent(3)).toBe('pdf');
  });
});

describe('escaping', () => {
  it('brings any text through whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
        const line = encodeMessage([{ name: 'NTE', fields: ['1', 'L', text, 'end'] }]);
        expect(line.endsWith('|end\r')).toBe(true);
        expect(unescapeHl7(read(`MSH|^~\\&|a\r${line}`).getSegment('NTE')?.getField(3)?.toString() ?? '')).toBe(clean);
        expect(escapeHl7(text)).not.toMatch(/[|^~&\r\n]/);
      }),
    );
  });

  it('writes times in UTC and leaves dates alone', () => {
    expect(hl7Time('2026-05-20T10:05:00.000Z')).toBe('20260520100500+0000');
    expect(hl7Time('1961-03-14')).toBe('19610314');
    expect(hl7Time('')).toBe('');
  });
});
