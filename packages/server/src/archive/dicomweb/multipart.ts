import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface Part {
  readonly type: string;
  readonly location?: string;
  readonly bytes: Uint8Array;
}

/** Parts wait in the socket's buffer up to this many bytes. */
const SEND_BUFFER = 2 << 20;

/** Sends parts one after the other as multipart/related (PS3.18 8.6.1.2); none is held longer than it takes to send it. */
function sendMultipart(reply: FastifyReply, type: string, parts: AsyncIterable<Part>): FastifyReply {
  const boundary = randomUUID();
  async function* chunks() {
    let first = true;
    for await (const part of parts) {
      const location = part.location === undefined ? '' : `Content-Location: ${part.location}\r\n`;
      const head = `Content-Type: ${part.type}\r\nContent-Length: ${part.bytes.length}\r\n${location}\r\n`;
      yield Buffer.from(`${first ? '' : '\r\n'}--${boundary}\r\n${head}`);
      yield part.bytes;
      first = false;
    }
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  return reply
    .header('content-type', `multipart/related; type="${type}"; boundary=${boundary}`)
    .header('cache-control', 'private, no-store')
    .send(Readable.from(chunks(), { objectMode: false, highWaterMark: SEND_BUFFER }));
}

function sendPart(reply: FastifyReply, { type, bytes, location }: Part): FastifyReply {
  if (location !== undefined) reply.header('content-location', location);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return reply.header('content-type', type).header('cache-control', 'private, no-store').send(whole);
}

/**
 * Sends parts in the form that was agreed on: all of them in turn, or the only one by itself. The first is made before
 * anything is sent, so that what is wrong with a single thing is the answer's own status.
 */
export async function sendParts(
  reply: FastifyReply,
  { multipart, type }: { readonly multipart: boolean; readonly type: string },
  parts: AsyncGenerator<Part>,
): Promise<FastifyReply> {
  const first = await parts.next();
  if (!multipart && !first.done) return sendPart(reply, first.value);
  async function* all() {
    if (!first.done) yield first.value;
    yield* parts;
  }
  return sendMultipart(reply, type, all());
}
