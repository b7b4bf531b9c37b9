/**
 * Protocol data units of the DICOM upper layer, PS3.8 section 9.3: as bytes, and as values. Integers are big endian.
 */

export const PDU = {
  associateRequest: 1,
  associateAccept: 2,
  associateReject: 3,
  data: 4,
  releaseRequest: 5,
  releaseResponse: 6,
  abort: 7,
} as const;

const HEAD_BYTES = 6;
/** Association requests of real peers have a few KB; 128 contexts with 40 syntaxes each have 200. */
const MAX_CONTROL_BYTES = 1 << 20;
/** PS3.8 annex F: what a PDV's head and the rounding of senders may add to what they were told. */
const SLACK_BYTES = 64;

/** The peer does not speak the protocol: the association is aborted with this reason (PS3.8 table 9-26). */
export class BadPdu extends Error {
  override readonly name = 'BadPdu';
  readonly reason: number;
  constructor(message: string, reason = 6) {
    super(message);
    this.reason = reason;
  }
}

export interface Pdu {
  readonly type: number;
  readonly body: Buffer;
}

/** Bytes of the whole PDU whose head this is. */
function lengthOf(head: Buffer, maxData: number): number {
  const type = head.readUInt8(0);
  const length = head.readUInt32BE(2);
  if (type < PDU.associateRequest || type > PDU.abort) throw new BadPdu('an unknown kind of PDU', 1);
  if (length > (type === PDU.data ? maxData + SLACK_BYTES : MAX_CONTROL_BYTES)) {
    throw new BadPdu('a PDU longer than announced');
  }
  return HEAD_BYTES + length;
}

/** Cuts a stream into PDUs. `maxData` is the length that data PDUs were announced with. */
export function createPduReader(maxData: number) {
  let held: Buffer[] = [];
  let bytes = 0;
  /** Bytes of the PDU that comes in; null until its head is here. */
  let needed: number | null = null;

  return function* push(chunk: Buffer): Generator<Pdu> {
    held.push(chunk);
    bytes += chunk.length;
    while (bytes >= (needed ?? HEAD_BYTES)) {
      const all = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
      needed ??= lengthOf(all, maxData);
      held = [all];
      if (bytes < needed) return;
      yield { type: all.readUInt8(0), body: all.subarray(HEAD_BYTES, needed) };
      const rest = all.subarray(needed);
      held = [rest];
      bytes = rest.length;
      needed = null;
    }
  };
}

export interface ProposedContext {
  readonly id: number;
  readonly abstractSyntax: string;
  readonly transferSyntaxes: readonly string[];
}

export interface AssociateRequest {
  readonly protocolVersion: number;
  readonly calledAe: string;
  readonly callingAe: string;
  readonly applicationContext: string;
  readonly contexts: readonly ProposedContext[];
  /** Longest PDU that the peer takes, in bytes; 0 stands for no limit. */
  readonly maxPdu: number;
}

const text = (bytes: Buffer) => bytes.toString('latin1').replace(/\0+$/, '').trim();

interface Item {
  readonly type: number;
  readonly body: Buffer;
}

