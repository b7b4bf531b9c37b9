import { Readable } from 'node:stream';
import type { PacketFormat } from '@overread/documents';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadablePacket } from './packets.ts';

const MEDIA_TYPES: Readonly<Record<PacketFormat, string>> = {
  zip: 'application/zip',
  iso: 'application/vnd.efi.iso',
};

interface Sent extends ReadablePacket {
  readonly format: PacketFormat;
  /** The packet's hash: with the format it names every byte. */
  readonly sha256: string;
  /** Without its ending. */
  readonly name: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The one stretch that a Range header asks for (RFC 9110, 14.2); null for everything, and for what a server may ignore. */
export function rangeOf(header: string | undefined, size: number): Stretch | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= size || start >= end ? 'beyond' : { start, end };
}

/** Answers with a packet or the part of it that is asked for: a download that broke off goes on where it stopped. */
export function sendPacket(request: FastifyRequest, reply: FastifyReply, packet: Sent): FastifyReply {
  const { size, format, sha256, name } = packet;
  const etag = `"${sha256}.${format}"`;
  const { range, 'if-range': condition } = request.headers;
  const wanted = condition === undefined || condition === etag ? rangeOf(range, size) : null;
  reply
    .type(MEDIA_TYPES[format])
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
    .header('content-disposition', `attachment; filename="${name}.${format}"`);
  if (wanted === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { start, end } = wanted ?? { start: 0, end: size };
  if (wanted !== null) reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  reply.header('content-length', end - start);
  // What is sent in answer to HEAD is read to its end and dropped.
  const bytes = request.method === 'HEAD' ? [] : packet.read(start, end);
  return reply.send(Readable.from(bytes, { objectMode: false }));
}
