import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { describeSeries } from '../series/describe-series.ts';
import { parseHeader } from './parse-header.ts';
import { readCsa, sequenceOfProtocol } from './siemens-csa.ts';

const read = (attributes: MadeItem) => parseHeader(madeInstance(attributes));
const name = (attributes: MadeItem) => describeSeries([read(attributes)]);

const text = (value: string) => new TextEncoder().encode(value);
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const int32 = (...values: number[]) => new Uint8Array(new Int32Array(values).buffer);
const padded = (value: string, length: number) => {
  const bytes = new Uint8Array(length);
  bytes.set(text(value));
  return bytes;
};

/** A CSA header with text fields, in the second form or in the older one. */
function csa(fields: Readonly<Record<string, readonly string[]>>, second = true): Uint8Array {
  const entries = Object.entries(fields);
  const base = entries[0]?.[1].length ?? 0;
  const tags = entries.map(([tag, values]) =>
    joined(
      ...[padded(tag, 64), int32(values.length), padded('FD', 4), int32(4, values.length, 77)],
      ...values.flatMap((value) => {
        const length = value.length + 1;
        const head = second ? int32(length, length, 77, length) : int32(length + base, length, 77, length);
        return [head, padded(value, Math.ceil(length / 4) * 4)];
      }),
    ),
  );
  return joined(...(second ? [text('SV10'), int32(0x01020304)] : []), int32(entries.length, 77), ...tags);
}

describe('the header of Siemens V-line software', () => {
  const fields = { Slice: ['1'], B_value: ['1000'], DiffusionGradientDirection: ['0.5', '0.5', '0.7'] };
  it.each([true, false])('is read in both forms (%s)', (second) => {
    const found = readCsa(csa(fields, second), new Set(['B_value', 'DiffusionGradientDirection']));
    expect(found.get('B_value')).toEqual(['1000']);
    expect(found.get('DiffusionGradientDirection')).toEqual(['0.5', '0.5', '0.7']);
    expect(found.has('Slice')).toBe(false);
  });

  it('gives what was read of one that is cut, and nothing of one that is none', () => {
    const whole = csa(fields);
    for (const length of [0, 3, 8, 20, 120, whole.length - 5])
      expect([...readCsa(whole.subarray(0, length), new Set(['B_value'])).values()].flat().length).toBeLessThanOrEqual(
        1,
      );
    expect(readCsa(new Uint8Array(400).fill(255), new Set(['B_value'])).size).toBe(0);
  });

  it('tells the sequence of its protocol', () => {
    expect(sequenceOfProtocol(text('xx\ntSequenceFileName = "%SiemensSeq%\\ep2d_diff"\nalTI[0] = 1'))).toBe(
      'ep2d_diff',
    );
    expect(sequenceOfProtocol(text('nothing'))).toBe('');
  });

  it('stands in for the open block, which it does not override', () => {
    const block = { '00290010:LO': 'SIEMENS CSA HEADER', '00291010:OB': csa(fields) };
    const diffusion = { Manufacturer: 'SIEMENS', ScanningSequence: 'EP', ...block };
    expect(read(diffusion)).toMatchObject({ diffusionBValue: 1000, gradientDirection: [0.5, 0.5, 0.7] });
    expect(name(diffusion).weighting).toBe('DWI');
    const open = { '00190010:LO': 'SIEMENS MR HEADER', '0019100c:IS': 50 };
    expect(read({ ...diffusion, ...open }).diffusionBValue).toBe(50);
  });
});

