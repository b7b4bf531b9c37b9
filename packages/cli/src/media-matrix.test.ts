import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeStudy } from '@overread/demo';
import type { Inspection } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTool, runTool } from '../../../testing/made-media.ts';
import { lacking, WRAPPINGS } from '../../../testing/media-wrappings.ts';
import { sharedData } from '../../../testing/shared-data.ts';
import { inspectPaths } from './inspect.ts';

/** `OVERREAD_MEDIA=all` puts every tree on every medium; otherwise each real tree is on one, and the made one on all. */
const ALL = process.env.OVERREAD_MEDIA === 'all';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-matrix-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Images by study and series. */
type Counts = Readonly<Record<string, number>>;

function countsOf({ studies }: Inspection): Counts {
  const series = studies.flatMap(({ studyInstanceUid, series }) =>
    series.map((one) => [`${studyInstanceUid} ${one.seriesInstanceUid}`, one.instances] as const),
  );
  return Object.fromEntries(series.sort());
}

const UIDS = ['0020,000d', '0020,000e', '0008,0018'];

/** What Debian's dcmdump finds in a folder: every file of which it can say study, series and instance, but for some. */
function countsOfDcmdump(root: string, without: ReadonlySet<string> = new Set()): Counts {
  const asked = UIDS.flatMap((tag) => ['+P', tag]);
  const { stdout } = spawnSync('dcmdump', ['-q', '-M', '+L', '+sd', '+r', '+F', '+p', ...asked, root], {
    encoding: 'latin1',
    maxBuffer: 1 << 28,
  });
  const found = new Map<string, Set<string>>();
  for (const file of stdout.split(/^# dcmdump \(\d+\/\d+\): /m)) {
    if (without.has(file.slice(0, file.indexOf('\n')))) continue;
    // A tag with another before it lies in a sequence.
    const uids = UIDS.map((tag) => new RegExp(`^\\(${tag}\\) \\S+ \\[([^\\]\\0]*)`, 'm').exec(file)?.[1]?.trim() ?? '');
    if (uids.includes('')) continue;
    const key = `${uids[0]} ${uids[1]}`;
    found.set(key, (found.get(key) ?? new Set()).add(uids[2] ?? ''));
  }
  return Object.fromEntries([...found].map(([key, instances]) => [key, instances.size] as const).sort());
}

/** Lays archives of a tree open, so that dcmdump sees what is in them. */
function layOpen(root: string): void {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) layOpen(path);
    else if (/\.zip$/i.test(entry.name)) {
      mkdirSync(`${path}.d`);
      runTool('unzip', ['-qo', path, '-d', `${path}.d`], root);
      rmSync(path);
      layOpen(`${path}.d`);
    } else if (/\.gz$/i.test(entry.name)) runTool('gunzip', ['-f', path], root);
  }
}

function treeOf(source: string): string {
  const root = mkdtempSync(join(folder, 'tree-'));
  cpSync(source, join(root, basename(source)), { recursive: true, mode: 0 });
  runTool('chmod', ['-R', 'u+w', root], folder);
  layOpen(root);
  return root;
}

const inspected = async (path: string) => (await inspectPaths([path])).inspection;

async function expectSame(name: string, root: string, wrappings: typeof WRAPPINGS): Promise<void> {
  const whole = await inspected(root);
  for (const wrapping of wrappings) {
    const to = `${root}.txt`;
    wrapping.make(root, to);
    const on = await inspected(to);
    expect(on.studies, `${name} as ${wrapping.name}`).toEqual(whole.studies);
    expect(on.refused.length, `${name} as ${wrapping.name}`).toBe(whole.refused.length);
    rmSync(to);
  }
}

const possible = WRAPPINGS.filter((wrapping) => lacking(wrapping) === null);
const noDcmtk = ['dcmdump', 'dcmmkdir'].filter((tool) => !hasTool(tool));
if (noDcmtk.length > 0) console.warn(`media are not held against dcmtk: ${noDcmtk.join(', ')} not installed`);

describe('a made disc of two patients', () => {
  const study = makeStudy({ seed: 'matrix', scale: { slices: 4, matrix: 32 }, faults: { otherPatient: true } });
  const root = () => join(folder, 'made');
  beforeAll(() => {
    for (const { path, bytes } of study.files) {
      mkdirSync(dirname(join(root(), path)), { recursive: true });
      writeFileSync(join(root(), path), bytes);
    }
  });

  it.skipIf(noDcmtk.length > 0)('is to us what it is to dcmdump and to dcmmkdir', async () => {
    const counts = countsOf(await inspected(root()));
    expect(counts).toEqual(countsOfDcmdump(root()));
    expect(Object.keys(counts).length).toBeGreaterThan(2);
    const list = join(folder, 'DICOMDIR.made');
    rmSync(join(root(), 'DICOMDIR'), { force: true });
    runTool('dcmmkdir', ['-q', '+r', '+id', root(), '+D', list], folder);
    const { stdout } = spawnSync('dcmdump', ['-q', '+L', '+P', '0004,1511', list], { encoding: 'latin1' });
    const images = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(stdout.trim().split('\n')).toHaveLength(images);
  });

  it('is the same on every medium, whatever its file is called', () => expectSame('the made disc', root(), possible));
});

const data = sharedData();
if (data === null) console.warn('no real test data beside the project: the media hold made studies only');

function realTrees(): string[] {
  if (data === null) return [];
  const inside = (name: string) => readdirSync(join(data, name)).map((file) => `${name}/${file}`);
  const media = [...inside('discs'), ...inside('studies')].filter(
    (path) => /\.zip$/.test(path) || statSync(join(data, path)).isDirectory(),
  );
  return [...media, 'transfer_syntax', 'charsets_pydicom', 'sr_pdf', 'broken', 'demo'];
}

describe.skipIf(data === null || noDcmtk.length > 0)('real discs and studies', () => {
  const trees = realTrees().map((path, at) => [path, at] as const);
  it.each(trees)('%s: the same as dcmdump sees', { timeout: ALL ? 1_800_000 : 120_000 }, async (path, at) => {
    const root = treeOf(join(data ?? '', path));
    const ours = await inspected(root);
    // An image without a picture is refused; dcmdump does not ask for one.
    const pictureless = ours.refused.filter(({ reason }) => reason.startsWith('the file holds no pixel data'));
    const theirs = countsOfDcmdump(root, new Set(pictureless.map((left) => left.path)));
    // Of damaged files dcmdump reads fewer than we do; of all others the same.
    if (path === 'broken') expect(countsOf(ours)).toMatchObject(theirs);
    else expect(countsOf(ours)).toEqual(theirs);
    // As it came, its archives closed, it is the same.
    expect(countsOf(await inspected(join(data ?? '', path)))).toEqual(countsOf(ours));
    await expectSame(path, root, ALL ? possible : possible.filter((_, index) => index === at % possible.length));
    rmSync(root, { recursive: true, force: true });
  });
});
