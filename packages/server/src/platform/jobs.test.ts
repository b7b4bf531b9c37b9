import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestService, type TestService } from '../../../../testing/service.ts';
import type { Jobs } from './ports.ts';

describe('jobs', () => {
  let service: TestService;
  let jobs: Jobs;
  beforeAll(async () => {
    service = await startTestService();
    jobs = service.ground.jobs;
  });
  afterAll(() => service?.stop());

  it('are enqueued into a new queue though every connection is taken by transactions', async () => {
    const { db } = service.ground;
    const most = db.pool.options.max;
    let sent = 0;
    // All of them hold their connection before the first one sends.
    const together = Promise.withResolvers<void>();
    let inside = 0;
    const senders = Array.from({ length: most }, (_, i) =>
      db.transaction(async (tx) => {
        inside += 1;
        if (inside === most) together.resolve();
        await together.promise;
        await jobs.send(tx, `test.new-${i % 3}`, { i });
        sent += 1;
      }),
    );
    await Promise.all(senders);
    expect(sent).toBe(most);
  }, 12_000);

  it('are done by the batch, each once; one that fails takes none with it and is tried again', async () => {
    const done: number[] = [];
    await jobs.work('test.many', async ({ i }) => {
      done.push(Number(i));
      if (i === 7 && done.filter((each) => each === 7).length === 1) throw new Error('not yet');
    });
    await service.ground.db.transaction(async (tx) => {
      for (let i = 0; i < 40; i += 1) await jobs.send(tx, 'test.many', { i });
    });
    const started = performance.now();
    await vi.waitFor(() => expect(new Set(done).size).toBe(40), { timeout: 5_000 });
    expect(performance.now() - started).toBeLessThan(5_000);
    await vi.waitFor(() => expect(done.filter((i) => i === 7)).toHaveLength(2), { timeout: 10_000 });
    expect(done).toHaveLength(41);
  }, 20_000);

  it('are not there when the transaction that sent them was rolled back', async () => {
    const done: unknown[] = [];
    await jobs.work('test.undone', async (data) => void done.push(data));
    const undone = service.ground.db.transaction(async (tx) => {
      await jobs.send(tx, 'test.undone', {});
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    await jobs.send(service.ground.db, 'test.undone', { kept: true });
    await vi.waitFor(() => expect(done).toEqual([{ kept: true }]), { timeout: 5_000 });
  });
});
