import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A payment service on this machine that speaks Stripe's protocol as it is documented: form-encoded requests with a bearer
 * key, idempotency keys, sessions, refunds, and events signed with `t=…,v1=HMAC-SHA256(t.body)`. It charges and refunds for
 * real, as far as its own books go: what a test compares the ledger with.
 */
export interface StripePeer {
  readonly url: string;
  readonly key: string;
  readonly webhookSecret: string;
  /** Pays an open page; gives the events that tell of it. */
  pay(url: string): readonly PeerEvent[];
  /** The page closes; gives the event. */
  expire(url: string): readonly PeerEvent[];
  /** Gives money back on the service's own pages, without being asked by us. */
  refundByHand(url: string, amount: number): readonly PeerEvent[];
  /** A refund that had gone comes back. */
  failRefund(refundId: string): readonly PeerEvent[];
  /** Events of refunds that were asked for since the last call. */
  takeEvents(): readonly PeerEvent[];
  /** Charged and given back, in minor units, over all. */
  readonly books: () => { readonly charged: number; readonly refunded: number; readonly refunds: number };
  /** Requests that were answered out of the memory of idempotency keys. */
  readonly replayed: () => number;
  signed(event: PeerEvent, at?: number): { readonly body: string; readonly signature: string };
  close(): Promise<void>;
}

export interface PeerEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly type: string;
  readonly data: { readonly object: object };
}

interface Session {
  readonly id: string;
  readonly client_reference_id: string;
  readonly amount_total: number;
  readonly currency: string;
  readonly url: string;
  status: 'open' | 'complete' | 'expired';
  payment_intent: string | null;
}

interface Refund {
  readonly id: string;
  readonly amount: number;
  readonly payment_intent: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'succeeded' | 'failed';
}

