import { element } from './element.ts';

/**
 * Identifies this implementation (PS3.7 D.3.3.2). It stands in the meta header of each file that is made here, so it never
 * changes: the same object sent again by C-STORE must give the same file.
 */
export const IMPLEMENTATION = {
  classUid: '2.25.178246517027637965669876357748970706016',
  version: 'OVERREAD',
} as const;

const latin1 = (value: string) => Buffer.from(value, 'latin1');

/** Preamble and meta header (PS3.10 7.1) of a data set. It hangs on nothing else: the same object is the same file. */
export function fileHead(object: {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntax: string;
}): Buffer {
  const group = Buffer.concat(
    [
      element(0x00020001, 'OB', Buffer.from([0, 1])),
      element(0x00020002, 'UI', latin1(object.sopClassUid)),
      element(0x00020003, 'UI', latin1(object.sopInstanceUid)),
      element(0x00020010, 'UI', latin1(object.transferSyntax)),
      element(0x00020012, 'UI', latin1(IMPLEMENTATION.classUid)),
      element(0x00020013, 'SH', latin1(IMPLEMENTATION.version)),
    ].flat(),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(group.length);
  return Buffer.concat([Buffer.alloc(128), latin1('DICM'), ...element(0x00020000, 'UL', length), group]);
}
