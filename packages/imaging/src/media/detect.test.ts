import { describe, expect, it } from 'vitest';
import { madeInstance, madeTar, madeZip } from '../../../../testing/made-dicom.ts';
import { madeIso } from '../../../../testing/made-iso.ts';
import { DETECT_BYTES, detectKind, ignoredAs, isContainer, refusalOfKind } from './detect.ts';
import { isNamedLikeImage, knownName } from './known-names.ts';

const text = (content: string) => new TextEncoder().encode(content);
const dicom = madeInstance();
const withPreamble = (start: string) => {
  const bytes = dicom.slice();
  bytes.set(text(start));
  return bytes;
};

describe('detectKind', () => {
  it.each([
    ['dicom', dicom],
    ['dicom', withPreamble('MZ')],
    ['dicom', withPreamble('%PDF-1.4')],
    ['maybe-dicom', madeInstance({}, { head: 'none' })],
    ['maybe-dicom', madeInstance({}, { head: 'none', transferSyntaxUid: '1.2.840.10008.1.2.2' })],
    ['zip', madeZip([{ path: 'a', bytes: text('a') }])],
    ['zip', madeZip([])],
    ['tar', madeTar([{ path: 'a', bytes: text('a') }])],
    ['iso', madeIso([{ path: 'A', bytes: text('a') }], { names: 'plain' }).subarray(0, DETECT_BYTES)],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4)],
    ['rar', text('Rar!\u001a\u0007\u0001')],
    ['pdf', text('%PDF-1.7')],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['executable', text('MZ\u0090')],
    ['html', text('  <!DOCTYPE html><title>x')],
    ['xml', text('<?xml version="1.0"?>')],
    ['text', text('Bitte mit dem Viewer oeffnen')],
    ['empty', new Uint8Array(0)],
    ['unknown', Uint8Array.from({ length: 64 }, (_, at) => 70 - at)],
  ] as const)('%s', (kind, bytes) => {
    expect(detectKind(bytes)).toBe(kind);
  });

  it('has for every kind that is not opened a sentence, and one only', () => {
    for (const kind of [
      '7z',
      'rar',
      'udf',
      'raw-disc',
      'pdf',
      'jpeg',
      'executable',
      'html',
      'empty',
      'text',
      'unknown',
    ] as const) {
      expect([refusalOfKind(kind), ignoredAs(kind)].filter((sentence) => sentence !== null)).toHaveLength(1);
      expect(isContainer(kind)).toBe(false);
    }
  });

  it('says what to do with an archive that is not opened', () => {
    expect(refusalOfKind('7z')).toContain('drop the folder');
  });
});

describe('known names', () => {
  it.each([
    'DICOMDIR',
    'disc/dicomdir',
    'AUTORUN.INF',
    'Viewer/qt5core.dll',
    'run.EXE',
    'x/Thumbs.db',
    '.DS_Store',
    '__MACOSX/a',
    'a/._IM1',
    'help/index.htm',
    'Weasis.app/Contents/MacOS/x',
    'scan.pro',
    'letter.docx',
  ])('knows %s', (path) => {
    expect(knownName(path)).toMatch(/\w/);
  });

  it.each(['IM000001', 'DICOM/PA1/ST1/SE1/IM1', 'scan.dcm', '1.2.840.113619.2.1', 'MR.1.2.3', 'report.pdf'])(
    'does not know %s',
    (path) => {
      expect(knownName(path)).toBeNull();
    },
  );

  it('sees which names promise an image', () => {
    expect(['a.dcm', 'B.IMA', 'i22.MRDC.1', 'IM1', 'a.dcm.txt'].map(isNamedLikeImage)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