export async function startStripePeer(): Promise<StripePeer> {
  const [key, webhookSecret] = ['sk_test_peer', 'whsec_peer'];
  const sessions = new Map<string, Session>();
  const refunds: Refund[] = [];
  const remembered = new Map<string, { status: number; body: string }>();
  const waiting: PeerEvent[] = [];
  let replayed = 0;

  const event = (type: string, object: object): PeerEvent => ({
    ...{
      id: `evt_${randomUUID()}`,
      object: 'event',
      api_version: '2026-10-28',
      created: Math.floor(Date.now() / 1000),
    },
    ...{ type, data: { object } },
  });
  const sessionView = (session: Session) => ({
    ...session,
    object: 'checkout.session',
    payment_status: session.payment_intent === null ? 'unpaid' : 'paid',
  });
  const refundView = (refund: Refund) => ({ ...refund, object: 'refund' });
  const byUrl = (url: string): Session => {
    const found = [...sessions.values()].find((session) => session.url === url);
    if (found === undefined) throw new Error('There is no such page.');
    return found;
  };
  const leftOf = (session: Session): number =>
    refunds
      .filter(({ payment_intent, status }) => payment_intent === session.payment_intent && status === 'succeeded')
      .reduce((left, { amount }) => left - amount, session.amount_total);

  function makeRefund(payment: string, amount: number, metadata: Record<string, string>): Refund | null {
    const session = [...sessions.values()].find(({ payment_intent }) => payment_intent === payment);
    if (session === undefined || amount > leftOf(session)) return null;
    const refund: Refund = { id: `re_${randomUUID()}`, amount, payment_intent: payment, metadata, status: 'succeeded' };
    refunds.push(refund);
    return refund;
  }

  function answer(path: string, form: URLSearchParams): { status: number; body: object } {
    const wrong = (code: string) => ({
      status: 400,
      body: { error: { type: 'invalid_request_error', code, message: code } },
    });
    if (path === '/v1/checkout/sessions') {
      const id = `cs_test_${randomUUID()}`;
      const session: Session = {
        id,
        client_reference_id: form.get('client_reference_id') ?? '',
        amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
        currency: form.get('line_items[0][price_data][currency]') ?? '',
        url: `${url()}/pay/${id}`,
        status: 'open',
        payment_intent: null,
      };
      sessions.set(id, session);
      return { status: 200, body: sessionView(session) };
    }
    const expiring = /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/.exec(path);
    if (expiring !== null) {
      const session = sessions.get(expiring[1] ?? '');
      if (session?.status !== 'open') return wrong('resource_missing');
      session.status = 'expired';
      return { status: 200, body: sessionView(session) };
    }
    if (path === '/v1/refunds') {
      const metadata = {
        refundId: form.get('metadata[refundId]') ?? '',
        checkoutId: form.get('metadata[checkoutId]') ?? '',
      };
      const refund = makeRefund(form.get('payment_intent') ?? '', Number(form.get('amount')), metadata);
      if (refund === null) return wrong('charge_already_refunded');
      waiting.push(event('refund.created', refundView(refund)), event('refund.updated', refundView(refund)));
      return { status: 200, body: refundView(refund) };
    }
    return { status: 404, body: { error: { type: 'invalid_request_error', message: 'No such path.' } } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const send = (status: number, body: string, replay = false): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(replay ? { 'idempotent-replayed': 'true' } : {}),
      });
      response.end(body);
    };
    if (request.headers.authorization !== `Bearer ${key}`)
      return send(401, JSON.stringify({ error: { type: 'invalid_request_error', message: 'Invalid API Key' } }));
    const idempotency = request.headers['idempotency-key'];
    const known = typeof idempotency === 'string' ? remembered.get(idempotency) : undefined;
    if (known !== undefined) {
      replayed += 1;
      return send(known.status, known.body, true);
    }
    const { status, body } = answer(request.url ?? '', new URLSearchParams(Buffer.concat(parts).toString()));
    const text = JSON.stringify(body);
    if (typeof idempotency === 'string') remembered.set(idempotency, { status, body: text });
    send(status, text);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: url(),
    key,
    webhookSecret,
    pay(page) {
      const session = byUrl(page);
      if (session.status !== 'open') throw new Error('The page is closed.');
      session.status = 'complete';
      session.payment_intent = `pi_${randomUUID()}`;
      // Two events of one payment, and one that tells nothing of money.
      return [
        event('checkout.session.completed', sessionView(session)),
        event('checkout.session.async_payment_succeeded', sessionView(session)),
        event('payment_intent.succeeded', { id: session.payment_intent, object: 'payment_intent' }),
      ];
    },
    expire(page) {
      const session = byUrl(page);
      if (session.status === 'open') session.status = 'expired';
      return [event('checkout.session.expired', sessionView(session))];
    },
    refundByHand(page, amount) {
      const refund = makeRefund(byUrl(page).payment_intent ?? '', amount, {});
      if (refund === null) throw new Error('So much was not paid.');
      return [event('refund.created', refundView(refund))];
    },
    failRefund(refundId) {
      const refund = refunds.find(({ metadata, id }) => metadata.refundId === refundId || id === refundId);
      if (refund === undefined) throw new Error('There is no such refund.');
      refund.status = 'failed';
      return [event('refund.failed', refundView(refund))];
    },
    takeEvents: () => waiting.splice(0),
    books() {
      const paid = [...sessions.values()].filter(({ payment_intent }) => payment_intent !== null);
      const gone = refunds.filter(({ status }) => status === 'succeeded');
      return {
        charged: paid.reduce((sum, { amount_total }) => sum + amount_total, 0),
        refunded: gone.reduce((sum, { amount }) => sum + amount, 0),
        refunds: refunds.length,
      };
    },
    replayed: () => replayed,
    signed(told, at = Math.floor(Date.now() / 1000)) {
      const body = JSON.stringify(told);
      const v1 = createHmac('sha256', webhookSecret).update(`${at}.${body}`).digest('hex');
      return { body, signature: `t=${at},v1=${v1}` };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
