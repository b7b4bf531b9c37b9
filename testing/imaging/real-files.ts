import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { bytesSource, localHeaderLength, readZipSync } from '@overread/imaging';

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Every file under a path, those in ZIPs by `zip!entry`, as the inventory names them. */
function* contentsOf(path: string, name: string, bytes: Uint8Array): Generator<[string, Uint8Array]> {
  if (!path.endsWith('.zip')) {
    yield [name, bytes];
    return;
  }
  for (const entry of readZipSync(bytesSource(bytes)).entries) {
    const start = entry.offset + localHeaderLength(bytes, entry.offset);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    const inner = entry.method === 'stored' ? packed : new Uint8Array(inflateRawSync(packed));
    yield* contentsOf(entry.path, `${name}!${entry.path}`, inner);
  }
}

/** Every file of the real test data in `data`, those in archives with `!` between their names. */
export function* realFiles(data: string): Generator<[string, Uint8Array]> {
  for (const folder of ['broken', 'charsets_pydicom', 'discs', 'sr_pdf', 'studies', 'transfer_syntax']) {
    for (const path of filesUnder(join(data, folder))) {
      yield* contentsOf(path, path.slice(data.length).replace(/^\//, ''), new Uint8Array(readFileSync(path)));
    }
  }
}
