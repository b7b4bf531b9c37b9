import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderStanding } from '@overread/rules/case/commands.ts';
import { z } from 'zod';
import type { DemoSignIn, NewPerson } from './accounts/index.ts';
import type { App } from './platform/ports.ts';
import { wordedProblem } from './platform/problems.ts';

/** A file that the demo hands out, made when somebody first asks for it. */
export interface DemoFile {
  readonly name: string;
  readonly mediaType: string;
  make(): Promise<Uint8Array>;
}

/** What `start --demo` hands to the service, which itself knows no demo. */
export interface DemoHandover {
  readonly people: readonly NewPerson[];
  readonly readers: readonly ReaderStanding[];
  readonly signIn: DemoSignIn['signIn'];
  readonly files: readonly DemoFile[];
}

/** The key in the demo's links: made once and kept in the data folder, so that a link still works after a restart. */
export function demoKey(dataFolder: string): string {
  const file = join(dataFolder, 'demo.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The demo's files, each made once. */
export interface DemoShelf {
  names(): readonly string[];
  take(name: string): Promise<{ mediaType: string; bytes: Uint8Array } | null>;
}

export function createDemoShelf(files: readonly DemoFile[]): DemoShelf {
  const made = new Map<string, Promise<Uint8Array>>();
  return {
    names: () => files.map(({ name }) => name),
    async take(name) {
      const file = files.find((each) => each.name === name);
      if (file === undefined) return null;
      const bytes = made.get(name) ?? file.make();
      made.set(name, bytes);
      // A file that could not be made is tried again at the next asking.
      bytes.catch(() => made.delete(name));
      return { mediaType: file.mediaType, bytes: await bytes };
    },
  };
}

/** GET /demo/disc.zip, /demo/report.pdf …: what a newcomer needs to walk through the demo. In the demo only. */
export function registerDemoFiles(app: App, shelf: DemoShelf): void {
  const params = z.object({ file: z.string().max(64) });
  app.get('/demo/:file', { schema: { params }, config: { action: 'demo:sign-in' } }, async (request, reply) => {
    const { file } = request.params;
    const wanted = await shelf.take(file);
    if (wanted === null) throw wordedProblem(404, 'not-found');
    reply.type(wanted.mediaType).header('content-disposition', `attachment; filename="${file}"`);
    return reply.send(Buffer.from(wanted.bytes));
  });
}
