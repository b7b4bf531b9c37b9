import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const KEPT = z.object({
  importId: z.string(),
  /** Fingerprints of uploads that arrived whole. */
  arrived: z.array(z.string()),
  /** Where an upload that began can be continued, by its fingerprint. */
  urls: z.record(z.string(), z.string()),
});
type Kept = z.infer<typeof KEPT>;

/** What this machine remembers of a delivery that has begun, so that the command goes on when it is run again. */
export interface Memory {
  readonly importId: string | null;
  begin(importId: string): void;
  hasArrived(fingerprint: string): boolean;
  arrived(fingerprint: string): void;
  urlOf(fingerprint: string): string | null;
  startedAt(fingerprint: string, url: string): void;
  forget(): void;
}

/** A file for each case under the person's own folder for such things: no names, no pictures, only what has arrived. */
export function openMemory(server: string, caseId: string, env: NodeJS.ProcessEnv = process.env): Memory {
  const folder = join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'overread');
  const key = createHash('sha256').update(`${server}\n${caseId}`).digest('hex').slice(0, 32);
  const path = join(folder, `import-${key}.json`);
  let kept = readKept(path);
  const save = (): void => {
    if (kept === null) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A command that is killed while it writes must leave what was there before.
    writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    get importId() {
      return kept?.importId ?? null;
    },
    begin(importId) {
      kept = { importId, arrived: [], urls: {} };
      save();
    },
    hasArrived: (fingerprint) => kept?.arrived.includes(fingerprint) ?? false,
    arrived(fingerprint) {
      kept?.arrived.push(fingerprint);
      save();
    },
    urlOf: (fingerprint) => kept?.urls[fingerprint] ?? null,
    startedAt(fingerprint, url) {
      if (kept !== null) kept.urls[fingerprint] = url;
      save();
    },
    forget() {
      kept = null;
      rmSync(path, { force: true });
    },
  };
}

function readKept(path: string): Kept | null {
  try {
    return KEPT.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    // Nothing there, or something that is no memory of ours: the service knows by hash what it has.
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (gone || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
