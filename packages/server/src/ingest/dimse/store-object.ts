import {
  DamagedDicom,
  HeadTooShort,
  type InstanceHeader,
  NotDicom,
  parseHeader,
  pixelProblem,
} from '@overread/imaging';
import { fileHead } from '../../archive/index.ts';
import type { Log } from '../../platform/ports.ts';
import { type DimseCommand, STATUS } from './command.ts';
import type { Reception } from './model.ts';

export interface ReceivedObject {
  readonly command: DimseCommand;
  /** The data set, byte for byte as it came. */
  readonly data: readonly Buffer[];
  readonly transferSyntax: string;
}

/** Keeps an object and says how the C-STORE ends. Nothing is promised that the import would refuse later. */
export async function storeObject(
  { command, data, transferSyntax }: ReceivedObject,
  reception: Reception,
  log: Log,
): Promise<{ readonly status: number; readonly comment?: string }> {
  const { sopClassUid, sopInstanceUid } = command;
  const pieces = [fileHead({ sopClassUid, sopInstanceUid, transferSyntax }), ...data];
  const file = Buffer.concat(pieces);
  let header: InstanceHeader;
  try {
    header = parseHeader(file);
  } catch (error) {
    if (error instanceof DamagedDicom || error instanceof NotDicom || error instanceof HeadTooShort) {
      return { status: STATUS.unreadable, comment: 'The data set cannot be read' };
    }
    throw error;
  }
  if (header.sopInstanceUid !== sopInstanceUid || header.sopClassUid !== sopClassUid) {
    return { status: STATUS.otherObject, comment: 'The data set is of another object than the command' };
  }
  if (header.studyInstanceUid === '') return { status: STATUS.unreadable, comment: 'It does not say of which study' };
  if (pixelProblem(header) !== null && header.frameRanges.length === 0) {
    return { status: STATUS.unreadable, comment: 'No image in it is whole' };
  }
  try {
    await reception.take(header, [file]);
    return { status: STATUS.success };
  } catch (error) {
    log.error({ err: error }, 'an object by C-STORE could not be kept');
    return { status: STATUS.full, comment: 'It could not be written. Send it again later' };
  }
}
