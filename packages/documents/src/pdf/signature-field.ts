import type { PdfSignature } from './blocks.ts';
import type { PageFlow } from './page-flow.ts';

interface Reference {
  readonly data: Record<string, unknown>;
  end(): void;
}
/** What pdfkit's types leave out. */
interface PdfInside {
  readonly _root: Reference;
  endAcroForm: () => void;
  readonly page: { readonly annotations: readonly Reference[] };
  ref(data: Readonly<Record<string, unknown>>): Reference;
  annotate(x: number, y: number, w: number, h: number, options: Readonly<Record<string, unknown>>): unknown;
}

/** Bytes kept for the signature: a certificate chain of three and an RSA signature take about half. */
const ROOM_BYTES = 8192;
/** Ten digits each: places in files up to 9 GB. */
const PLACEHOLDER = 9_999_999_999;

/**
 * Adds an invisible signature field (ISO 32000-1, 12.7.4.5) whose value waits for `signPdf`. It stands in the tree of tags
 * as a Form, as PDF/UA wants of every field. The time of the signature is in `M`: PAdES has no signing time of its own.
 */
export function addSignatureField(flow: PageFlow, { name, reason, at }: PdfSignature): void {
  const doc = flow.doc as unknown as PdfInside;
  const value = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER],
    Contents: Buffer.alloc(ROOM_BYTES),
    Name: new String(name),
    Reason: new String(reason),
    M: new Date(at),
  });
  value.end();
  doc.annotate(0, 0, 0, 0, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Signature'),
    TU: new String(reason),
    V: value,
    // Printed, and locked (table 165): nobody moves or takes it out by accident.
    F: 4 | 128,
    structParent: flow.element('Form'),
  });
  // There are signatures, and what is in the file is only ever appended to (table 219). pdfkit's own end of a form wants
  // fonts for text fields, and would write the field a second time.
  const form = doc.ref({ Fields: [doc.page.annotations.at(-1)], SigFlags: 1 | 2 });
  doc._root.data.AcroForm = form;
  doc.endAcroForm = () => form.end();
}
