import { NotDicom, orderFrames, parseHeader } from '@overread/imaging';
import { describe, expect, it } from 'vitest';
import { makeStudy } from './make-study.ts';
import type { Faults } from './options.ts';
import { BRAIN_PROTOCOL } from './protocol.ts';
import type { MadeStudy } from './truth.ts';

const protocol = BRAIN_PROTOCOL.filter(({ description }) =>
  ['AX FLAIR', 'AX T1 PRE', 'AX T1 POST GD'].includes(description),
);
const make = (faults: Faults): MadeStudy =>
  makeStudy({ seed: 'faults', scale: { slices: 5, matrix: 32 }, protocol, faults });
const counts = (study: MadeStudy): Record<string, number> =>
  Object.fromEntries(study.truth.series.map(({ description, instances }) => [description, instances]));

describe('faults of a made disc', () => {
  it('leaves out a series', () => {
    expect(counts(make({ missingSeries: ['AX FLAIR'] }))).toEqual({ 'AX T1 PRE': 5, 'AX T1 POST GD': 5 });
  });

  it('leaves out slices and keeps the places of the others', () => {
    const study = make({ missingSlices: [{ series: 'AX FLAIR', slices: [1, 2] }] });
    expect(counts(study)['AX FLAIR']).toBe(3);
    const heights = study.instances
      .filter(({ seriesDescription }) => seriesDescription === 'AX FLAIR')
      .map(({ position }) => position[2] ?? 0);
    expect(heights.map((z, i) => Math.round((z - (heights[i - 1] ?? z)) * 10) / 10)).toEqual([0, 13.2, 4.4]);
  });

  it('doubles a slice under its own UID or as the same instance', () => {
    const own = make({ doubledSlices: [{ series: 'AX FLAIR', slices: [2] }] });
    expect(counts(own)['AX FLAIR']).toBe(6);
    expect(new Set(own.instances.map(({ sopInstanceUid }) => sopInstanceUid)).size).toBe(16);
    const same = make({ doubledSlices: [{ series: 'AX FLAIR', slices: [2], as: 'same-instance' }] });
    expect(new Set(same.instances.map(({ sopInstanceUid }) => sopInstanceUid)).size).toBe(15);
    expect(new Set(same.files.map(({ path }) => path)).size).toBe(17);
    const twins = own.instances.filter(
      ({ position, seriesDescription }) =>
        seriesDescription === 'AX FLAIR' && position[2] === own.instances[2]?.position[2],
    );
    expect(twins).toHaveLength(2);
    expect(parseHeader(twins[1]?.bytes ?? new Uint8Array()).sopInstanceUid).toBe(twins[1]?.sopInstanceUid);
  });

  it('does without contrast agent', () => {
    const study = make({ noContrast: true });
    expect(Object.keys(counts(study))).toEqual(['AX FLAIR', 'AX T1 PRE']);
    expect(study.truth.description).toBe('MR BRAIN W/O CONTRAST');
  });

  it('puts a second person on the disc', () => {
    const study = make({ otherPatient: { name: 'Stone^Ada' } });
    const names = new Set(study.instances.map(({ bytes }) => parseHeader(bytes).patient.name));
    expect([...names]).toEqual(['Okafor^Mara', 'Stone^Ada']);
    expect(study.truth.other?.patient).toMatchObject({ name: 'Stone^Ada', id: 'HI-198630' });
    expect(study.truth.other?.studyInstanceUid).not.toBe(study.truth.studyInstanceUid);
    expect(study.files.some(({ path }) => path.startsWith('DICOM/ST000001/'))).toBe(true);
  });

  it('names a side that the images do not bear out', () => {
    const header = parseHeader(make({ wrongSideInDescription: 'right' }).instances[0]?.bytes ?? new Uint8Array());
    expect(header.studyDescription).toBe('MR BRAIN W/O AND W CONTRAST RIGHT');
    expect(header.seriesDescription).toBe('AX FLAIR RIGHT');
  });

  it('overwrites one file so that it still looks like DICOM, and cuts another', () => {
    const study = make({ damagedFile: 0, truncatedFile: true });
    const [damaged] = study.instances.filter(({ path }) => path === study.truth.damaged[0]);
    const whole = make({}).instances[0];
    expect(damaged?.bytes.subarray(0, 300)).toEqual(whole?.bytes.subarray(0, 300));
    expect(() => parseHeader(damaged?.bytes ?? new Uint8Array())).toThrow();
    const [cut] = study.instances.filter(({ path }) => path === study.truth.truncated[0]);
    expect(cut?.path).toBe(study.instances.at(-1)?.path);
    expect(cut?.bytes.length).toBeLessThan(0.61 * (whole?.bytes.length ?? 0));
  });

  it('lays other files beside the images', () => {
    const study = make({ notDicomFiles: true, dicomdir: false });
    expect(study.truth.notDicom).toEqual([
      'README.TXT',
      'AUTORUN.INF',
      'VIEWER.EXE',
      'INDEX.HTM',
      'IHE_PDI/REPORT.HTM',
    ]);
    const others = study.files.filter(({ path }) => study.truth.notDicom.includes(path));
    expect(others).toHaveLength(5);
    for (const { bytes } of others) expect(() => parseHeader(bytes)).toThrow(NotDicom);
    expect(study.files.map(({ path }) => path)).not.toContain('DICOMDIR');
  });

  it('refuses a fault that would change nothing', () => {
    expect(() => make({ missingSeries: ['AX SWI'] })).toThrow('No series is called "AX SWI"');
    expect(() => make({ missingSlices: [{ series: 'AX FLAIR', slices: [5] }] })).toThrow('there is no 5');
    expect(() => make({ truncatedFile: 99 })).toThrow('no image 99');
  });
});

