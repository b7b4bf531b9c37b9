import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface Part {
  readonly type: string;
  readonly location?: string;
  readonly bytes: Uint8Array;
}

/** Sends parts one after the other as multipart/related (PS3.18 8.6.1.2); none is held longer than it takes to send it. */
export function sendMultipart(reply: FastifyReply, type: string, parts: AsyncIterable<Part>): FastifyReply {
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
    .send(Readable.from(chunks(), { objectMode: false, highWaterMark: 1 << 20 }));
}
