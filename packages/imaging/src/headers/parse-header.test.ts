import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MadeItem, madeFile, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from './parse-header.ts';
import { DamagedDicom, HeadTooShort, NotDicom } from './problems.ts';

const EXPLICIT = '1.2.840.10008.1.2.1';
const IMPLICIT = '1.2.840.10008.1.2';
const BIG = '1.2.840.10008.1.2.2';
const DEFLATED = '1.2.840.10008.1.2.1.99';

const some: MadeItem = {
  SeriesDescription: 'AX T2 TSE',
  RepetitionTime: 4500,
  EchoTime: '95.5',
  ScanningSequence: ['SE', 'IR'],
  WindowCenter: [400, 500],
  WindowWidth: [800, 900],
  DiffusionBValue: 1000,
};

const FILED = { SOPInstanceUID: '2.25.1', StudyInstanceUID: '2.25.2', SeriesInstanceUID: '2.25.3' };

describe('encodings', () => {
  it.each([EXPLICIT, IMPLICIT, BIG])('reads %s', (transferSyntaxUid) => {
    const bytes = madeInstance(some, { transferSyntaxUid });
    const header = parseHeader(bytes);
    expect(header).toMatchObject({
      transferSyntaxUid,
      seriesDescription: 'AX T2 TSE',
      repetitionTime: 4500,
      echoTime: 95.5,
      scanningSequence: ['SE', 'IR'],
      windowCenter: 400,
      windowWidth: 800,
      diffusionBValue: 1000,
      rows: 4,
      bitsAllocated: 16,
      pixelSpacing: [1, 1],
      orientation: [1, 0, 0, 0, 1, 0],
      patient: { name: 'Doe^Jane', id: 'P1', birthDate: '1980-02-14', sex: 'F' },
      studyDate: '2024-03-05',
      warnings: [],
    });
    expect(header.frameRanges).toEqual([{ offset: bytes.length - 32, length: 32 }]);
  });

  it('reads a deflated data set and says that its frames have no place', () => {
    const header = parseHeader(madeInstance(some, { transferSyntaxUid: DEFLATED }));
    expect(header.echoTime).toBe(95.5);
    expect(header.frameRanges).toEqual([]);
    expect(header.warnings).toEqual(['the file is deflated as a whole; its frames have no place of their own']);
  });

  it.each([EXPLICIT, IMPLICIT, BIG])('finds out %s where preamble and meta header are missing', (transferSyntaxUid) => {
    const header = parseHeader(madeInstance(some, { transferSyntaxUid, head: 'none' }));
    expect(header.transferSyntaxUid).toBe(transferSyntaxUid);
    expect(header.repetitionTime).toBe(4500);
    expect(header.warnings[0]).toContain('no preamble');
  });

  it('believes the bytes where the file names another encoding', () => {
    const implicit = madeInstance(some, { transferSyntaxUid: IMPLICIT, head: 'none' });
    const head = madeInstance(some).subarray(
      0,
      madeInstance(some).length - madeInstance(some, { head: 'none' }).length,
    );
    const header = parseHeader(new Uint8Array([...head, ...implicit]));
    expect(header.repetitionTime).toBe(4500);
    expect(header.transferSyntaxUid).toBe(IMPLICIT);
    expect(header.warnings.join()).toContain('is written as');
  });
});

describe('what is no instance', () => {
  it.each([
    ['text', new TextEncoder().encode('Dear patient, this is your disc.')],
    ['nothing', new Uint8Array(0)],
    ['zeros', new Uint8Array(4096)],
  ])('leaves %s', (_, bytes) => {
    expect(() => parseHeader(bytes)).toThrow(NotDicom);
  });

  it('leaves a DICOMDIR with a reason', () => {
    const directory = madeFile({
      SOPClassUID: '1.2.840.10008.1.3.10',
      SOPInstanceUID: '2.25.5',
      '00041130:CS': 'DISC',
    });
    expect(() => parseHeader(directory)).toThrow(/DICOMDIR/);
  });

  it('refuses an instance that cannot be filed, naming what is missing', () => {
    expect(() => parseHeader(madeInstance({ StudyInstanceUID: undefined }))).toThrow(
      new DamagedDicom('the file has no Study Instance UID, so it cannot be filed. Ask for a new copy'),
    );
  });

  it('refuses a number of frames that no file can hold', () => {
    expect(() => parseHeader(madeInstance({ NumberOfFrames: 2_000_000_000 }))).toThrow(DamagedDicom);
  });
});

