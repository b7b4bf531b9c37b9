import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { MakingPacket, PacketLine } from '@overread/contract/images.ts';
import type { SayIn } from '@overread/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemAnswer } from '../platform/error-handler.ts';

/** Is told how far a packet is, image after image. */
export type Tell = (making: MakingPacket) => void;

const LINES = 'application/x-ndjson';
/** What is made sooner is the whole answer; later on it is told as often how far it is. */
const BEAT_MS = 250;

interface Telling {
  readonly sayIn: SayIn;
  readonly beatMs?: number;
}

/**
 * Answers with what is made. A client that takes lines of JSON is told meanwhile how far it is; what goes wrong after the first
 * line is the last one.
 */
export async function sendMaking<T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  { sayIn, beatMs = BEAT_MS }: Telling,
  make: (tell: Tell) => Promise<T>,
): Promise<T | FastifyReply> {
  let making: MakingPacket = { images: 0, ofImages: 0, bytes: 0 };
  const work = make((now) => {
    making = now;
  });
  if (!(request.headers.accept ?? '').includes(LINES)) return work;
  const ended = work.then(
    (made): PacketLine<T> => ({ made }),
    (error: unknown): PacketLine<T> => ({ problem: problemAnswer(error, request, sayIn).body }),
  );
  const beat = () => Promise.race([ended, setTimeout(beatMs, null)]);
  if ((await beat()) !== null) return work;
  async function* lines() {
    for (let end: PacketLine<T> | null = null; end === null; ) {
      yield `${JSON.stringify({ making } satisfies PacketLine<T>)}\n`;
      end = await beat();
      if (end !== null) yield `${JSON.stringify(end)}\n`;
    }
  }
  // A proxy that gathers an answer before it hands it on would keep all of it back.
  reply.type(LINES).header('x-accel-buffering', 'no');
  return reply.send(Readable.from(lines()));
}
