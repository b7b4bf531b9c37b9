import type { AnsweredContext, ProposedContext } from './pdu.ts';

export const VERIFICATION = '1.2.840.10008.1.1';
export const APPLICATION_CONTEXT = '1.2.840.10008.3.1.1.1';

/**
 * Identifies this implementation (PS3.7 D.3.3.2). It stands in the meta header of each file that is made from a C-STORE, so
 * it never changes: the same object sent again must give the same file.
 */
export const IMPLEMENTATION = {
  classUid: '2.25.178246517027637965669876357748970706016',
  version: 'OVERREAD',
} as const;

const DICOM = '1.2.840.10008.';
/** Storage classes of PS3.4 annex B and GG, and those of implants, palettes and radiotherapy that are stored alike. */
const STORED = ['5.1.4.1.1.', '5.1.4.34.7', '5.1.4.34.10', '5.1.4.39.1', '5.1.4.43.1', '5.1.4.44.1', '5.1.4.45.1'];

/** What is not one of DICOM's own services is a private class, and stored as it comes. */
function isStorage(abstractSyntax: string): boolean {
  if (!abstractSyntax.startsWith(DICOM)) return /^[0-9.]+$/.test(abstractSyntax);
  const rest = abstractSyntax.slice(DICOM.length);
  return STORED.some((known) => (known.endsWith('.') ? rest.startsWith(known) : rest === known));
}

/** Syntaxes without pixels of their own (JPIP), and envelopes that hold no data set (MIME, XML, streaming). */
const NOT_KEPT = /^1\.2\.840\.10008\.1\.2\.(4\.9[45]|4\.20[45]|6\.\d+|7\.\d+)$/;
const KEPT = /^1\.2\.840\.10008\.1\.2(\.\d+)*$/;
const GE_PRIVATE = '1.2.840.113619.5.2';

const keeps = (syntax: string) => (KEPT.test(syntax) && !NOT_KEPT.test(syntax)) || syntax === GE_PRIVATE;

/** The sender's first syntax that we keep: senders name first what they have. */
export function answerContext({ id, abstractSyntax, transferSyntaxes }: ProposedContext): AnsweredContext {
  const [first = ''] = transferSyntaxes;
  if (abstractSyntax !== VERIFICATION && !isStorage(abstractSyntax)) return { id, result: 3, transferSyntax: first };
  const chosen = transferSyntaxes.find(keeps);
  return chosen === undefined ? { id, result: 4, transferSyntax: first } : { id, result: 0, transferSyntax: chosen };
}

function element(number: number, vr: string, value: Buffer): Buffer {
  const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
  const head = Buffer.alloc(vr === 'OB' ? 12 : 8);
  head.writeUInt16LE(0x0002, 0);
  head.writeUInt16LE(number, 2);
  head.write(vr, 4, 'latin1');
  if (vr === 'OB') head.writeUInt32LE(padded.length, 8);
  else head.writeUInt16LE(padded.length, 6);
  return Buffer.concat([head, padded]);
}

/**
 * Preamble and meta header (PS3.10 7.1) for a data set that came by C-STORE. Nothing of the association is in it: the same
 * object from two senders is the same file.
 */
export function fileHead(object: {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntax: string;
}): Buffer {
  const uid = (value: string) => Buffer.from(value, 'latin1');
  const group = Buffer.concat([
    element(0x0001, 'OB', Buffer.from([0, 1])),
    element(0x0002, 'UI', uid(object.sopClassUid)),
    element(0x0003, 'UI', uid(object.sopInstanceUid)),
    element(0x0010, 'UI', uid(object.transferSyntax)),
    element(0x0012, 'UI', uid(IMPLEMENTATION.classUid)),
    element(0x0013, 'SH', uid(IMPLEMENTATION.version)),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(group.length);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), element(0x0000, 'UL', length), group]);
}
