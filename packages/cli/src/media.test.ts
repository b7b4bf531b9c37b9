import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeStudy } from '@overread/demo';
import type { Inspection } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeInstance } from '../../../testing/made-dicom.ts';
import { hasTool, runTool } from '../../../testing/made-media.ts';
import { lacking, WRAPPINGS } from '../../../testing/media-wrappings.ts';
import { LIMITS } from './inspect/collect.ts';
import { inspectionText } from './inspect/print.ts';
import { inspectPaths } from './inspect.ts';

const study = makeStudy({ seed: 'media', scale: { slices: 4, matrix: 32 }, faults: { otherPatient: true } });
let folder = '';
let disc = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-media-test-'));
  disc = join(folder, 'disc');
  for (const { path, bytes } of study.files) put(join('disc', path), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, bytes: Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  return full;
}

/** What is the same however a disc is wrapped. */
const told = ({ studies, refused, ignored, listed }: Inspection, root: string) => ({
  studies,
  refused: refused.map(({ path }) => path.slice(root.length)).sort(),
  ignored: ignored.map(({ path }) => path.slice(root.length)).sort(),
  listed: listed.map((list) => ({ ...list, path: list.path.slice(root.length) })),
});

async function inspected(path: string) {
  const { inspection } = await inspectPaths([path]);
  return told(inspection, path);
}

describe('one disc on every medium', () => {
  const named = WRAPPINGS.filter(({ keepsNames }) => keepsNames);
  it.for(named)('says of $name what it says of the folder', async (wrapping, test) => {
    const missing = lacking(wrapping);
    if (missing !== null) test.skip(missing);
    const to = join(folder, `${wrapping.name.replaceAll(/[^a-z0-9]/gi, '-')}.bin`);
    wrapping.make(disc, to);
    expect(await inspected(to)).toEqual(await inspected(disc));
  });
});

describe('what 7-Zip opens', () => {
  it('refuses what has a password, with what to do', async (test) => {
    if (!hasTool('7z')) test.skip('7z is not installed');
    for (const [index, extra] of [[], ['-mhe=on']].entries()) {
      const to = join(folder, `secret-${index}.bin`);
      runTool('7z', ['a', '-t7z', '-bso0', '-psecret', ...extra, to, '.'], disc);
      const { inspection, images } = await inspectPaths([to]);
      expect(images).toBe(0);
      expect(inspection.refused.length).toBeGreaterThan(0);
      for (const { reason } of inspection.refused) expect(reason).toContain('password');
    }
  });

  it('refuses links, and keeps within its limits', async (test) => {
    if (!hasTool('7z')) test.skip('7z is not installed');
    put('odd/IM1', madeInstance({}));
    symlinkSync('/etc/passwd', join(folder, 'odd', 'LINK'));
    const to = join(folder, 'odd.bin');
    runTool('7z', ['a', '-t7z', '-snl', '-bso0', to, '.'], join(folder, 'odd'));
    const { inspection, images } = await inspectPaths([to]);
    expect(images).toBe(1);
    expect(inspection.refused).toEqual([{ path: `${to}/LINK`, reason: 'a link to another file' }]);
    put('bomb/ZEROS', new Uint8Array(32 << 20));
    const bomb = join(folder, 'bomb.bin');
    runTool('7z', ['a', '-t7z', '-bso0', bomb, '.'], join(folder, 'bomb'));
    const reasonsWith = async (limits: Partial<typeof LIMITS>) =>
      (await inspectPaths([bomb], { ...LIMITS, ...limits })).inspection.refused.map(({ reason }) => reason).join();
    expect(await reasonsWith({ totalBytes: 1 << 20, ratio: 2 })).toMatch(/unpacks to more than \d.+made to do harm/);
    expect(await reasonsWith({ fileBytes: 1 << 20 })).toContain('larger than any image: more than 1 MiB');
    expect(await reasonsWith({ files: 0 })).toContain('more than 0 files');
  });
});

describe('the disc’s own list', () => {
  it('is held against what is there, and not believed', async () => {
    const list = readFileSync(join(disc, 'DICOMDIR'));
    const [first] = study.instances;
    put('lacking/DICOMDIR', list);
    for (const { path, bytes } of study.files) if (path !== first?.path) put(join('lacking', path), bytes);
    const { inspection } = await inspectPaths([join(folder, 'lacking')]);
    expect(inspection.listed).toHaveLength(1);
    expect(inspection.listed[0]?.missing).toEqual([first?.path]);
    const images = inspection.listed[0]?.images;
    expect(inspectionText(inspection)).toContain(`The disc lists ${images} images`);
    expect(inspectionText(inspection)).toContain('1 is missing or unreadable:');
    const whole = (await inspectPaths([disc])).inspection;
    expect(whole.listed[0]?.missing).toEqual([]);
    expect(inspectionText(whole)).toContain('all of them are there');
  });
});

describe('links', () => {
  it.for([
    ['zip', ['-q', '-r', '-y', 'OUT', '.']],
    ['tar', ['cf', 'OUT', '.']],
    ['genisoimage', ['-quiet', '-R', '-o', 'OUT', '.']],
    ['7z', ['a', '-t7z', '-snl', '-bso0', 'OUT', '.']],
  ] as const)('are refused in what %s makes, and nothing is read through them', async ([tool, args], test) => {
    if (!hasTool(tool)) test.skip(`${tool} is not installed`);
    const root = join(folder, `links-${tool}`);
    mkdirSync(root);
    writeFileSync(join(root, 'IM1'), madeInstance({}));
    symlinkSync('/etc/passwd', join(root, 'LINK'));
    const to = `${root}.bin`;
    runTool(
      tool,
      args.map((arg) => (arg === 'OUT' ? to : arg)),
      root,
    );
    const { inspection, images } = await inspectPaths([to]);
    expect(images).toBe(1);
    expect(inspection.refused).toEqual([{ path: `${to}/LINK`, reason: 'a link to another file' }]);
  });
});

describe('names', () => {
  it('refuses names of devices', async () => {
    put('device/NUL', madeInstance({}));
    const to = join(folder, 'device.bin');
    runTool('tar', ['cf', to, '.'], join(folder, 'device'));
    expect((await inspectPaths([to])).inspection.refused[0]?.reason).toContain('name is that of a device');
  });
});
