import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeStudy } from './generator/make-study.ts';
import type { Faults } from './generator/options.ts';
import { writeDisc } from './zip-disc.ts';

const installed = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const [dciodvfy, dcmdump, dcmdrle] = [installed('dciodvfy'), installed('dcmdump'), installed('dcmdrle')];
const folder = mkdtempSync(join(tmpdir(), 'overread-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function disc(name: string, faults: Faults): Promise<{ root: string; paths: readonly string[] }> {
  const study = makeStudy({ seed: 'valid', scale: { slices: 2, matrix: 32 }, faults });
  const root = join(folder, name);
  await writeDisc(root, study.files);
  return { root, paths: study.files.map(({ path }) => path).filter((path) => /^DICOM/.test(path)) };
}

/** What the checker complains of; it speaks on standard error whatever it thinks. */
function complaints(file: string): string[] {
  const said = spawnSync('dciodvfy', [file], { encoding: 'utf8' });
  return `${said.stdout}${said.stderr}`.split('\n').filter((line) => line.includes('Error'));
}

describe('other people’s checkers', () => {
  const ways: readonly (readonly [string, Faults])[] = [
    ['one file for each slice', {}],
    ['implicit', { transferSyntax: 'implicit' }],
    ['big endian', { transferSyntax: 'big-endian' }],
    ['RLE', { transferSyntax: 'rle' }],
    ['Enhanced MR', { enhancedMultiframe: true }],
  ];

  it.skipIf(!dciodvfy).each(ways)(
    `dciodvfy finds no error (%s)${dciodvfy ? '' : ': skipped, dicom3tools is not installed'}`,
    async (name, faults) => {
      const { root, paths } = await disc(name.replaceAll(' ', '-'), faults);
      for (const path of paths) expect(complaints(join(root, path)), path).toEqual([]);
    },
  );

  it.skipIf(!dcmdump)(`dcmdump reads every file${dcmdump ? '' : ': skipped, dcmtk is not installed'}`, async () => {
    for (const [name, faults] of [
      ['plain', {}],
      ['deflated', { transferSyntax: 'deflated' }],
    ] as const) {
      const { root, paths } = await disc(name, faults);
      const said = spawnSync(
        'dcmdump',
        ['+P', '0010,0010', '+P', '0004,1130', ...paths.map((path) => join(root, path))],
        { encoding: 'utf8' },
      );
      expect(said.stderr).toBe('');
      expect(said.stdout.match(/Okafor\^Mara/g)).toHaveLength(paths.length);
    }
  });

  it.skipIf(!dcmdrle)(
    `dcmdrle gives back the pixels of RLE${dcmdrle ? '' : ': skipped, dcmtk is not installed'}`,
    async () => {
      const [packed, plain] = [await disc('packed', { transferSyntax: 'rle' }), await disc('unpacked', {})];
      const path = packed.paths.at(-1) ?? '';
      const out = join(folder, 'unpacked.dcm');
      execFileSync('dcmdrle', [join(packed.root, path), out]);
      const dump = (file: string): string =>
        execFileSync('dcmdump', ['+L', '+P', '7fe0,0010', file], { encoding: 'utf8' });
      expect(dump(out)).toBe(dump(join(plain.root, path)));
    },
  );
});
