import { constants } from 'node:fs';
import { copyFile, link, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DETECT_BYTES, detectKind, isContainer } from '@overread/imaging';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Ground } from '../../platform/ports.ts';
import { isPacked } from '../../unpacking/index.ts';
import type { IncomingFile, Ingest } from '../ingest-port.ts';
import type { Drop, FoundFile } from './look.ts';

/** What a drop brought. */
export interface Outcome {
  readonly images: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Where a drop goes: into a case, or wherever each of its studies belongs. */
export interface Destination {
  files(files: AsyncIterable<IncomingFile>): Promise<Outcome>;
  archive(uploadId: string, name: string): Promise<Outcome>;
}

/** An archive of this size goes in as it is, without being held in memory. */
const ALONE_BYTES = 32 << 20;

async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(DETECT_BYTES);
    const { bytesRead } = await handle.read(head, 0, DETECT_BYTES, 0);
    const kind = detectKind(head.subarray(0, bytesRead));
    return isContainer(kind) || isPacked(kind);
  } finally {
    await handle.close();
  }
}

/** The same file under a second name where the folders share a disc, else a copy. */
async function bring(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL));
}

export interface TakeDeps {
  readonly files: Ingest['files'];
  readonly newId: () => string;
}

/** Hands everything of a drop in; what it holds is told apart by the import. */
export async function takeDrop(
  { files, newId }: TakeDeps,
  { root, drop, to }: { root: string; drop: Drop; to: Destination },
): Promise<Outcome> {
  const pathOf = (file: FoundFile) => (drop.isFolder ? join(root, drop.path, file.path) : join(root, drop.path));
  const outcomes: Outcome[] = [];
  const others: FoundFile[] = [];
  for (const file of drop.files) {
    if (file.size < ALONE_BYTES || !(await isArchive(pathOf(file)))) others.push(file);
    else {
      const uploadId = newId();
      await bring(pathOf(file), files.pathOf(uploadId));
      outcomes.push(await to.archive(uploadId, file.path));
    }
  }
  if (others.length > 0) {
    outcomes.push(
      await to.files(
        (async function* () {
          for (const file of others) yield { path: file.path, read: () => readFile(pathOf(file)) };
        })(),
      ),
    );
  }
  return {
    images: outcomes.reduce((sum, { images }) => sum + images, 0),
    refused: outcomes.flatMap(({ refused }) => refused),
  };
}

/** Into one case, each part a delivery of its own. */
export function intoCase(
  { ingest, db, newId }: { readonly ingest: Ingest } & Pick<Ground, 'db' | 'newId'>,
  ownerId: string,
  by: Actor,
): Destination {
  const { personId, name: sender } = by;
  const from = { way: 'watched-folder', sender } as const;
  return {
    async files(files) {
      return ingest.outcome((await ingest.importFiles(ownerId, files, by, { way: 'watched-folder' })).importId);
    },
    async archive(uploadId, name) {
      const importId = newId();
      const size = (await ingest.files.received(uploadId)) ?? 0;
      await db.transaction((tx) =>
        ingest.take(tx, { uploadId, importId, ownerId, kind: 'archive', name, size, personId, from }),
      );
      await ingest.importNow(importId);
      return ingest.outcome(importId);
    },
  };
}
