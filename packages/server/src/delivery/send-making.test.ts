import type { PacketLine } from '@overread/contract/images.ts';
import { createSayIn } from '@overread/words';
import fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { wordedProblem } from '../platform/problems.ts';
import { sendMaking, type Tell } from './send-making.ts';

const apps: ReturnType<typeof fastify>[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

interface Made {
  readonly copyId: string;
}

/** A service whose only packet is made by `make`. */
async function serve(make: (tell: Tell) => Promise<Made>, beatMs?: number) {
  const app = fastify();
  apps.push(app);
  app.post('/copy', (request, reply) =>
    sendMaking(request, reply, { sayIn: createSayIn(), ...(beatMs === undefined ? {} : { beatMs }) }, make),
  );
  const url = await app.listen({ port: 0 });
  return (accept: string) => fetch(`${url}/copy`, { method: 'POST', headers: { accept } });
}

async function* linesOf(answer: Response): AsyncGenerator<PacketLine<Made>> {
  let text = '';
  for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as PacketLine<Made>;
  }
}

describe('a packet that is being made', () => {
  const making = { images: 3, ofImages: 9, bytes: 900 };
  const BOTH = 'application/x-ndjson, application/json';

  it.each([
    ['it is told how far it is, and then what was made', null, { made: { copyId: 'one' } }],
    [
      'what goes wrong then is the last line, in words',
      wordedProblem(410, 'packet-gone'),
      { problem: { code: 'packet-gone', message: createSayIn()('en')('problem.packet-gone') } },
    ],
  ] as const)('%s', async (_, problem, last) => {
    const gate = Promise.withResolvers<void>();
    const post = await serve(async (tell) => {
      tell(making);
      await gate.promise;
      if (problem !== null) throw problem;
      return { copyId: 'one' };
    }, 5);
    const answer = await post(BOTH);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = linesOf(answer);
    expect((await lines.next()).value).toEqual({ making });
    gate.resolve();
    const rest = await Array.fromAsync(lines);
    expect(rest.at(-1)).toEqual(last);
    expect(new Set(rest.slice(0, -1).map((line) => JSON.stringify(line))).size).toBeLessThanOrEqual(1);
  });

  it('is the whole answer where it is there at once, and for a client that takes no lines', async () => {
    const post = await serve(async () => ({ copyId: 'one' }), 60_000);
    for (const accept of [BOTH, 'application/json']) {
      const answer = await post(accept);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(await answer.json()).toEqual({ copyId: 'one' });
    }
  });

  it('that fails at once has the status of what went wrong', async () => {
    const post = await serve(async () => {
      throw wordedProblem(422, 'images.damaged');
    }, 60_000);
    expect((await post(BOTH)).status).toBe(422);
  });
});
