import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

describe('a service whose database is gone', () => {
  let service: TestService;
  let coordinator: Caller;
  beforeAll(async () => {
    service = await startTestService();
    coordinator = await service.as('coordinator');
  });
  afterAll(() => service?.stop());

  it('says so, also to whoever is signed in, and is there again by itself', async () => {
    const { db } = service.ground;
    // Somebody is in the middle of a transaction, between two statements.
    const held = await db.pool.connect();
    await held.query('begin');
    // Tests commit without waiting for the disc; what was done so far is on it from here on.
    await db.pool.query('checkpoint');
    const lock = join(service.dataFolder, 'postgres', 'postmaster.pid');
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    // A lock of process 1, which lives: until it is taken away, the database cannot come back.
    writeFileSync(lock, '1\n');
    process.kill(pid, 'SIGKILL');

    await vi.waitFor(async () => expect((await coordinator.fetch('/readyz')).status).toBe(503), { timeout: 5_000 });
    const [ready, alive, page, cases] = await Promise.all(
      ['/readyz', '/healthz', '/', '/api/cases'].map((path) => coordinator.fetch(path)),
    );
    expect(await ready?.json()).toMatchObject({ status: 'not ready', parts: { database: 'failed', jobs: 'failed' } });
    expect(alive?.status).toBe(200);
    expect([200, 503]).toContain(page?.status);
    expect(page?.headers.get('content-type')).not.toContain('json');
    expect(cases?.status).toBe(503);
    expect(await cases?.json()).toMatchObject({ code: 'unavailable' });
    await expect(held.query('select 1')).rejects.toThrow();
    held.release(true);

    rmSync(lock);
    await vi.waitFor(async () => expect((await coordinator.fetch('/readyz')).status).toBe(200), { timeout: 20_000 });
    expect((await coordinator.fetch('/api/cases')).status).toBe(200);
    // What had waited is done now.
    const done: unknown[] = [];
    await service.ground.jobs.work('test.after', async (data) => void done.push(data));
    await service.ground.jobs.send(db, 'test.after', { here: true });
    await vi.waitFor(() => expect(done).toEqual([{ here: true }]), { timeout: 10_000 });
  }, 40_000);

  it('takes no text that cannot be kept, and calls that no failure of its own', async () => {
    for (const path of ['/api/cases/%00', '/demo/sign-in/%00']) {
      const answer = await coordinator.fetch(path);
      expect([400, 403], path).toContain(answer.status);
    }
    const body = JSON.stringify({ email: 'q@mail.example', name: 'a\u0000b' });
    const headers = { 'content-type': 'application/json' };
    const asked = await service.stranger().fetch('/api/sign-in', { method: 'POST', headers, body });
    expect(asked.status).toBe(400);
  });
});
