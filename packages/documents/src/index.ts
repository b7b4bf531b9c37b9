export { type PdfText, readPdfText, UnreadablePdf, type UnreadableReason } from './pdf/read-pdf.ts';
