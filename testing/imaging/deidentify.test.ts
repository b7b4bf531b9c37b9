import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cleanDescriptor } from '@overread/imaging/deidentify/clean-text.ts';
import { type Deidentified, deidentify, uidMap } from '@overread/imaging/deidentify/deidentify.ts';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { parseHeader } from '@overread/imaging/headers/parse-header.ts';
import { readElements } from '@overread/imaging/headers/read-elements.ts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../made-dicom.ts';
import { sharedData } from '../shared-data.ts';

const SYNTAXES = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2', '1.2.840.10008.1.2.1.99'];
const options = (key = 'case 1') => ({
  mapUid: uidMap((text) => createHmac('sha256', key).update(text).digest('hex')),
  shiftDays: -400,
  label: 'TEACHING-1',
});
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Whose pictures these are, where they were made: none of it may be found in what is written. */
const WHO: MadeItem = {
  PatientName: 'Almeida^Ruth^Teresa^Dr.',
  PatientID: 'MRN-4711-0815',
  PatientBirthDate: '19610314',
  AccessionNumber: 'ACC99871',
  InstitutionName: 'Riverside Imaging',
  StudyInstanceUID: '1.2.826.0.1.3680043.2.1125.4711.1',
  SeriesInstanceUID: '1.2.826.0.1.3680043.2.1125.4711.2',
  SOPInstanceUID: '1.2.826.0.1.3680043.2.1125.4711.3',
  FrameOfReferenceUID: '1.2.826.0.1.3680043.2.1125.4711.4',
  StudyDate: '20240305',
  '00080090:PN': 'Okafor^Ben',
  '00081050:PN': 'Nguyen^Linh',
  '00081070:PN': 'Petrov^Ilya',
  '00080081:ST': '12 Harbour Street, Springfield',
  '00101040:LO': '7 Juniper Lane',
  '00102154:SH': '+1-555-0142',
  '00101010:AS': '063Y',
  '00101020:DS': '1.71',
  '00104000:LT': 'Mrs Almeida is afraid of the tube',
  '00081010:SH': 'MR-STATION',
  '00181000:LO': 'SERIAL-55512',
  StudyDescription: 'MRI L-SPINE Almeida Ruth',
  SeriesDescription: 'SAG T2 TSE (Dr. Okafor)',
  ProtocolName: 't2_tse_sag_almeida_384',
  '00204000:LT': 'seen by Petrov',
  '00400244:DA': '20240305',
  '00400253:SH': 'PPS-ALMEIDA',
  '00081140:SQ': [{ '00081150:UI': '1.2.840.10008.5.1.4.1.1.4', '00081155:UI': '1.2.826.0.1.3680043.2.1125.4711.9' }],
  '00400275:SQ': [
    { '00321060:LO': 'Spine of Almeida', '00400007:LO': 'Almeida', '00400008:SQ': [{ '00080104:LO': 'Okafor' }] },
  ],
  '00082112:SQ': [{ '00081155:UI': '1.2.826.0.1.3680043.2.1125.4711.8', '00402001:LO': 'asked by Okafor' }],
  '00180024:SH': '*tse2d1_15',
  // A public attribute that the profile does not know, in which somebody typed a name.
  '00189005:SH': 'seq Almeida',
  '00290010:LO': 'SIEMENS CSA HEADER',
  '00291010:OB': utf8('Patient Almeida Ruth MRN-4711-0815 '),
  '00190010:LO': 'SIEMENS MR HEADER',
  '0019100c:IS': '1000',
  '00191008:CS': 'Almeida',
  '00110010:LO': 'RIVERSIDE PRIVATE',
  '00111001:SQ': [{ '00100010:PN': 'Almeida^Ruth' }],
};
const SECRETS = [
  ...['almeida', 'ruth', 'teresa', 'okafor', 'nguyen', 'linh', 'petrov', 'ilya', 'riverside', 'harbour', 'springfield'],
  ...['juniper', '555-0142', 'mrn-4711', '0815', 'acc99871', '19610314', '20240305', '3680043.2.1125', 'afraid'],
];

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').toLowerCase();
function clean(result: Deidentified): Uint8Array {
  if (result.kind === 'refused') throw new Error(result.because);
  return result.bytes;
}