describe('how a study is stored', () => {
  const syntaxes = {
    explicit: '1.2.840.10008.1.2.1',
    implicit: '1.2.840.10008.1.2',
    'big-endian': '1.2.840.10008.1.2.2',
    deflated: '1.2.840.10008.1.2.1.99',
    rle: '1.2.840.10008.1.2.5',
  } as const;

  it.each(Object.entries(syntaxes))('writes %s', (name, uid) => {
    const plain = make({}).instances[1];
    const stored = make({ transferSyntax: name as keyof typeof syntaxes }).instances[1];
    const header = parseHeader(stored?.bytes ?? new Uint8Array());
    expect(header.transferSyntaxUid).toBe(uid);
    // What a syntax says of itself, where its frames lie, and remarks on that are not part of the comparison.
    const own = { transferSyntaxUid: '', frameRanges: [], warnings: [] };
    expect({ ...header, ...own }).toEqual({ ...parseHeader(plain?.bytes ?? new Uint8Array()), ...own });
  });

  it('puts each series into one Enhanced MR object with the same pictures', () => {
    const [classic, enhanced] = [make({}), make({ enhancedMultiframe: true })];
    expect(enhanced.instances).toHaveLength(3);
    for (const instance of enhanced.instances) {
      const header = parseHeader(instance.bytes);
      const twins = classic.instances.filter(
        ({ seriesInstanceUid }) => seriesInstanceUid === instance.seriesInstanceUid,
      );
      expect(header.frames).toBe(5);
      expect(header.perFrame.map(({ position }) => position)).toEqual(twins.map(({ position }) => position));
      const frames = header.frameRanges.map(({ offset, length }) => instance.bytes.subarray(offset, offset + length));
      expect(frames).toEqual(twins.map(({ bytes }) => bytes.subarray(bytes.length - 32 * 32 * 2)));
    }
    expect(orderFrames(enhanced.instances.slice(0, 1).map(({ bytes }) => parseHeader(bytes)))).toHaveLength(5);
  });
});
