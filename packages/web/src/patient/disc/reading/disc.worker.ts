import type { PickedFile } from './disc-model.ts';
import { UnreadableImage } from './disc-model.ts';
import { createOpenFrame } from './open-frame.ts';
import { createDiscReader } from './read-disc.ts';
import type { ReaderAnswer, ReaderRequest } from './worker-messages.ts';

/** How often the page is told how far reading is, in ms. */
const TELL_EVERY_MS = 80;

const reader = createDiscReader(createOpenFrame());
const say = (answer: ReaderAnswer) =>
  (self as unknown as { postMessage(message: ReaderAnswer): void }).postMessage(answer);

async function read(id: number, picked: readonly PickedFile[]): Promise<void> {
  let toldAt = 0;
  const contents = await reader.read(picked, (progress) => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS && progress.files < progress.ofFiles) return;
    toldAt = now;
    say({ id, type: 'progress', progress });
  });
  say({ id, type: 'contents', contents });
}

async function answer(request: ReaderRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.type === 'read') await read(id, request.picked);
    else say({ id, type: 'ready', images: await reader.prepare(request.ids) });
  } catch (error) {
    const path = error instanceof UnreadableImage ? error.path : null;
    say({ id, type: 'error', path, message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => void answer(event.data));
