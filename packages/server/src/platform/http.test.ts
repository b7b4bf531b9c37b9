import { connect } from 'node:net';
import { createSay } from '@overread/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caller, startTestService, type TestService } from '../../../../testing/service.ts';
import { type AccessRules, addAccessHook } from './access-hook.ts';
import { createApp } from './http.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { Counter } from './rate-limit.ts';

describe('the service over HTTP', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ settings: { OVERREAD_URL: 'https://second.example/' } });
  });
  afterAll(() => service?.stop());
  const stranger = () => caller(service.listensAt);

  it('says that it lives, that it is ready, and how it is', async () => {
    expect(await stranger().get('/healthz')).toEqual({ status: 'alive' });
    const parts = { database: 'ok', blobs: 'ok', jobs: 'ok' };
    expect(await stranger().get('/readyz')).toEqual({ status: 'ready', parts });
    const metrics = await (await stranger().fetch('/metrics')).text();
    expect(metrics).toContain(
      'overread_http_request_seconds_bucket{le="0.002",method="GET",route="/healthz",status="200"}',
    );
  });

  it('names the address that people type', () => {
    expect(service.url).toBe('https://second.example');
  });

  it('keeps cookies to TLS where people come by TLS', async () => {
    const [link] = await service.demoLinks();
    const answer = await stranger().fetch(link?.href ?? '');
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-overread\.session_token=.*; HttpOnly; Secure; SameSite=Lax/i);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('isolates its pages and lets nothing of others in', async () => {
    const { headers } = await stranger().fetch('/api/practice');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['/api/nothing', 404, 'not-found'],
    ['/demo/nothing', 404, 'not-found'],
    ['/assets/nothing.js', 404, 'not-found'],
    ['/assets/..%2f..%2fpackage.json', 404, 'not-found'],
    ['/api/audit?limit=many', 401, 'sign-in-needed'],
  ])('answers %s with a sentence', async (path, status, code) => {
    const answer = await stranger().fetch(path);
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { code, message: expect.stringMatching(/^[A-Z].*\.$/) },
    ]);
  });

  it('does not read a body without end', async () => {
    const body = JSON.stringify({ email: `${'x'.repeat(3_000_000)}@mail.example` });
    const headers = { 'content-type': 'application/json' };
    const answer = await stranger().fetch('/api/sign-in', { method: 'POST', body, headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'too-large']);
  });

  it('survives what is no HTTP', async () => {
    const { port } = new URL(service.listensAt);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('close', () => resolve()).on('error', () => resolve());
      socket.resume();
    });
    expect((await stranger().fetch('/healthz')).status).toBe(200);
  });

  it('slows down who tries passwords', async () => {
    const body = JSON.stringify({ email: 'nobody@mail.example', password: 'x' });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' };
    const statuses: number[] = [];
    for (let i = 0; i < 25; i += 1) {
      // A made-up address in a header changes nothing.
      const from = { ...headers, 'x-forwarded-for': `203.0.113.${i}` };
      statuses.push((await stranger().fetch('/api/sign-in/password', { method: 'POST', body, headers: from })).status);
    }
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });
});

it('does not start with a route that names no action', async () => {
  const metrics = createMetrics();
  const say = createSay();
  const app = createApp({
    log: createLog('silent'),
    sayIn: () => say,
    metrics,
    publicUrl: () => '',
    trustedProxies: [],
  });
  addAccessHook(app, {} as AccessRules);
  expect(() => app.get('/api/forgotten', async () => 'open')).toThrow('names no action');
  await app.close();
});

it('counts within a window, by key', () => {
  let now = 0;
  const counter = new Counter(() => now);
  const limit = { max: 2, seconds: 10 };
  expect([1, 2, 3].map(() => counter.take('a', limit))).toEqual([true, true, false]);
  expect(counter.take('b', limit)).toBe(true);
  now = 10_000;
  expect(counter.take('a', limit)).toBe(true);
});
