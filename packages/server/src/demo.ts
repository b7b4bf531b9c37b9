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

/** GET /demo/disc.zip, /demo/report.pdf …: what a newcomer needs to walk through the demo. In the demo only. */
export function registerDemoFiles(app: App, files: readonly DemoFile[]): void {
  const made = new Map<string, Promise<Uint8Array>>();
  const params = z.object({ file: z.string().max(64) });
  app.get('/demo/:file', { schema: { params }, config: { action: 'demo:sign-in' } }, async (request, reply) => {
    const wanted = files.find(({ name }) => name === request.params.file);
    if (wanted === undefined) throw wordedProblem(404, 'not-found');
    const bytes = made.get(wanted.name) ?? wanted.make();
    made.set(wanted.name, bytes);
    // A file that could not be made is tried again at the next asking.
    bytes.catch(() => made.delete(wanted.name));
    reply.type(wanted.mediaType).header('content-disposition', `attachment; filename="${wanted.name}"`);
    return reply.send(Buffer.from(await bytes));
  });
}
