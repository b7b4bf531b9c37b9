import { describeStudies, parseHeader } from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { makeStudy } from './make-study.ts';
import { protocolInManner } from './manners.data.ts';
import type { StudyOptions } from './options.ts';
import { BRAIN_PROTOCOL } from './protocol.ts';
import type { MadeInstance, MadeStudy } from './truth.ts';

const TINY: StudyOptions = {
  seed: 'tiny',
  scale: { slices: 4, matrix: 48 },
  protocol: BRAIN_PROTOCOL.filter(({ description }) =>
    ['AX FLAIR', 'AX T1 PRE', 'AX T1 POST GD'].includes(description),
  ),
};

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte, i) => (total + byte * ((i % 251) + 1)) % 1e9, 0);
const fingerprint = (study: MadeStudy): string =>
  study.files.map(({ path, bytes }) => `${path} ${sum(bytes)}`).join('\n');

describe('makeStudy', () => {
  it('makes the same bytes of the same options, and others of another seed', () => {
    const first = fingerprint(makeStudy(TINY));
    expect(fingerprint(makeStudy(TINY))).toBe(first);
    expect(fingerprint(makeStudy({ ...TINY, seed: 'other' }))).not.toBe(first);
  });

  it('names files as IHE PDI wants them, with a DICOMDIR at the root', () => {
    const { files } = makeStudy(TINY);
    expect(files.map(({ path }) => path)).toContain('DICOMDIR');
    expect(
      files
        .filter(({ path }) => path !== 'DICOMDIR')
        .every(({ path }) => /^DICOM\/ST\d{6}\/SE\d{6}\/IM\d{6}$/.test(path)),
    ).toBe(true);
    expect(files).toHaveLength(13);
  });

  it('gives every instance a UID of its own under 2.25', () => {
    const { instances, truth } = makeStudy(TINY);
    const uids = [
      ...instances.map(({ sopInstanceUid }) => sopInstanceUid),
      ...truth.series.map((series) => series.seriesInstanceUid),
    ];
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.every((uid) => /^2\.25\.[1-9]\d{20,38}$/.test(uid))).toBe(true);
  });

  it.each(['plain', 'siemens', 'ge', 'philips'] as const)(
    'is read by the product as what it was made to be (%s)',
    (manner) => {
      const { instances, truth } = makeStudy({
        seed: 'all',
        scale: { slices: 6, matrix: 32 },
        protocol: protocolInManner(manner),
      });
      const [study, ...more] = describeStudies(instances.map(({ bytes }) => parseHeader(bytes)));
      expect(more).toEqual([]);
      expect(study).toMatchObject({
        studyInstanceUid: truth.studyInstanceUid,
        date: truth.date,
        accessionNumber: truth.accessionNumber,
        institution: 'Harbour Imaging',
        region: 'brain',
        patient: { name: 'Okafor^Mara', id: 'HI-204417', birthDate: '1992-05-14', sex: 'F' },
      });
      const known = ['description', 'weighting', 'plane', 'role', 'derived', 'contrastEnhanced', 'instances'] as const;
      const facts = (series: Readonly<Record<(typeof known)[number], unknown>>): unknown[] =>
        known.map((key) => series[key]);
      expect(study?.series.map(facts)).toEqual(truth.series.map(facts));
    },
  );

  it('carries names beyond ASCII', () => {
    const patient = { name: 'Yılmaz-Kaya^Deniz', id: 'X-1', birthDate: '', sex: '' } as const;
    const { instances } = makeStudy({ ...TINY, patient });
    const header = parseHeader(instances[0]?.bytes ?? new Uint8Array());
    expect(header.patient).toEqual(patient);
  });
});

const voxelsOf = (study: MadeStudy, description: string): Voxel[] =>
  study.instances.filter(({ seriesDescription }) => seriesDescription === description).flatMap(voxels);

interface Voxel {
  readonly lps: readonly [number, number, number];
  readonly value: number;
}

/** The stored values of an image: native little-endian pixels stand at the end of its file. */
function pixelsOf({ rows, columns, bytes }: MadeInstance): Uint16Array {
  return new Uint16Array(bytes.slice(bytes.length - rows * columns * 2).buffer);
}