describe('heads of files', () => {
  const bytes = madeInstance({ ...some, Rows: 64, Columns: 64, PixelData: new Uint8Array(8192) });

  it('takes frame ranges from the pixel data element when only its start was given', () => {
    const head = bytes.subarray(0, bytes.length - 8000);
    expect(parseHeader(head, { fileSize: bytes.length })).toEqual(parseHeader(bytes));
  });

  it('asks for more when the header goes on', () => {
    expect(() => parseHeader(bytes.subarray(0, 400), { fileSize: bytes.length })).toThrow(HeadTooShort);
  });

  it('does not call a head cut short', () => {
    const multi = madeInstance({ NumberOfFrames: 100, PixelData: new Uint8Array(3200) });
    const header = parseHeader(multi.subarray(0, multi.length - 3100), { fileSize: multi.length });
    expect(header.frameRanges).toHaveLength(100);
    expect(header.warnings).toEqual([]);
  });
});

describe('native frames', () => {
  it('counts only whole frames of a file that is cut short', () => {
    const whole = madeInstance({ NumberOfFrames: 4, PixelData: new Uint8Array(128) });
    const header = parseHeader(whole.subarray(0, whole.length - 40));
    const first = whole.length - 128;
    expect(header.frameRanges).toEqual([
      { offset: first, length: 32 },
      { offset: first + 32, length: 32 },
    ]);
    expect(header.warnings).toEqual(['pixel data cut short after 2 of 4 frames']);
  });

  it('says when there are no pixels at all', () => {
    const header = parseHeader(madeInstance({ PixelData: undefined }));
    expect(header.frameRanges).toEqual([]);
    expect(header.warnings).toEqual(['the file holds no pixel data']);
  });

  it('knows objects without pictures', () => {
    const report = madeInstance({ Modality: 'SR', Rows: undefined, Columns: undefined, PixelData: undefined });
    expect(parseHeader(report)).toMatchObject({ frames: 0, frameRanges: [], warnings: [] });
  });
});

