import { BadPdu } from './pdu.ts';

/** Command sets, PS3.7 section 6.3.1: implicit little endian, group 0000. */

export const COMMANDS = { store: 0x0001, echo: 0x0030, cancel: 0x0fff } as const;
const RESPONSE = 0x8000;
const NO_DATA_SET = 0x0101;

/** Values of (0000,0900): PS3.7 annex C, for C-STORE PS3.4 B.2.3. */
export const STATUS = {
  success: 0x0000,
  /** Out of resources. */
  full: 0xa700,
  /** The data set is of another class or another instance than the command says. */
  otherObject: 0xa900,
  unreadable: 0xc000,
  unknownOperation: 0x0211,
  noSuchClass: 0x0122,
} as const;

export interface DimseCommand {
  readonly field: number;
  readonly messageId: number;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly hasDataSet: boolean;
}

export function readCommand(bytes: Buffer): DimseCommand {
  const values = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const length = at + 8 <= bytes.length ? bytes.readUInt32LE(at + 4) : -1;
    if (length < 0 || at + 8 + length > bytes.length || bytes.readUInt16LE(at) !== 0) {
      throw new BadPdu('a command cannot be read');
    }
    values.set(bytes.readUInt16LE(at + 2), bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  const number = (element: number) => {
    const value = values.get(element);
    return value !== undefined && value.length >= 2 ? value.readUInt16LE(0) : null;
  };
  const uid = (element: number) => (values.get(element) ?? Buffer.alloc(0)).toString('latin1').replace(/[\0 ]+$/, '');
  const field = number(0x0100);
  if (field === null) throw new BadPdu('a command does not say what it is');
  return {
    field,
    messageId: number(0x0110) ?? 0,
    sopClassUid: uid(0x0002),
    sopInstanceUid: uid(0x1000),
    hasDataSet: (number(0x0800) ?? NO_DATA_SET) !== NO_DATA_SET,
  };
}

function element(number: number, value: Buffer): Buffer {
  const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
  const head = Buffer.alloc(8);
  head.writeUInt16LE(number, 2);
  head.writeUInt32LE(padded.length, 4);
  return Buffer.concat([head, padded]);
}

const short = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

/** The response to a command; `comment` goes to (0000,0902), 64 characters at most. */
export function writeResponse(to: DimseCommand, status: number, comment = ''): Buffer {
  const body = Buffer.concat([
    ...(to.sopClassUid === '' ? [] : [element(0x0002, Buffer.from(to.sopClassUid, 'latin1'))]),
    element(0x0100, short(to.field | RESPONSE)),
    element(0x0120, short(to.messageId)),
    element(0x0800, short(NO_DATA_SET)),
    element(0x0900, short(status)),
    ...(comment === '' ? [] : [element(0x0902, Buffer.from(comment.slice(0, 64).padEnd(2), 'latin1'))]),
    ...(to.sopInstanceUid === '' ? [] : [element(0x1000, Buffer.from(to.sopInstanceUid, 'latin1'))]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([element(0x0000, length), body]);
}