function* itemsIn(bytes: Buffer): Generator<Item> {
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new BadPdu('an item of the association request is cut short');
    const length = bytes.readUInt16BE(at + 2);
    if (at + 4 + length > bytes.length) throw new BadPdu('an item of the association request is cut short');
    yield { type: bytes.readUInt8(at), body: bytes.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

function readContext(body: Buffer): ProposedContext {
  if (body.length < 4) throw new BadPdu('a presentation context is cut short');
  const items = [...itemsIn(body.subarray(4))];
  return {
    id: body.readUInt8(0),
    abstractSyntax: text(items.find(({ type }) => type === 0x30)?.body ?? Buffer.alloc(0)),
    transferSyntaxes: items.filter(({ type }) => type === 0x40).map((item) => text(item.body)),
  };
}

/** A-ASSOCIATE-RQ, PS3.8 9.3.2. */
export function readAssociateRequest(body: Buffer): AssociateRequest {
  if (body.length < 68) throw new BadPdu('the association request is cut short');
  const items = [...itemsIn(body.subarray(68))];
  const user = items.find(({ type }) => type === 0x50)?.body;
  const longest = user && [...itemsIn(user)].find(({ type, body: value }) => type === 0x51 && value.length >= 4);
  return {
    protocolVersion: body.readUInt16BE(0),
    calledAe: text(body.subarray(4, 20)),
    callingAe: text(body.subarray(20, 36)),
    applicationContext: text(items.find(({ type }) => type === 0x10)?.body ?? Buffer.alloc(0)),
    contexts: items.filter(({ type }) => type === 0x20).map((item) => readContext(item.body)),
    maxPdu: longest?.body.readUInt32BE(0) ?? 0,
  };
}

function pdu(type: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(type, 0);
  head.writeUInt32BE(body.length, 2);
  return Buffer.concat([head, body]);
}

function item(type: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt8(type, 0);
  head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

const ascii = (value: string) => Buffer.from(value, 'latin1');

/** What was agreed of one context: 0 accepted, 3 no such service, 4 no such syntax (PS3.8 table 9-18). */
export interface AnsweredContext {
  readonly id: number;
  readonly result: 0 | 3 | 4;
  readonly transferSyntax: string;
}

export interface Accepted {
  readonly request: AssociateRequest;
  readonly contexts: readonly AnsweredContext[];
  readonly maxPdu: number;
  readonly implementation: { readonly classUid: string; readonly version: string };
}

/** A-ASSOCIATE-AC, PS3.8 9.3.3. */
export function associateAccept({ request, contexts, maxPdu, implementation }: Accepted): Buffer {
  const head = Buffer.alloc(68, 0);
  head.writeUInt16BE(1, 0);
  ascii(request.calledAe.padEnd(16)).copy(head, 4);
  ascii(request.callingAe.padEnd(16)).copy(head, 20);
  const longest = Buffer.alloc(4);
  longest.writeUInt32BE(maxPdu);
  const answers = contexts.map(({ id, result, transferSyntax }) =>
    item(0x21, Buffer.concat([Buffer.from([id, 0, result, 0]), item(0x40, ascii(transferSyntax))])),
  );
  const user = [
    item(0x51, longest),
    item(0x52, ascii(implementation.classUid)),
    item(0x55, ascii(implementation.version)),
  ];
  const items = [item(0x10, ascii(request.applicationContext)), ...answers, item(0x50, Buffer.concat(user))];
  return pdu(PDU.associateAccept, Buffer.concat([head, ...items]));
}

/** Result, source and reason of A-ASSOCIATE-RJ, PS3.8 table 9-21. */
export const REJECTIONS = {
  'called-ae': [1, 1, 7],
  'calling-ae': [1, 1, 3],
  'application-context': [1, 1, 2],
  'protocol-version': [1, 2, 2],
  'too-many': [2, 3, 2],
} as const;
export type Rejection = keyof typeof REJECTIONS;

export const associateReject = (why: Rejection) => pdu(PDU.associateReject, Buffer.from([0, ...REJECTIONS[why]]));
export const releaseResponse = () => pdu(PDU.releaseResponse, Buffer.alloc(4));
/** A-ABORT by the service provider, PS3.8 9.3.8. */
export const abort = (reason: number) => pdu(PDU.abort, Buffer.from([0, 0, 2, reason]));

/** One presentation data value, PS3.8 9.3.5.1 and annex E. */
export interface Pdv {
  readonly contextId: number;
  readonly isCommand: boolean;
  readonly isLast: boolean;
  readonly bytes: Buffer;
}

export function* pdvsIn(body: Buffer): Generator<Pdv> {
  for (let at = 0; at < body.length; ) {
    const length = at + 6 <= body.length ? body.readUInt32BE(at) : 0;
    if (length < 2 || at + 4 + length > body.length) throw new BadPdu('a data value is cut short');
    const control = body.readUInt8(at + 5);
    yield {
      contextId: body.readUInt8(at + 4),
      isCommand: (control & 1) === 1,
      isLast: (control & 2) === 2,
      bytes: body.subarray(at + 6, at + 4 + length),
    };
    at += 4 + length;
  }
}

/** A command in data PDUs no longer than the peer takes. */
export function commandPdus(contextId: number, command: Buffer, peerMaxPdu: number): Buffer {
  const most = Math.max(16, (peerMaxPdu === 0 ? command.length + 6 : peerMaxPdu) - 6);
  const pieces: Buffer[] = [];
  for (let at = 0; at < command.length; at += most) {
    const bytes = command.subarray(at, at + most);
    const head = Buffer.alloc(6);
    head.writeUInt32BE(bytes.length + 2);
    head.writeUInt8(contextId, 4);
    head.writeUInt8(at + most >= command.length ? 3 : 1, 5);
    pieces.push(pdu(PDU.data, Buffer.concat([head, bytes])));
  }
  return Buffer.concat(pieces);
}