describe('compressed frames', () => {
  const fragment = (length: number, start = [0xff, 0x4f]) => Uint8Array.from({ length }, (_, at) => start[at] ?? 7);
  const pieces = (bytes: Uint8Array) => parseHeader(bytes).frameRanges;

  it('takes one fragment for each frame', () => {
    const bytes = madeInstance({ NumberOfFrames: 2 }, { fragments: [[fragment(10)], [fragment(20)]] });
    const ranges = pieces(bytes);
    expect(ranges.map(({ length }) => length)).toEqual([10, 20]);
    for (const { offset } of ranges) expect([bytes[offset], bytes[offset + 1]]).toEqual([0xff, 0x4f]);
  });

  it('groups fragments by the offset table', () => {
    const rest = fragment(6, [1, 2]);
    const bytes = madeInstance(
      { NumberOfFrames: 2 },
      { fragments: [[fragment(10), rest], [fragment(20)]], offsetTable: true },
    );
    const [first, second] = pieces(bytes);
    expect(first).toMatchObject({ length: 10 + 8 + 6, pieces: [{ length: 10 }, { length: 6 }] });
    expect(second).toMatchObject({ length: 20 });
  });

  it('groups fragments by the first bytes of each image where there is no table', () => {
    const bytes = madeInstance(
      { NumberOfFrames: 2 },
      { fragments: [[fragment(10), fragment(6, [1, 2])], [fragment(20)]] },
    );
    expect(pieces(bytes).map((range) => range.pieces?.length ?? 1)).toEqual([2, 1]);
  });

  it('joins all fragments of a single frame', () => {
    const bytes = madeInstance({}, { fragments: [[fragment(10), fragment(6, [1, 2])]] });
    expect(pieces(bytes)).toHaveLength(1);
  });

  it('leaves out the frames that a cut file does not hold whole', () => {
    const bytes = madeInstance({ NumberOfFrames: 3 }, { fragments: [[fragment(10)], [fragment(20)], [fragment(30)]] });
    const header = parseHeader(bytes.subarray(0, bytes.length - 20));
    expect(header.frameRanges.map(({ length }) => length)).toEqual([10, 20]);
    expect(header.warnings).toEqual(['pixel data cut short after 2 of 3 frames']);
  });

  it('does not guess where pieces and frames do not go together', () => {
    const bytes = madeInstance(
      { NumberOfFrames: 2 },
      { fragments: [[fragment(4, [1])], [fragment(4, [1])], [fragment(4, [1])]] },
    );
    const header = parseHeader(bytes);
    expect(header.frameRanges).toEqual([]);
    expect(header.warnings).toEqual(['3 pieces of pixel data do not make up 2 frames']);
  });

  it('finds a single frame whose fragment goes on behind the head', () => {
    const bytes = madeInstance({}, { fragments: [[fragment(5000)]] });
    expect(parseHeader(bytes.subarray(0, 1500), { fileSize: bytes.length }).frameRanges).toEqual(
      parseHeader(bytes).frameRanges,
    );
  });
});

describe('enhanced multi-frame', () => {
  const frame = (z: number, b: number): MadeItem => ({
    '00209113:SQ': [{ ImagePositionPatient: [0, 0, z] }],
    '00189117:SQ': [{ DiffusionBValue: b }],
  });
  const header = parseHeader(
    madeInstance({
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.4.1',
      NumberOfFrames: 2,
      PixelData: new Uint8Array(64),
      ImagePositionPatient: undefined,
      ImageOrientationPatient: undefined,
      PixelSpacing: undefined,
      '00189008:CS': 'SPIN',
      '00189018:CS': 'YES',
      '52009229:SQ': [
        {
          '00209116:SQ': [{ ImageOrientationPatient: [1, 0, 0, 0, 1, 0] }],
          '00289110:SQ': [{ PixelSpacing: [0.5, 0.5], SliceThickness: 3 }],
          '00189112:SQ': [{ RepetitionTime: 5200, FlipAngle: 90 }],
          '00189114:SQ': [{ '00189082:FD': 80 }],
          '00189115:SQ': [{ '00189025:CS': 'FAT', '00189009:CS': 'YES', '00189079:FD': 2500 }],
          '00189226:SQ': [{ '00089007:CS': ['ORIGINAL', 'PRIMARY', 'DIFFUSION', 'NONE'], '00089209:CS': 'DIFFUSION' }],
          '00289132:SQ': [{ WindowCenter: 50, WindowWidth: 100 }],
        },
      ],
      '52009230:SQ': [frame(0, 0), frame(5, 1000)],
    }),
  );

  it('puts the groups of the first frame into the classic terms', () => {
    expect(header).toMatchObject({
      repetitionTime: 5200,
      echoTime: 80,
      inversionTime: 2500,
      flipAngle: 90,
      pixelSpacing: [0.5, 0.5],
      sliceThickness: 3,
      windowCenter: 50,
      acquisitionContrast: 'DIFFUSION',
      scanningSequence: ['SE', 'EP', 'IR'],
      scanOptions: ['FS'],
      imageType: ['ORIGINAL', 'PRIMARY', 'M', 'DIFFUSION', 'NONE'],
      position: [0, 0, 0],
    });
  });

  it('keeps place and b-value of each frame', () => {
    expect(header.perFrame).toEqual([
      { position: [0, 0, 0], orientation: [1, 0, 0, 0, 1, 0], bValue: 0 },
      { position: [0, 0, 5], orientation: [1, 0, 0, 0, 1, 0], bValue: 1000 },
    ]);
  });
});