describe('a file with a real-looking identity', () => {
  it.each(SYNTAXES)('holds none of it afterwards, written as %s', (transferSyntaxUid) => {
    const file = madeInstance(WHO, { transferSyntaxUid });
    const written = clean(deidentify(file, options()));
    const header = parseHeader(written);
    // The deflated file is looked at as it is read: a search in deflated bytes finds nothing anyway.
    const seen = transferSyntaxUid.endsWith('.99') ? JSON.stringify(header).toLowerCase() : latin(written);
    expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(header).toMatchObject({
      patient: { name: 'TEACHING-1', id: 'TEACHING-1', birthDate: '', sex: 'F' },
      studyDate: '2023-01-30',
      accessionNumber: '',
      institution: 'REMOVED',
      studyDescription: 'MRI L-SPINE',
      seriesDescription: 'SAG T2 TSE',
      protocolName: 't2_tse_sag_384',
      sequenceName: '*tse2d1_15',
      transferSyntaxUid,
    });
  });

  it('keeps the pixel data bit for bit, and what the options keep', () => {
    const file = madeInstance({ ...WHO, '00181000:LO': 'SERIAL-55512' });
    const written = clean(deidentify(file, options()));
    const pixels = (bytes: Uint8Array) => {
      const [range] = parseHeader(bytes).frameRanges;
      return bytes.slice(range?.offset, (range?.offset ?? 0) + (range?.length ?? 0));
    };
    expect(pixels(written)).toEqual(pixels(file));
    expect(pixels(written).length).toBeGreaterThan(0);
    for (const kept of ['serial-55512', 'mr-station', '063y', '1.71', 'siemens mr header', '1000', 'ps3.15 annex e'])
      expect(latin(written)).toContain(kept);
    expect(latin(written)).not.toContain('siemens csa header');
    for (const code of ['113100', '113105', '113107', '113108', '113109', '113111'])
      expect(latin(written)).toContain(code);
  });

  it('gives the same UID for the same one in a case, and another in another case', () => {
    const one = madeInstance(WHO);
    const two = madeInstance({ ...WHO, SOPInstanceUID: '1.2.826.0.1.3680043.2.1125.4711.5' });
    const same = options();
    const [first, second] = [one, two].map((file) => parseHeader(clean(deidentify(file, same))));
    expect(first?.studyInstanceUid).toBe(second?.studyInstanceUid);
    expect(first?.sopInstanceUid).not.toBe(second?.sopInstanceUid);
    expect(first?.studyInstanceUid).toMatch(/^2\.25\.\d+$/);
    expect(parseHeader(clean(deidentify(one, options('case 2')))).studyInstanceUid).not.toBe(first?.studyInstanceUid);
  });

  it('keeps dates where it is told to, and counts ages of ninety and more as one', () => {
    const file = madeInstance({ ...WHO, '00101010:AS': '097Y' });
    const written = latin(clean(deidentify(file, { ...options(), shiftDays: null })));
    expect(written).toContain('20240305');
    expect(written).not.toContain('19610314');
    expect(written).toContain('090y');
    expect(written).toContain('113106');
  });
});

it('takes what others wrote in place of a name for no name, and a private class of objects for none', () => {
  const file = madeInstance({
    ...{ PatientName: 'Removed', '00081050:PN': '***', SeriesDescription: 'AX T1' },
    '00081140:SQ': [{ '00081150:UI': '1.3.12.2.1107.5.9.1', '00081155:UI': '1.3.12.2.1107.5.2.7' }],
  });
  const written = latin(clean(deidentify(file, options())));
  expect(written).toContain('1.3.12.2.1107.5.9.1');
  expect(written).not.toContain('1.3.12.2.1107.5.2.7');
});

describe('other alphabets', () => {
  it.each([
    ['ISO_IR 100', Buffer.from('M\xfcller-L\xfcdenscheidt^J\xf6rg', 'latin1'), ['m\xfcller', 'j\xf6rg', 'denscheidt']],
    ['ISO_IR 192', Buffer.from('山田^太郎', 'utf8'), [Buffer.from('山田', 'utf8').toString('latin1')]],
    ['ISO_IR 144', Buffer.from([0xbb, 0xee, 0xda, 0xe1, 0xd5, 0xdc]), ['\xbb\xee\xda', '\xee\xda\xe1']],
  ])('finds a name written in %s', (set, name, secrets) => {
    const file = madeInstance({
      ...{ '00080005:CS': set, '00100010:PN': new Uint8Array(name), SeriesDescription: 'AX T1' },
      '00189005:SH': new Uint8Array(name.subarray(0, name.includes(0x5e) ? name.indexOf(0x5e) : name.length)),
    });
    const written = latin(clean(deidentify(file, options())));
    expect(secrets.filter((secret) => written.includes(secret.toLowerCase()))).toEqual([]);
  });
});

