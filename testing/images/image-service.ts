import { afterAll, beforeAll } from 'vitest';
import { type ImageApp, startImageApp } from './image-app.ts';
import { type ImageRooms, startImageRooms } from './image-rooms.ts';
import { finishImport, openImport, plainSender, type Sender, sendUpload } from './send-images.ts';

/** The rooms that take images, with their routes, for all tests of a file. */
export interface ImageService {
  readonly rooms: ImageRooms;
  readonly app: ImageApp;
  readonly sender: Sender;
  /** A whole delivery of one upload; answers when it is imported. */
  deliver(caseId: string, kind: 'batch' | 'archive', bytes: Uint8Array): ReturnType<typeof finishImport>;
}

/** Started before the first test and stopped after the last; its parts are there while tests run. */
export function imageService(): ImageService {
  const here = {} as { rooms: ImageRooms; app: ImageApp; sender: Sender };
  beforeAll(async () => {
    here.rooms = await startImageRooms();
    here.app = await startImageApp(here.rooms);
    here.sender = plainSender(here.app.url);
  });
  afterAll(async () => {
    await here.app.stop();
    await here.rooms.stop();
  });
  return Object.assign(here, {
    async deliver(caseId: string, kind: 'batch' | 'archive', bytes: Uint8Array) {
      const { importId } = await openImport(here.sender, caseId);
      await sendUpload(here.sender, { caseId, importId, kind }, bytes);
      return finishImport(here.sender, caseId, importId);
    },
  });
}
