/** Makes a detached CMS signature (DER) over some bytes. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

const BYTE_RANGE = /\/ByteRange \[0 9999999999 9999999999 9999999999\]/;

/**
 * Fills the signature field of a PDF that `renderPdf` made with one: everything but the signature itself is signed (ISO
 * 32000-1, 12.8.1). Throws when the document has no open field, or the signature does not fit.
 */
export async function signPdf(pdf: Buffer, sign: SignBytes): Promise<Buffer> {
  const text = pdf.toString('latin1');
  const range = BYTE_RANGE.exec(text);
  const hex = range === null ? null : /\/Contents (<0+>)/.exec(text.slice(range.index));
  if (range === null || hex === null) throw new Error('This PDF has no open signature field.');
  const before = range.index + hex.index + '/Contents '.length;
  const after = before + (hex[1] as string).length;
  const signed = Buffer.from(pdf);
  const numbers = `/ByteRange [0 ${before} ${after} ${pdf.length - after}`;
  signed.write(`${numbers.padEnd(range[0].length - 1)}]`, range.index, 'latin1');
  const signature = await sign(Buffer.concat([signed.subarray(0, before), signed.subarray(after)]));
  const room = after - before - 2;
  const digits = Buffer.from(signature).toString('hex');
  if (digits.length > room) throw new Error(`A signature of ${signature.length} bytes does not fit into the PDF.`);
  signed.write(digits, before + 1, 'latin1');
  return signed;
}
