import type { SectionName } from '@overread/findings/model.ts';
import type { ReportDoubt } from '@overread/rules/identity/check-report.ts';

/** POST /api/cases/:caseId/report (raw body: application/pdf or text/plain; header x-file-name) and GET …/report */
export interface OriginalReport {
  readonly reportId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  readonly sections: Partial<Record<SectionName, string>>;
  readonly author: string;
  readonly facility: string;
  readonly date: string;
  readonly pages: number;
  readonly accessionNumber: string;
  readonly patientName: string;
  /** What was examined, in the report's words. */
  readonly examination: string;
  /** ISO 639-1; empty where it is not plain. `understood`: its findings are taken apart. */
  readonly language: string;
  readonly understood: boolean;
  /** What speaks against it being of these images, as they are here now. */
  readonly doubts: readonly ReportDoubt[];
  readonly vouched: {
    readonly by: string;
    readonly at: string;
    readonly about: readonly ReportDoubt['what'][];
  } | null;
}

/**
 * A report that came as a picture, while its text is read and until it is handed in (`report/scan`). POST …/report answers it
 * (202) in the place of the report; GET …/scan follows it, GET …/scan/pages/:page is the picture (JPEG), POST …/scan/take hands
 * the report in with the text as it was corrected, DELETE …/scan throws it away.
 */
export interface ReportScan {
  readonly scanId: string;
  readonly fileName: string;
  readonly state: 'reading' | 'read' | 'failed';
  /** Pages of the file; 0 until they are counted. */
  readonly pages: number;
  readonly read: readonly ScannedPage[];
  /** A whole sentence, when it failed. */
  readonly error: string | null;
}

export interface ScannedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** How sure the reading of the page is, 0 to 100. */
  readonly confidence: number;
  /** Words that may be wrong, as they stand in `text`: half-open offsets into it. */
  readonly doubtful: readonly { readonly start: number; readonly end: number }[];
}

/** POST …/report/scan/take: the text of each page, in their order. */
export interface TakeScanRequest {
  readonly scanId: string;
  readonly pages: readonly string[];
}

/** GET …/report/found: reports that came in between the images. POST …/report/found/:instance takes one as the original report. */
export interface FoundReport {
  readonly sopInstanceUid: string;
  readonly kind: 'document' | 'structured';
  readonly title: string;
  readonly studyDescription: string;
  /** ISO date of the examination, or empty. */
  readonly date: string;
  readonly size: number;
}
