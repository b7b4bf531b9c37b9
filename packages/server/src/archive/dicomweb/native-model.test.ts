import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../../testing/made-dicom.ts';
import { sharedData } from '../../../../../testing/shared-data.ts';
import { openDataSet } from '../data-set.ts';
import { dicomJson } from './dicom-json.ts';
import { nativeModel } from './native-model.ts';

function xmlOf(file: Uint8Array): string {
  const { transferSyntaxUid, frames } = parseHeader(file);
  const bulkUri = (tag: string) => `http://a/bulk?tag=${tag}&more`;
  return nativeModel(
    dicomJson(openDataSet(Buffer.from(file), transferSyntaxUid), { transferSyntaxUid, hasPixels: frames > 0, bulkUri }),
  );
}
const attribute = (xml: string, tag: string) =>
  new RegExp(`<DicomAttribute tag="${tag}"[^>]*>.*?</DicomAttribute>`, 's').exec(xml)?.[0];

describe('the Native DICOM Model', () => {
  const xml = xmlOf(
    madeInstance({
      SpecificCharacterSet: 'ISO_IR 192',
      PatientName: 'Yamada^Tarou^^Dr.=山田^太郎=やまだ^たろう',
      ImageType: ['ORIGINAL', '', 'M'],
      InstitutionName: 'A <B> & "C"',
      '00190010:LO': 'SOME CREATOR',
      '001910ab:LO': 'private',
      '00081140:SQ': [{ '00081155:UI': '1.2.3' }, {}],
      '00282000:OB': Uint8Array.of(1, 2, 3, 4),
      AccessionNumber: '',
    }),
  );

  it.each([
    ['names by their parts, in each writing', '00100010', ['<Alphabetic><FamilyName>Yamada</FamilyName>']],
    ['', '00100010', ['<NamePrefix>Dr.</NamePrefix></Alphabetic><Ideographic><FamilyName>山田</FamilyName>']],
    ['', '00100010', ['<Phonetic><FamilyName>やまだ</FamilyName><GivenName>たろう</GivenName></Phonetic>']],
    ['places of values, empty ones left out', '00080008', ['<Value number="1">ORIGINAL</Value><Value number="3">M<']],
    ['text with what XML means by signs', '00080080', ['A &lt;B&gt; &amp; &quot;C&quot;</Value>']],
    ['private attributes by their creator', '001900AB', ['vr="LO" privateCreator="SOME CREATOR">']],
    ['what a creator has reserved', '00190010', ['<DicomAttribute tag="00190010" vr="LO"><Value number="1">SOME']],
    ['small binary values', '00282000', ['<InlineBinary>AQIDBA==</InlineBinary>']],
    ['large ones by their address', '7FE00010', ['<BulkData uri="http://a/bulk?tag=7FE00010&amp;more"/>']],
    ['attributes without a value', '00080050', ['keyword="AccessionNumber"></DicomAttribute>']],
  ])('holds %s', (_, tag, [part]) => {
    expect(attribute(xml, tag)).toContain(part);
  });

  it('has no characters that XML has no place for', () => {
    const text = 'a\u0000\u001b\ufffe\ud800b\udc00\u{1f600}\tc';
    expect(nativeModel({ '00080080': { vr: 'LO', Value: [text] } })).toContain(
      '>a\ufffd\ufffd\ufffd\ufffdb\ufffd\u{1f600}\tc<',
    );
  });

  it('holds items in their order, empty ones too', () => {
    expect(xml).toContain(
      '<DicomAttribute tag="00081140" vr="SQ" keyword="ReferencedImageSequence"><Item number="1">' +
        '<DicomAttribute tag="00081155" vr="UI" keyword="ReferencedSOPInstanceUID"><Value number="1">1.2.3</Value>' +
        '</DicomAttribute></Item><Item number="2"></Item></DicomAttribute>',
    );
  });
});

const UNESCAPED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const BINARY = new Set(['OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'UN', 'FL', 'FD']);
/** Added by this service, or said in another way: syntax, pixels, padding. */
const OWN = new Set(['00083002', '7FE00010', 'FFFCFFFC', '00080005']);

/** Every attribute on a line of its own: where it stands, what it is, what it holds. */
function linesOf(xml: string): string[] {
  const lines: string[] = [];
  const path: string[] = [];
  let [number, skipped] = [false, 0];
  for (const [, close, name, rest = '', text = ''] of xml.matchAll(/<(\/?)([A-Za-z]+)([^>]*)>([^<]*)/g)) {
    const of = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(rest)?.[1] ?? '';
    const step = name === 'DicomAttribute' ? `${of('tag')} ${of('vr')} ${of('keyword')}` : `${name} ${of('number')}`;
    if (close === '/') {
      if (path.pop()?.startsWith('skip')) skipped -= 1;
      continue;
    }
    const left =
      name === 'DicomAttribute' && (BINARY.has(of('vr')) || OWN.has(of('tag')) || of('tag').startsWith('0002'));
    if (name === 'DicomAttribute') number = ['DS', 'IS'].includes(of('vr'));
    if (rest.endsWith('/')) continue;
    path.push(left ? 'skip' : step);
    if (left) skipped += 1;
    const value = text.replace(/&#?(\w+);/g, (_, key: string) => UNESCAPED[key] ?? '').trim();
    if (skipped === 0 && (value !== '' || name === 'DicomAttribute'))
      lines.push(`${path.join(' / ')}: ${number && value !== '' ? Number(value) : value}`);
  }
  return lines;
}

const hasDcmtk = spawnSync('dcm2xml', ['--version']).status === 0;
describe.skipIf(!hasDcmtk)("says what Debian's dcm2xml says (skipped without it)", () => {
  function theirs(bytes: Uint8Array): string {
    const folder = mkdtempSync(join(tmpdir(), 'overread-dcm2xml-'));
    writeFileSync(join(folder, 'in.dcm'), bytes);
    const done = spawnSync('dcm2xml', ['-nat', '+U8', join(folder, 'in.dcm')], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    rmSync(folder, { recursive: true });
    expect(done.status, done.stderr).toBe(0);
    return done.stdout;
  }
  const scale = { slices: 3, matrix: 16 };
  const made = (faults: NonNullable<Parameters<typeof makeStudy>[0]>['faults']) =>
    makeStudy({ seed: 'native', scale, faults }).instances[0]?.bytes as Uint8Array;

  it.each([
    ['a classic image', made({})],
    ['implicit encoding', made({ transferSyntax: 'implicit' })],
    ['frames with groups of their own', made({ enhancedMultiframe: true })],
  ])('of %s', (_, bytes) => {
    const lines = linesOf(xmlOf(bytes));
    expect(lines.length).toBeGreaterThan(40);
    expect(lines).toEqual(linesOf(theirs(bytes)));
  });

  const names = ['chrFren', 'chrGerm', 'chrGreek', 'chrHbrw', 'chrKoreanMulti', 'chrRuss'];
  it.skipIf(sharedData() === null).each(names)('of %s (needs shared/data)', (name) => {
    const bytes = readFileSync(`${sharedData('charsets_pydicom')}/${name}.dcm`);
    expect(linesOf(xmlOf(bytes))).toEqual(linesOf(theirs(bytes)));
  });
});
