export { type CalendarDay, calendarFile } from './calendar/calendar.ts';
export { basicTextSr, encapsulatedPdf, type OpinionObject } from './dicom-sr/opinion-objects.ts';
export {
  type CoverageQuestion,
  eligibilityRequestBundle,
  preauthorizationBundle,
  readEligibilityResponse,
  readPreauthorization,
} from './fhir/coverage.ts';
export { opinionBundle } from './fhir/opinion-bundle.ts';
export { type Hl7Receiver, mdmMessage, oruMessage } from './hl7/opinion-messages.ts';
export { type AppealLetter, appealLetterPdf } from './letters/appeal.ts';
export {
  type Billed,
  type Invoice,
  invoicePdf,
  type Movement,
  type Receipt,
  receiptPdf,
  type Superbill,
  superbillPdf,
} from './letters/bill.ts';
export { type CaseSummary, caseSummaryPdf } from './letters/case-summary.ts';
export { type CoverLetter, coverLetterPdf } from './letters/cover-letter.ts';
export { type GoodFaithEstimate, goodFaithEstimatePdf } from './letters/estimate.ts';
export { type ImageReceipt, imageReceiptPdf } from './letters/image-receipt.ts';
export { dateWords, instantWords, type Letterhead, type Setting, type SettingAt } from './letters/letterhead.ts';
export { type OutsideJourney, outsideChecklistPdf, outsideLabelPdf } from './letters/outside-papers.ts';
export { type ParcelSheet, parcelCoverSheetPdf, parcelReturnLabelPdf } from './letters/parcel-sheet.ts';
export { patientLetterPdf } from './letters/patient-letter.ts';
export { complaintPdf, type NextLetter, secondLetterPdf } from './letters/records-next.ts';
export { type RecordsRequestLetter, recordsRequestPdf } from './letters/records-request.ts';
export type { OpinionExport } from './opinion/opinion-export.ts';
export { type KeyImage, type OriginalText, type SecondOpinion, secondOpinionOf } from './opinion/opinion-input.ts';
export { secondOpinionPdf } from './opinion/second-opinion.ts';
export { type DiscFile, type Layout, readLayout } from './packet/disc/layout.ts';
export { type ReadyFile, zipStream } from './packet/disc/zip-stream.ts';
export { type OriginalAsText, originalAsPdf } from './packet/original-as-pdf.ts';
export { type ImageSource, type PacketFormat, packetFiles, packetLayout } from './packet/packet-layout.ts';
export {
  type PacketImage,
  type PacketPaper,
  type PacketParts,
  type PacketPlan,
  type PlannedFile,
  packetHash,
  planPacket,
} from './packet/plan-packet.ts';
export { splitImages } from './packet/split-packet.ts';
export type { Block, Cell, DrawnSignature, PdfContent } from './pdf/blocks.ts';
export { cmsSigner, type SigningCredentials } from './pdf/cms-signature.ts';
export { type PlainReport, plainReportPdf } from './pdf/plain-report.ts';
export { type PdfText, readPdfText, UnreadablePdf, type UnreadableReason } from './pdf/read-pdf.ts';
export { renderPdf } from './pdf/render-pdf.ts';
export { type SignBytes, signPdf } from './pdf/sign-pdf.ts';
export {
  type TeachingImage,
  type TeachingInput,
  type TeachingPaper,
  teachingManifest,
  teachingPapers,
} from './teaching/teaching-papers.ts';
export { type AuthorizationQuestion, authorizationRequest, readAuthorization } from './x12/authorization.ts';
export { type EligibilityQuestion, eligibilityRequest, readEligibility } from './x12/eligibility.ts';
export { type InterchangeHead, NotX12, readInterchange, type SetToSend, writeInterchange } from './x12/interchange.ts';
