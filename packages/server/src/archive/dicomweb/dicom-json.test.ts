import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../../testing/made-dicom.ts';
import { sharedData } from '../../../../../testing/shared-data.ts';
import { openDataSet } from '../data-set.ts';
import { dicomJson } from './dicom-json.ts';

const EXPLICIT = '1.2.840.10008.1.2.1';
const jsonOf = (file: Uint8Array) =>
  dicomJson(openDataSet(Buffer.from(file), EXPLICIT), {
    transferSyntaxUid: EXPLICIT,
    hasPixels: false,
    bulkUri: (tag) => `/${tag}`,
  });
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const YAMADA = '\u00d4\u00cf\u00c0\u00de^\u00c0\u00db\u00b3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J';

describe('text of an item', () => {
  const item = { '00100010:PN': latin(YAMADA) };
  const name = { Alphabetic: 'ﾔﾏﾀﾞ^ﾀﾛｳ', Ideographic: '山田^太郎' };
  const sets = latin('ISO 2022 IR 13\\ISO 2022 IR 87');

  it('is read by the character set that the item names', () => {
    const own = { ...item, '00080005:CS': sets };
    const json = jsonOf(madeInstance({ SpecificCharacterSet: 'ISO_IR 192', '00400275:SQ': [own] }));
    expect(json['00400275']?.Value).toEqual([
      { '00080005': { vr: 'CS', Value: ['ISO_IR 192'] }, '00100010': { vr: 'PN', Value: [name] } },
    ]);
  });

  it('is read by that of the data set where it names none', () => {
    const json = jsonOf(madeInstance({ SpecificCharacterSet: sets, '00400275:SQ': [item] }));
    expect(json['00400275']?.Value).toEqual([{ '00100010': { vr: 'PN', Value: [name] } }]);
  });

  it.skipIf(sharedData() === null).each(['chrSQEncoding', 'chrSQEncoding1'])('comes out right in %s', (file) => {
    const bytes = readFileSync(`${sharedData('charsets_pydicom')}/${file}.dcm`);
    expect(JSON.stringify(jsonOf(bytes))).toContain('"Alphabetic":"ﾔﾏﾀﾞ^ﾀﾛｳ","Ideographic":"山田^太郎"');
  });
});