/** Every pixel of an axial slice with its place in the patient (PS3.3 C.7.6.2.1.1). */
function voxels(instance: MadeInstance): Voxel[] {
  const { position, orientation: o, pixelSpacingMm: mm, columns } = instance;
  return Array.from(pixelsOf(instance), (value, index) => {
    const [column, row] = [(index % columns) * mm, Math.floor(index / columns) * mm];
    const place = [0, 1, 2].map((axis) => (position[axis] ?? 0) + column * (o[axis] ?? 0) + row * (o[axis + 3] ?? 0));
    return { lps: [place[0] ?? 0, place[1] ?? 0, place[2] ?? 0], value };
  });
}

const meanAround = (all: readonly Voxel[], [x, y, z]: readonly [number, number, number], reach: number): number => {
  const near = all.filter(({ lps }) => Math.hypot(lps[0] - x, lps[1] - y) < reach && Math.abs(lps[2] - z) <= 2.3);
  if (near.length === 0) throw new Error(`No voxel near ${x}, ${y}, ${z}.`);
  return near.reduce((total, { value }) => total + value, 0) / near.length;
};

describe('what the pictures show', () => {
  const wanted = ['AX FLAIR', 'AX T2 TSE', 'AX ADC', 'AX DWI b1000', 'AX T1 PRE', 'AX T1 POST GD'];
  const protocol = BRAIN_PROTOCOL.filter(({ description }) => wanted.includes(description));
  const ill = makeStudy({ seed: 'ms', scale: { matrix: 160 }, protocol });
  const well = makeStudy({ seed: 'ms', scale: { matrix: 160 }, protocol, lesions: [] });

  it('puts the enhancing lesion on the right side of the patient: DICOM x below zero', () => {
    const [before, after] = [voxelsOf(ill, 'AX T1 PRE'), voxelsOf(ill, 'AX T1 POST GD')];
    const gained = after
      .map(({ lps, value }, i) => ({ lps, value: value - (before[i]?.value ?? 0) }))
      // Veins of the midline take up contrast agent as well.
      .filter(({ lps, value }) => Math.abs(lps[0]) > 12 && value > 120);
    const weight = gained.reduce((total, { value }) => total + value, 0);
    const centre = [0, 1, 2].map(
      (axis) => gained.reduce((total, { lps, value }) => total + (lps[axis] ?? 0) * value, 0) / weight,
    );
    expect(gained.length).toBeGreaterThan(5);
    expect(centre[0]).toBeCloseTo(-31, -0.7);
    expect(centre[1]).toBeCloseTo(40, -0.7);
    expect(centre[2]).toBeCloseTo(24, -0.7);
    expect(ill.truth.lesions.filter(({ enhances }) => enhances).map(({ lps }) => lps)).toEqual([[-31, 40, 24]]);
  });

  it('shows each lesion bright on T2 and FLAIR, without restricted diffusion, and not in the normal study', () => {
    for (const contrast of ['AX T2 TSE', 'AX FLAIR']) {
      const [with8, without] = [voxelsOf(ill, contrast), voxelsOf(well, contrast)];
      for (const { id, lps } of ill.truth.lesions) {
        const gain = meanAround(with8, lps, 2.5) / meanAround(without, lps, 2.5);
        expect(gain, `${id} on ${contrast}`).toBeGreaterThan(1.2);
      }
    }
    const adc = voxelsOf(ill, 'AX ADC');
    for (const { id, lps } of ill.truth.lesions) expect(meanAround(adc, lps, 2.5), `${id} on ADC`).toBeGreaterThan(850);
  });

  it('shows the fluid of the ventricles bright on T2, dark on FLAIR, freely diffusing', () => {
    const ventricle = [20, 33, 22] as const;
    const matter = [32, 5, 36] as const;
    const at = (description: string, place: readonly [number, number, number]): number =>
      meanAround(voxelsOf(well, description), place, 2);
    expect(at('AX T2 TSE', ventricle)).toBeGreaterThan(1.6 * at('AX T2 TSE', matter));
    expect(at('AX FLAIR', ventricle)).toBeLessThan(0.5 * at('AX FLAIR', matter));
    expect(at('AX ADC', ventricle)).toBeGreaterThan(2000);
    expect(at('AX ADC', matter)).toBeGreaterThan(600);
    expect(at('AX ADC', matter)).toBeLessThan(950);
  });
});