describe('private attributes (DOMAIN 3.3)', () => {
  it('of Siemens, in whatever block they stand', () => {
    const header = read({
      Manufacturer: 'SIEMENS',
      ...{ '00190011:LO': 'SIEMENS MR HEADER', '0019110a:US': 40, '0019110c:IS': 800, '0019110d:CS': 'DIRECTIONAL' },
      ...{
        '0019110e:FD': [0, 0.6, 0.8],
        '00510010:LO': 'SIEMENS MR HEADER',
        '0051100e:LO': 'Sag>Cor(3.1)',
        '0051100f:LO': 'C:HEA;HEP',
      },
    });
    expect(header).toMatchObject({ diffusionBValue: 800, gradientDirection: [0, 0.6, 0.8] });
    expect(header.hints).toMatchObject({
      slicesPerGrid: 40,
      directionality: 'DIRECTIONAL',
      plane: 'sagittal',
      coil: 'C:HEA;HEP',
    });
    // The coil's string is no name of a sequence.
    expect(header.pulseSequenceName).toBeUndefined();
  });

  it('of Siemens XA, where the open attributes are empty', () => {
    const header = read({
      Manufacturer: 'Siemens Healthineers',
      ...{ '00210010:LO': 'SIEMENS MR SDS 01', '0021105a:CS': ['SE', 'IR'], '0021105b:CS': 'SK', '0021105c:CS': 'FS' },
      ...{
        '00211075:CS': ['ORIGINAL', 'PRIMARY', 'M', 'DIS3D'],
        RepetitionTime: 9000,
        EchoTime: 110,
        InversionTime: 2400,
      },
    });
    expect(header).toMatchObject({ scanningSequence: ['SE', 'IR'], sequenceVariant: ['SK'], scanOptions: ['FS'] });
    expect(header.hints?.tokens).toEqual(['M', 'DIS3D']);
    expect(describeSeries([header])).toMatchObject({ weighting: 'T2-FLAIR', fatSuppressed: true });
  });

  it('of GE: b beyond 1e9, names of the sequence, plane, component, label', () => {
    const ge = (more: MadeItem) =>
      read({
        Manufacturer: 'GE MEDICAL SYSTEMS',
        '00190010:LO': 'GEMS_ACQU_01',
        '00430010:LO': 'GEMS_PARM_01',
        ...more,
      });
    expect(ge({ '00431039:IS': [1000000750, 8, 0, 0] }).diffusionBValue).toBe(750);
    expect(ge({ '0019109c:LO': 'epi2', '0019109e:LO': 'EPI2' }).pulseSequenceName).toBe('epi2 EPI2');
    const plane = (code: number) => ge({ '00191017:SS': code }).hints?.plane;
    expect([2, 4, 8, 16, 256].map(plane)).toEqual(['axial', 'sagittal', 'coronal', 'oblique', 'multiple']);
    expect([0, 1, 2, 3].map((code) => ge({ '0043102f:SS': code }).hints?.component)).toEqual([
      ...['magnitude', 'phase', 'real', 'imaginary'],
    ]);
    expect([14, 16].map((code) => ge({ '00431030:SS': code }).hints?.directionality)).toEqual(['NONE', 'DIRECTIONAL']);
    expect(describeSeries([ge({ '00191017:SS': 256, SeriesDescription: 'x' })]).weighting).toBe('localizer');
    expect(describeSeries([ge({ '004310a3:CS': 'PSEUDOCONTINUOUS' })]).weighting).toBe('ASL');
    // b = 0 stands on gradient echo-planar pictures, too.
    const functional = ge({
      '00431039:IS': [0, 8, 0, 0],
      ScanningSequence: ['EP', 'GR'],
      EchoTime: 30,
      RepetitionTime: 2000,
    });
    expect(describeSeries([functional]).weighting).toBe('BOLD');
  });

  it('of Philips: b, technique, plane, EPI factor, preparation, dynamics, component, label', () => {
    const philips = (more: MadeItem) =>
      read({
        Manufacturer: 'Philips',
        '00010010:LO': '',
        '20010010:LO': 'Philips Imaging DD 001',
        '20050010:LO': 'Philips MR Imaging DD 001',
        ...more,
      });
    expect(philips({ '20011003:FL': 1000 }).diffusionBValue).toBe(1000);
    expect(philips({ '20011003:FL': -1 }).diffusionBValue).toBeNull();
    expect(
      philips({ '200510b0:FL': 0.6, '200510b1:FL': 0, '200510b2:FL': 0.8 }).gradientDirection?.map((part) =>
        Math.round(part * 10),
      ),
    ).toEqual([6, 0, 8]);
    expect(philips({ '20011020:LO': 'T1TFE' }).pulseSequenceName).toBe('T1TFE');
    expect(describeSeries([philips({ '20011020:LO': 'T1TFE' })]).weighting).toBe('T1');
    expect(philips({ '2001100b:CS': 'CORONAL' }).hints?.plane).toBe('coronal');
    expect(philips({ '20011081:IS': 40 }).hints?.timePoints).toBe(40);
    expect(philips({ '20051011:CS': 'P' }).hints?.component).toBe('phase');
    const hidden = philips({ '20011013:SL': 37, ScanningSequence: 'GR', RepetitionTime: 2000, EchoTime: 30 });
    expect(describeSeries([hidden]).weighting).toBe('BOLD');
    const inverted = philips({
      '2001101c:CS': 'INV',
      ScanningSequence: 'GR',
      MRAcquisitionType: '3D',
      RepetitionTime: 8,
      EchoTime: 3.7,
    });
    expect(describeSeries([inverted]).weighting).toBe('T1');
    const labelled = read({
      Manufacturer: 'Philips',
      '20050014:LO': 'Philips MR Imaging DD 005',
      '20051429:CS': 'LABEL',
    });
    expect(describeSeries([labelled]).weighting).toBe('ASL');
  });

  it('of Canon: b in the open attribute, or in the comment', () => {
    const canon = { Manufacturer: 'CANON_MEC', ScanningSequence: ['SE', 'EP'] };
    expect(name({ ...canon, DiffusionBValue: 1000 }).weighting).toBe('DWI');
    expect(read({ ...canon, '00204000:LT': 'b=1500(0.600,0.000,-0.800)' })).toMatchObject({
      ...{ diffusionBValue: 1500, gradientDirection: [0.6, 0, -0.8] },
    });
  });

  it('of United Imaging: b, name of the sequence, plane', () => {
    const uih = { Manufacturer: 'UIH', '00650010:LO': 'Image Private Header' };
    expect(read({ ...uih, '00651009:FD': 1000 }).diffusionBValue).toBe(1000);
    expect(name({ ...uih, '0065102d:LO': 'epi_dwi' }).weighting).toBe('DWI');
    expect(read({ ...uih, '00651002:SH': 'TRA' }).hints?.plane).toBe('axial');
  });

  it('of a maker whose name was taken out', () => {
    const block = { '00190010:LO': 'SIEMENS MR HEADER', '0019100c:IS': 1000 };
    expect(read({ Manufacturer: '', ...block }).diffusionBValue).toBe(1000);
    expect(
      read({ Manufacturer: 'UNKNOWN', '20010010:LO': 'Philips Imaging DD 001', '20011003:FL': 600 }).diffusionBValue,
    ).toBe(600);
  });
});

