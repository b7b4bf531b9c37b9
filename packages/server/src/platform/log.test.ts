import { drizzle } from 'drizzle-orm/node-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestService, type TestService } from '../../../../testing/service.ts';
import { errorForLog } from './log.ts';
import { platformKeys } from './schema.ts';

const SECRET = 'Okafor, Mara';
const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

describe('what the log says of an error', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service?.stop());

  it('holds nothing of what was asked of the database, and tells what went wrong all the same', async () => {
    const { pool } = service.ground.db;
    const row = { keyId: SECRET, wrapped: null };
    await drizzle(pool).insert(platformKeys).values(row);
    const doubled = await caught(() => drizzle(pool).insert(platformKeys).values(row));
    const wrong = await caught(() => pool.query('select $1::int', [SECRET]));
    const said = JSON.stringify([doubled, wrong].map((error) => errorForLog(error)));
    expect(said).not.toContain('Okafor');
    expect(said).toContain('23505');
    expect(said).toContain('22P02');
    expect(said).toMatch(/at .*\.ts/);
  });

  it('holds nothing of a body, a form or an address', async () => {
    const errors = [
      await caught(() => JSON.parse(`{"name": ${SECRET}`)),
      await caught(() => z.object({ name: z.enum(['a']) }).parse({ name: SECRET })),
      new Error('550 no mailbox for mara.okafor@example.org', { cause: new Error(`"${SECRET}.pdf" is no PDF`) }),
      SECRET,
    ];
    const said = JSON.stringify(errors.map((error) => errorForLog(error)));
    expect(said.toLowerCase()).not.toContain('okafor');
    expect(said).toContain('550 no mailbox for');
  });
});
