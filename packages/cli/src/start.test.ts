import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_SEED, demoId } from '@overread/demo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caller } from '../../../testing/service.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const LONG = 180_000;

interface Started {
  readonly child: ChildProcess;
  /** Resolves with everything said so far when the text has come. */
  said(text: string): Promise<string>;
  ended(): Promise<number | null>;
}

let data: string;
let running: ChildProcess[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'overread-start-'));
});

afterEach(async () => {
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(
    running.map(
      (child) =>
        new Promise((resolve) =>
          (child.exitCode ?? child.signalCode) === null ? child.once('exit', resolve) : resolve(0),
        ),
    ),
  );
  running = [];
  // A killed service leaves its database running; that is stopped by the next start, or here.
  const lock = join(data, 'postgres', 'postmaster.pid');
  if (existsSync(lock)) process.kill(Number(readFileSync(lock, 'utf8').split('\n')[0]), 'SIGQUIT');
  rmSync(data, { recursive: true, force: true, maxRetries: 10 });
});

function start(...flags: readonly string[]): Started {
  const child = spawn(process.execPath, [MAIN, 'start', '--data', data, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, OVERREAD_LOG: 'warn' },
  });
  running.push(child);
  let all = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      all += chunk.toString();
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    child,
    ended: () => ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!all.includes(text)) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
        void ended.then(() => {
          if (!all.includes(text)) reject(new Error(`It ended without saying "${text}":\n${all}`));
          else resolve(all);
        });
      }),
  };
}

const linkOf = (said: string, role: string): string =>
  new RegExp(`http://\\S+/demo/sign-in/${role}\\?key=\\S+`).exec(said)?.[0] ?? '';

async function cases(said: string): Promise<{ id: string; number: string; stage: string }[]> {
  const link = linkOf(said, 'coordinator');
  const someone = caller(new URL(link).origin);
  expect((await someone.fetch(link)).status).toBe(302);
  return await someone.get('/api/cases');
}

describe('overread start --demo', () => {
  it('says where it is and prints a link per role; killed in the middle of setting up, it goes on where it stopped', {
    timeout: LONG,
  }, async () => {
    const first = start('--demo');
    const greeting = await first.said('Ctrl-C stops');
    for (const role of ['patient', 'coordinator', 'reader', 'referrer', 'administrator'])
      expect(linkOf(greeting, role)).not.toBe('');
    const patient = caller(new URL(linkOf(greeting, 'patient')).origin);
    await patient.fetch(linkOf(greeting, 'patient'));
    expect(await patient.get('/api/me')).toMatchObject({ name: 'Mara Okafor' });

    await first.said('case 3 of');
    first.child.kill('SIGKILL');
    await first.ended();

    const second = start('--demo');
    await second.said('The demo practice is complete.');
    const said = await second.said('Ctrl-C stops');
    expect(linkOf(said, 'reader').split('?')[1]).toBe(linkOf(greeting, 'reader').split('?')[1]);
    const there = await cases(said);
    expect(there.map(({ id }) => id).sort()).toEqual(
      DEMO_SEED.map(({ intake }) => demoId(`case/${intake.key}`)).sort(),
    );

    const coordinator = caller(new URL(linkOf(said, 'coordinator')).origin);
    await coordinator.fetch(linkOf(said, 'coordinator'));
    for (const { id } of there) {
      const { events, intact } = await coordinator.get<{ events: { type: string }[]; intact: boolean }>(
        `/api/cases/${id}/record`,
      );
      expect(intact).toBe(true);
      for (const once of ['caseOpened', 'imagesReceived', 'reportReceived', 'reportSigned', 'resultDelivered']) {
        expect([id, once, events.filter(({ type }) => type === once).length <= 1]).toEqual([id, once, true]);
      }
    }
    const versions = there.map(({ number, stage }) => `${number} ${stage}`);

    second.child.kill('SIGTERM');
    expect(await second.ended()).toBe(0);

    const third = start('--demo');
    const saidAgain = await third.said('The demo practice is complete.');
    expect(saidAgain).not.toContain('case 1 of');
    expect((await cases(saidAgain)).map(({ number, stage }) => `${number} ${stage}`).sort()).toEqual(versions.sort());

    const disc = await fetch(
      new URL(
        '/demo/report.pdf',
        linkOf(said, 'patient').replace(/:\d+/, `:${new URL(linkOf(saidAgain, 'patient')).port}`),
      ),
    );
    expect(
      Buffer.from(await disc.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

describe('overread start', () => {
  it('begins with a link for the administrator and a file for the practice', { timeout: LONG }, async () => {
    const started = start();
    const said = await started.said('/sign-in?token=');
    expect(said).toContain(join(data, 'practice.json'));
    const url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
    expect(await caller(url).get('/api/practice')).toMatchObject({ demo: false, name: 'Second opinion service' });
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
  });

  it('names the setting that is wrong, and ends', async () => {
    const started = start('--port', 'many');
    await started.said('OVERREAD_PORT');
    expect(await started.ended()).toBe(2);
  });

  it('does not touch a folder on which another one runs', { timeout: LONG }, async () => {
    const first = start('--demo');
    const greeting = await first.said('Ctrl-C stops');
    const second = start('--demo');
    await second.said('Another Overread is running');
    expect(await second.ended()).toBe(1);
    expect((await cases(greeting)).length).toBeGreaterThanOrEqual(0);
  });
});