describe('an image that may not be called clean', () => {
  const because = (item: MadeItem) => {
    const result = deidentify(madeInstance(item), options());
    return result.kind === 'refused' ? result.because : 'written';
  };

  it.each([
    ['the file says so', { '00280301:CS': 'YES' }, 'text is burned into'],
    ['a secondary capture', { SOPClassUID: '1.2.840.10008.5.1.4.1.1.7' }, 'secondary capture'],
    ['a structured report', { SOPClassUID: '1.2.840.10008.5.1.4.1.1.88.11', Modality: 'SR' }, 'structured report'],
    ['a screen', { ImageType: ['DERIVED', 'SECONDARY', 'SCREENSHOT'] }, 'picture of a screen'],
  ])('%s', (_, item, words) => {
    expect(because(item)).toContain(words);
  });

  it('shapes like letters in the picture', () => {
    const rows = 64;
    const pixels = new Uint16Array(rows * rows).map((_, at) => 200 + ((at * 37) % 90));
    // Eight letters "E" of 7 by 5, at the upper edge.
    for (let letter = 0; letter < 8; letter += 1)
      for (let y = 0; y < 7; y += 1)
        for (let x = 0; x < 5; x += 1)
          if (x === 0 || y === 0 || y === 3 || y === 6) pixels[(4 + y) * rows + 4 + letter * 7 + x] = 4095;
    const picture = { Rows: rows, Columns: rows, PixelData: new Uint8Array(pixels.buffer) };
    expect(because(picture)).toContain('shapes like letters');
    const plain = new Uint16Array(rows * rows).map((_, at) => 200 + ((at * 37) % 90));
    expect(because({ ...picture, PixelData: new Uint8Array(plain.buffer) })).toBe('written');
  });

  it('bits beside the picture, where overlays were kept', () => {
    const pixels = new Uint16Array(64 * 64).fill(100);
    pixels[77] = 0x8064;
    const item = { Rows: 64, Columns: 64, BitsStored: 12, HighBit: 11, PixelData: new Uint8Array(pixels.buffer) };
    expect(because(item)).toContain('bits beside the picture');
  });

  it('a file cut short, and no file at all', () => {
    const cut = deidentify(madeInstance(WHO).slice(0, -10), options());
    expect(cut).toMatchObject({ kind: 'refused' });
    expect(deidentify(utf8('no image'), options())).toMatchObject({ kind: 'refused', because: 'not a DICOM file' });
  });
});

describe('descriptions', () => {
  it.each([
    ['SAG T2 TSE', 'SAG T2 TSE'],
    ['t2_tse_sag_384', 't2_tse_sag_384'],
    ['AX T1 +C FS Smith', 'AX T1 +C FS'],
    ['MRT Schädel nativ, Frau Müller', 'MRT Schadel nativ'],
    ['ep2d_diff_b1000_ADC', 'ep2d_diff_b1000_ADC'],
    ['MRI KNEE LEFT (Jones, 14.3.1961)', 'MRI KNEE LEFT'],
    ['山田太郎', ''],
    ['Okafor', ''],
  ])('%s', (text, expected) => {
    expect(cleanDescriptor(text)).toBe(expected);
  });
});

/** Every file below a folder, those in ZIPs (and in ZIPs in them) too. */
function* filesIn(folder: string): Generator<Uint8Array> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield* unpacked(new Uint8Array(readFileSync(path)));
  }
}
function* unpacked(file: Uint8Array): Generator<Uint8Array> {
  if (file[0] === 0x50 && file[1] === 0x4b) for (const entry of Object.values(unzipSync(file))) yield* unpacked(entry);
  else yield file;
}

const real = describe.skipIf(sharedData('charsets_pydicom') === null);
real('real files (skipped where the shared data are not there)', () => {
  // One file of a dozen: the whole lot takes a minute. The command was run over all of them.
  const every = (n: number) => (_: unknown, at: number) => at % n === 0;
  it.each([
    ['transfer_syntax', 1],
    ['broken', 1],
    ['studies', 40],
    ['discs', 60],
  ])('%s: nothing of the identity is left in what is written', (folder, n) => {
    const results = [...filesIn(sharedData(folder) as string)]
      .filter(every(n))
      .map((file) => deidentify(file, options()))
      .filter((result) => result.kind === 'clean');
    expect(results.length).toBeGreaterThan(1);
    for (const { header, bytes } of results) {
      const { patient, studyInstanceUid, seriesInstanceUid, sopInstanceUid, accessionNumber, institution } = header;
      const names = patient.name
        .split(/[\^= ,]+/)
        .filter((part) => part.length > 3 && !/^(?:none|removed)$/i.test(part));
      const ids = [patient.id, accessionNumber, institution].filter((id) => id.length > 4 && !/^[\d.]+$/.test(id));
      const uids = [studyInstanceUid, seriesInstanceUid, sopInstanceUid].filter((uid) => uid.length > 8);
      const seen = latin(bytes);
      expect([...names, ...ids, ...uids].filter((secret) => seen.includes(secret.toLowerCase()))).toEqual([]);
      expect(parseHeader(bytes)).toMatchObject({ frames: header.frames, patient: { birthDate: '' } });
    }
  });

  it('finds names in every character set', () => {
    const folder = sharedData('charsets_pydicom') as string;
    const names = readdirSync(folder).filter((name) => /^chr(?!SQ)/.test(name));
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const file = new Uint8Array(readFileSync(join(folder, name)));
      const meta = readFileMeta(file, file.length);
      const { byTag } = readElements(file, meta.dataSetOffset, meta.encoding);
      const bytesOf = (tag: string) =>
        file.slice(byTag[tag]?.dataOffset, (byTag[tag]?.dataOffset ?? 0) + (byTag[tag]?.length ?? 0));
      const person = bytesOf('x00100010');
      const made = madeInstance({ '00080005:CS': bytesOf('x00080005'), '00100010:PN': person, '00189005:SH': person });
      const written = latin(clean(deidentify(made, options())));
      expect(written).not.toContain(latin(person).replace(/[\0 ]+$/, ''));
      expect(written).not.toContain(latin(person).split('^')[0]);
    }
  });
});