describe('rarer standard attributes (DOMAIN 3.2)', () => {
  it('are kept where the file has them, and no trace of them where it has not', () => {
    expect(read({}).hints).toBeUndefined();
    expect(
      read({
        ...{
          '00180025:CS': 'Y',
          '00089208:CS': 'PHASE',
          '00181250:SH': 'Knee15',
          '00185100:CS': 'FFS',
          '00200105:IS': 40,
        },
        ...{
          '00181090:IS': 25,
          '00181060:DS': 120,
          '00180086:IS': 2,
          '00181042:TM': '101500',
          '00321060:LO': 'MR knee left',
        },
      }).hints,
    ).toEqual({
      ...{
        angiography: true,
        component: 'phase',
        coil: 'Knee15',
        patientPosition: 'FFS',
        timePoints: 40,
        cardiacPhases: 25,
      },
      ...{ triggerTime: 120, echoNumber: 2, contrastStart: '10:15:00', requested: 'MR knee left' },
    });
  });

  it('of enhanced images speak of the whole', () => {
    const frame = (more: MadeItem) => ({ '00209113:SQ': [{ ImagePositionPatient: [0, 0, 0] }], ...more });
    const enhanced = read({
      ...{
        '00189008:CS': 'SPIN',
        '00189025:CS': 'FAT',
        RepetitionTime: 4000,
        NumberOfFrames: 2,
        PixelData: new Uint8Array(64),
      },
      '52009229:SQ': [{ '00189226:SQ': [{ '00089209:CS': 'T2' }] }],
      '52009230:SQ': [
        frame({ '00189114:SQ': [{ '00189082:FD': 20 }] }),
        frame({ '00189114:SQ': [{ '00189082:FD': 90 }] }),
      ],
    });
    expect(enhanced.perFrame.map(({ echoTime }) => echoTime)).toEqual([20, 90]);
    expect(enhanced.scanOptions).toContain('FS');
    const series = describeSeries([enhanced]);
    expect(series).toMatchObject({ weighting: 'T2', fatSuppressed: true });
    expect(series.details?.stacks.map(({ label, weighting }) => [label, weighting])).toEqual([
      ['TE 20 ms', 'PD'],
      ['TE 90 ms', 'T2'],
    ]);
  });
});
