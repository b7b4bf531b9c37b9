import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** Whether a program is installed; tests that need one say that they are skipped. */
export const hasTool = (name: string): boolean => spawnSync('which', [name]).status === 0;

/** Runs a program that writes a medium. Throws with what it said. */
export function runTool(name: string, args: readonly string[], folder: string): void {
  const { status, stderr, stdout } = spawnSync(name, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}${stdout}`);
}

const SECTOR = 2048;

/** Takes the ISO 9660 descriptors out of an image that has both (genisoimage -udf): what is left is a disc in UDF alone. */
export function udfOnly(path: string): void {
  const image = readFileSync(path);
  const named = (sector: number) => image.toString('latin1', sector * SECTOR + 1, sector * SECTOR + 6);
  let begin = 16;
  while (named(begin) !== 'BEA01') begin += 1;
  const recognition = Buffer.from(image.subarray(begin * SECTOR, (begin + 3) * SECTOR));
  image.fill(0, 16 * SECTOR, (begin + 3) * SECTOR);
  recognition.copy(image, 16 * SECTOR);
  writeFileSync(path, image);
}
