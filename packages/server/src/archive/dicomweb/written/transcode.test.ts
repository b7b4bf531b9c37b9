import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy, type TransferSyntax } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { EXPLICIT_LITTLE } from '@overread/imaging/headers/transfer-syntaxes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedData } from '../../../../../../testing/shared-data.ts';
import { openCompressed } from '../../stream/index.ts';
import { createDecodePool, type DecodePool } from '../../stream/pixels/decode-pool.ts';
import { openDataSet } from '../data-set.ts';
import { dicomJson } from '../dicom-json.ts';
import { toExplicitLittle } from './transcode.ts';

let decoders: DecodePool;
let folder: string;
beforeAll(async () => {
  decoders = createDecodePool(1);
  folder = await mkdtemp(join(tmpdir(), 'overread-transcode-'));
});
afterAll(async () => {
  await decoders.close();
  await rm(folder, { recursive: true });
});

const transcoded = (bytes: Uint8Array) =>
  toExplicitLittle(Buffer.from(bytes), parseHeader(bytes), (header, frame) => openCompressed(decoders, header, frame));

/** All that a file says: its attributes, large values too, and the pixels of each frame. */
function told(bytes: Uint8Array) {
  const header = parseHeader(bytes);
  expect(header.transferSyntaxUid).toBe(EXPLICIT_LITTLE);
  const elements = openDataSet(Buffer.from(bytes), EXPLICIT_LITTLE);
  const bulkUri = (tag: string) => {
    const found = elements.byTag[`x${tag.toLowerCase()}`];
    const value = found && bytes.subarray(found.dataOffset, found.dataOffset + found.length);
    return value ? Buffer.from(value).toString('base64') : tag;
  };
  const json = dicomJson(elements, { transferSyntaxUid: EXPLICIT_LITTLE, hasPixels: false, bulkUri });
  const pixels = header.frameRanges.map(({ offset, length }) =>
    Buffer.from(bytes.subarray(offset, offset + length)).toString('base64'),
  );
  return { json, pixels };
}

const made = (transferSyntax: TransferSyntax, enhancedMultiframe: boolean) => {
  const { instances } = makeStudy({
    seed: 'transcode',
    scale: { slices: 3, matrix: 64 },
    faults: { transferSyntax, enhancedMultiframe },
  });
  return instances[0]?.bytes as Uint8Array;
};

describe('in explicit little endian', () => {
  for (const multi of [false, true]) {
    it.each<TransferSyntax>(['implicit', 'big-endian', 'deflated', 'rle'])(
      `a file says what it said: %s, ${multi ? 'multi-frame' : 'one frame'}`,
      async (syntax) => {
        expect(told(await transcoded(made(syntax, multi)))).toEqual(told(made('explicit', multi)));
      },
    );
  }

  it('a frame that cannot be opened is an error, and so is one that is missing', async () => {
    const bytes = made('rle', true).slice();
    const [, second] = parseHeader(bytes).frameRanges;
    bytes.fill(0xff, second?.offset, (second?.offset ?? 0) + 64);
    await expect(transcoded(bytes)).rejects.toThrow();
    await expect(transcoded(made('implicit', false).slice(0, -4000))).rejects.toThrow('cut short');
  });
});

const hasDcmtk = spawnSync('dcmconv', ['--version']).status === 0;

async function run(program: string, args: readonly string[], bytes: Uint8Array): Promise<Buffer> {
  await writeFile(join(folder, 'in.dcm'), bytes);
  const done = spawnSync(program, [...args, join(folder, 'in.dcm'), join(folder, 'out.dcm')], { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  return readFile(join(folder, 'out.dcm'));
}

/** Icons come out of dcmtk as they are; what it adds or changes of its own is said here. */
const THEIRS = ['00082111', '00089215', '00082112', '00080008', '00080018'];
const without = ({ json, pixels }: ReturnType<typeof told>) => ({
  pixels,
  json: Object.fromEntries(Object.entries(json).filter(([tag]) => !THEIRS.includes(tag))),
});

describe.skipIf(!hasDcmtk)("as Debian's dcmtk writes it (skipped without it)", () => {
  it.each<TransferSyntax>(['implicit', 'big-endian', 'deflated', 'rle'])('%s', async (syntax) => {
    const bytes = made(syntax, true);
    const [program, args] = syntax === 'rle' ? ['dcmdrle', []] : ['dcmconv', ['+te']];
    expect(without(told(await transcoded(bytes)))).toEqual(
      without(told(await run(program as string, args as string[], bytes))),
    );
  });

  const shared = sharedData('transfer_syntax');
  it.skipIf(shared === null).each([
    ['MR1_JLSL', 'dcmdjpls'],
    ['MR3_JLSL', 'dcmdjpls'],
    ['MR3_JLSN', 'dcmdjpls'],
    ['MR1_JPLL', 'dcmdjpeg'],
    ['MR3_JPLL', 'dcmdjpeg'],
    ['MR3_RLE', 'dcmdrle'],
    ['pydicom_MR_small_RLE.dcm', 'dcmdrle'],
    ['pydicom_emri_small_RLE.dcm', 'dcmdrle'],
    ['pydicom_MR_small_jpeg_ls_lossless.dcm', 'dcmdjpls'],
    ['pydicom_emri_small_jpeg_ls_lossless.dcm', 'dcmdjpls'],
    ['pydicom_MR_small_implicit.dcm', 'dcmconv'],
    ['pydicom_MR_small_bigendian.dcm', 'dcmconv'],
    ['pydicom_emri_small_big_endian.dcm', 'dcmconv'],
    ['pydicom_image_dfl.dcm', 'dcmconv'],
  ])('%s by %s (needs shared/data)', async (name, program) => {
    const bytes = await readFile(join(shared ?? '', name));
    const theirs = told(await run(program, program === 'dcmconv' ? ['+te'] : [], bytes));
    expect(without(told(await transcoded(bytes)))).toEqual(without(theirs));
  });

  it.skipIf(shared === null).each([
    ['MR3_J2KR', 'MR3_UNC'],
    ['pydicom_MR_small_jp2klossless.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_emri_small_jpeg_2k_lossless.dcm', 'pydicom_emri_small.dcm'],
  ])('%s opens to the pixels of %s', async (name, plain) => {
    const open = async (file: string) => told(await transcoded(await readFile(join(shared ?? '', file)))).pixels;
    expect(await open(name)).toEqual(await open(plain));
  });

  const hasDciodvfy = spawnSync('dciodvfy', ['-version']).error === undefined;
  it.skipIf(!hasDciodvfy)('dciodvfy finds in it what it finds in the original (needs dicom3tools)', async () => {
    const complaints = async (bytes: Uint8Array) => {
      await writeFile(join(folder, 'check.dcm'), bytes);
      const { stderr } = spawnSync('dciodvfy', [join(folder, 'check.dcm')], { encoding: 'utf8' });
      return stderr.split('\n').filter((line) => line.startsWith('Error'));
    };
    const original = await complaints(made('explicit', true));
    for (const syntax of ['implicit', 'big-endian', 'deflated', 'rle'] as const) {
      expect(await complaints(await transcoded(made(syntax, true)))).toEqual(original);
    }
  });
});
