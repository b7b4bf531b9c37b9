import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(?:js|css|html|json|svg)$/;
/** Above this the best brotli level costs many seconds and saves little. */
const LARGE = 500_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Lays a .br and a .gz beside every text file of the built site, so that the service only has to send them. */
export function compress(): Plugin {
  return {
    name: 'overread:compress',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(
        names.map(async (name) => {
          const bytes = await readFile(join(dir, name));
          const level = bytes.length > LARGE ? 8 : 11;
          const small = await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: level } });
          await writeFile(join(dir, `${name}.br`), small);
          await writeFile(join(dir, `${name}.gz`), await zip(bytes, { level: 9 }));
        }),
      );
    },
  };
}
