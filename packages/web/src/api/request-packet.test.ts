import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './request.ts';
import { requestPacket } from './request-packet.ts';

afterEach(() => void vi.unstubAllGlobals());

/** The service's answer, in these pieces. */
function answering(pieces: readonly string[], { breaks = false, type = 'application/x-ndjson' } = {}) {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  const body = new ReadableStream({
    pull(into) {
      const next = left.shift();
      if (next !== undefined) into.enqueue(next);
      else if (breaks) into.error(new TypeError('network error'));
      else into.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { headers: { 'content-type': type } }));
}

async function asked() {
  const heard: number[] = [];
  const made = await requestPacket<{ copyId: string }>('/copy', { method: 'POST' }, ({ images }) =>
    heard.push(images),
  ).catch((error: unknown) => error);
  return { heard, made };
}
const making = (images: number) => `{"making":{"images":${images},"ofImages":9,"bytes":1}}\n`;

describe('a packet that is asked for', () => {
  it('is told image after image, wherever its lines are cut', async () => {
    answering([making(1), making(2).slice(0, 9), `${making(2).slice(9)}{"made":{"copy`, 'Id":"one"}}\n']);
    expect(await asked()).toEqual({ heard: [1, 2], made: { copyId: 'one' } });
  });

  it('may be there at once', async () => {
    answering(['{"copyId":"one"}'], { type: 'application/json; charset=utf-8' });
    expect(await asked()).toEqual({ heard: [], made: { copyId: 'one' } });
  });

  it('that cannot be made says why', async () => {
    answering([making(1), '{"problem":{"code":"packet-gone","message":"It is gone."}}\n']);
    const { made } = await asked();
    expect(made).toBeInstanceOf(ApiProblem);
    expect(made).toMatchObject({ message: 'It is gone.', problem: { code: 'packet-gone' } });
  });

  it.each([
    ['ends too soon', { breaks: false }],
    ['breaks', { breaks: true }],
  ])('whose answer %s is as if the service had not been reached', async (_, how) => {
    answering([making(1), '{"ma'], how);
    expect((await asked()).made).toMatchObject({ name: 'ApiProblem', status: 0 });
  });
});
