import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../testing/service.ts';

const NEW_CASE = {
  patient: { name: { family: 'Rush', given: 'Rita' }, birthDate: '1980-01-02', sex: 'F' },
  contact: { email: 'rita@mail.example', phone: '' },
  place: 'US-MA',
};

describe('a rush of uploads', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service?.stop());

  it('is imported though it is larger than the number of connections that are left', async () => {
    const patient = await service.as('patient');
    const { id } = await patient.post<{ id: string }>('/api/cases', NEW_CASE);
    const { personId, name } = await patient.get<{ personId: string; name: string }>('/api/me');
    const actor = { personId, name, role: 'patient' } as const;
    // Others hold nearly all connections, as on a busy day.
    const { pool } = service.ground.db;
    const held = await Promise.all(Array.from({ length: pool.options.max - 3 }, () => pool.connect()));
    const deliveries = Array.from({ length: 12 }, (_, i) => {
      const file = { path: `note-${i}.txt`, read: async () => Buffer.from(`note ${i}`) };
      return service.rooms.ingest.importFiles(id, [file], actor);
    });
    const views = await Promise.all(deliveries).finally(() => {
      for (const client of held) client.release();
    });
    expect(views.map(({ state }) => state)).toEqual(views.map(() => 'done'));
    expect(views.flatMap(({ ignored }) => ignored)).toHaveLength(12);
  }, 14_000);
});
