import type { AnsweredContext, ProposedContext } from './pdu.ts';

export const VERIFICATION = '1.2.840.10008.1.1';
export const APPLICATION_CONTEXT = '1.2.840.10008.3.1.1.1';

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