describe('private attributes', () => {
  it('resolves the block by its creator, not by its number', () => {
    const siemens = {
      Manufacturer: 'SIEMENS',
      '00190010:LO': 'OTHER',
      '0019100c:IS': 7,
      '00190013:LO': 'SIEMENS MR HEADER',
      '0019130c:IS': 800,
    };
    expect(parseHeader(madeInstance(siemens)).diffusionBValue).toBe(800);
  });

  it('takes the offset off b-values of GE', () => {
    const ge = {
      Manufacturer: 'GE MEDICAL SYSTEMS',
      '00430010:LO': 'GEMS_PARM_01',
      '00431039:IS': [1_000_000_750, 8, 0, 0],
    };
    expect(parseHeader(madeInstance(ge)).diffusionBValue).toBe(750);
  });

  it('reads binary values of implicit files', () => {
    const philips = { Manufacturer: 'Philips', '20010010:LO': 'Philips Imaging DD 001', '20011003:FL': 1000 };
    expect(parseHeader(madeInstance(philips, { transferSyntaxUid: IMPLICIT })).diffusionBValue).toBe(1000);
  });
});

describe('values', () => {
  it.each([
    ['20240229', '2024-02-29'],
    ['2023.02.28', '2023-02-28'],
    ['20230229', ''],
    ['', ''],
    ['UNKNOWN', ''],
  ])('makes %j the date %j', (written, date) => {
    expect(parseHeader(madeInstance({ StudyDate: written })).studyDate).toBe(date);
  });

  it('keeps control characters out, which databases and terminals do not bear', () => {
    const description = 'T2\u0000 \u001b[31mred\u0007';
    expect(parseHeader(madeInstance({ SeriesDescription: description })).seriesDescription).toBe('T2 [31mred');
  });

  it('takes a number that is none as not given', () => {
    expect(parseHeader(madeInstance({ EchoTime: 'n/a', RepetitionTime: '4,5' }))).toMatchObject({
      echoTime: null,
      repetitionTime: 4.5,
    });
  });
});

describe('damage', () => {
  const original = madeInstance({
    ...some,
    '00081140:SQ': [{ '00081155:UI': '2.25.7' }],
    '00190010:LO': 'SIEMENS MR HEADER',
  });

  it('answers any damage with one of its own problems, in bounded time', () => {
    const damage = fc.array(fc.record({ at: fc.nat(original.length - 1), value: fc.nat(255) }), { maxLength: 12 });
    fc.assert(
      fc.property(damage, fc.nat(original.length), (changes, length) => {
        const bytes = original.slice(0, length);
        for (const { at, value } of changes) if (at < length) bytes[at] = value;
        try {
          expect(JSON.parse(JSON.stringify(parseHeader(bytes)))).toHaveProperty('sopInstanceUid');
        } catch (error) {
          if (!(error instanceof NotDicom || error instanceof DamagedDicom)) throw error;
          expect(error.message).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['2.25.\u0001101', '1.2.3\u001b$B', '1.2 3', '9'.repeat(200)])(
    'makes no other identifier of the damaged one %j',
    (damaged) => {
      for (const name of ['SOPInstanceUID', 'StudyInstanceUID', 'SeriesInstanceUID']) {
        const value = new TextEncoder().encode(damaged);
        const made = () => parseHeader(madeFile({ ...FILED, [name]: value }));
        expect(made).toThrow(DamagedDicom);
        expect(made).toThrow(/Instance UID is damaged/);
      }
    },
  );

  it('believes no number of frames for which the file has no room', () => {
    expect(() => parseHeader(madeInstance({ NumberOfFrames: 999_999 }))).toThrow(/999999 frames, more than the file/);
    const cut = parseHeader(madeInstance({ NumberOfFrames: 400 }));
    expect(cut).toMatchObject({ frames: 400, warnings: ['pixel data cut short after 1 of 400 frames'] });
  });
});
