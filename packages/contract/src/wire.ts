import type { SectionName } from '@overread/findings/model.ts';
import type { Left, ListedOnDisc, QualitySign, SeriesSummary, StudySummary } from '@overread/imaging/model.ts';
import type { Command, OutsideService } from '@overread/rules/case/commands.ts';
import type { CaseEvent, IdentityVerdict } from '@overread/rules/case/events.ts';
import type { Refusal } from '@overread/rules/case/refusals.ts';
import type { ComparedPair, Comparison, ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { Agreed, Money, Region, Role, ServiceLevel } from '@overread/rules/case/vocabulary.ts';
import type { ReportDoubt } from '@overread/rules/identity/check-report.ts';
import type { RouteReason } from '@overread/rules/routing/route-study.ts';

/**
 * What goes over the wire between service and screens, beside `CaseView` and `CaseRow` of the rules. Types only: the
 * service checks requests with schemas that must fit these types, the screens read answers through them.
 */

/** GET /api/me */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** In which mails are written. */
  readonly language: 'en' | 'es';
  readonly strongSession: boolean;
}

/** GET /api/practice, open to everybody: what has to be shown before anything is owed. */
export interface Practice {
  readonly name: string;
  readonly place: string;
  readonly phone: string;
  readonly emergencyNumber: string;
  readonly demo: boolean;
  readonly currency: string;
  readonly services: readonly { readonly level: ServiceLevel; readonly price: Money; readonly workingDays: number }[];
  readonly consentVersion: string;
  readonly consentText: readonly { readonly heading: string; readonly body: string }[];
  /** What can be agreed to beside the consent, each on its own. */
  readonly agreements: readonly {
    readonly what: Agreed;
    readonly version: string;
    readonly heading: string;
    readonly body: string;
  }[];
  readonly outsideServices: readonly OutsideService[];
}

/** POST /api/cases. The patient (or a coordinator for her) opens a case; answers `CaseView`. */
export interface OpenCaseRequest {
  readonly patient: {
    readonly name: { readonly family: string; readonly given: string };
    readonly birthDate: string;
    readonly sex: 'F' | 'M' | 'O' | '';
  };
  readonly contact: { readonly email: string; readonly phone: string };
  readonly place: string;
}

/** POST /api/cases/:caseId/commands. `expectedVersion` is what the screen saw; answers the new `CaseView`. */
export interface CommandRequest {
  readonly expectedVersion: number;
  readonly command: Command;
}

/** Every error answer. `code` is stable; `message` is a whole sentence in the reader's language that says what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly refusal?: Refusal;
}

/** GET /api/cases/:caseId/record */
export interface CaseRecord {
  readonly events: readonly (Pick<CaseEvent, 'version' | 'at' | 'type'> & {
    readonly actor: string;
    readonly say: string;
    readonly hash: string;
  })[];
  readonly intact: boolean;
}

/** The JSON manifest at the head of an upload batch, after its length as a 4-byte little-endian number; then the files'
 * bytes in the same order. Sorted by path, so that the same files always make the same batch. */
export interface BatchManifest {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** Upload-Metadata of a tus upload to /api/cases/:caseId/uploads: `kind` is `batch` (framed, above) or `archive` (a ZIP as it
 * came); `importId` ties the uploads of one delivery together; `name` is the ZIP's file name. */
export interface UploadMetadata {
  readonly kind: 'batch' | 'archive';
  readonly importId: string;
  readonly name: string;
}

/** The way by which a delivery came; `other`: the service brought it itself. */
export type ImportWay = 'browser' | 'stow-rs' | 'c-store' | 'watched-folder' | 'parcel' | 'other';

/** POST /api/cases/:caseId/imports may say that a disc from a parcel is read in; without a body it comes from a browser. */
export interface OpenImportRequest {
  readonly way: 'browser' | 'parcel';
}

/** POST …/imports/:importId/known: images that are to be sent, by the SHA-256 (hex) of their files; at most 4,096. */
export interface KnownRequest {
  readonly sha256s: readonly string[];
}

/** Of them those that this case holds whole. They count in the delivery and need not be sent. */
export interface KnownAnswer {
  readonly here: readonly string[];
}

/** Images that the sender left out: a whole examination, or one series of it. */
export interface NotSent {
  readonly why: 'choice' | 'other-person';
  /** As the disc calls them. Empty where they are of another person: nothing is told of that one. */
  readonly study: string;
  /** Empty where the whole examination was left out. */
  readonly series: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly images: number;
}

/** Body of POST …/imports/:importId/finish: what the sender saw on the disc and did not send. */
export interface DeliveryStatement {
  readonly notSent: readonly NotSent[];
  /** Files that the sender could not read. */
  readonly refused: readonly Left[];
  /** Files that are no images, counted by reason. */
  readonly leftOnDisc: readonly { readonly reason: string; readonly files: number }[];
  /** Each DICOMDIR, without what was left out. */
  readonly lists: readonly {
    readonly path: string;
    readonly files: readonly { readonly path: string; readonly sopInstanceUid: string }[];
  }[];
}

/** POST /api/cases/:caseId/imports opens one; GET …/imports lists them, GET …/imports/:importId follows one.
 * POST …/imports/:importId/finish says that all uploads were sent: the identity check follows. It answers 409
 * (`images.known-gone`) when an image that the sender was told not to send is not here any more: ask again, send, finish. */
export interface ImportView {
  readonly importId: string;
  readonly way: ImportWay;
  readonly state: 'uploading' | 'importing' | 'done' | 'failed';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly bytesReceived: number;
  /** Of them those whose import is over, nearly: a running import counts by its files. */
  readonly bytesImported: number;
  readonly files: number;
  readonly instances: number;
  readonly alreadyHere: number;
  readonly studies: readonly {
    readonly studyInstanceUid: string;
    readonly description: string;
    readonly patientName: string;
    readonly series: number;
    readonly instances: number;
    readonly state: 'attached' | 'held' | 'rejected' | 'pending';
  }[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  /** What each DICOMDIR lists, and what of it the case has not; filled once the import is done. */
  readonly listed?: readonly ListedOnDisc[];
  readonly notSent: readonly NotSent[];
  readonly leftOnDisc: readonly { readonly reason: string; readonly files: number }[];
  /** A whole sentence, when the import failed. */
  readonly error: string | null;
}

/**
 * GET …/imports/:importId/receipt as JSON; …/receipt.pdf for people, …/receipt.csv the list of files alone. What arrived is
 * told by the index of the images: what is not in it did not arrive.
 */
export interface ImportReceipt {
  readonly importId: string;
  readonly caseNumber: string;
  readonly state: ImportView['state'];
  readonly way: ImportWay;
  /** Who handed it in. */
  readonly by: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly bytesReceived: number;
  readonly listed: readonly ListedOnDisc[];
  readonly studies: readonly ReceiptStudy[];
  readonly refused: readonly Left[];
  /** Files that are no images, counted by reason. */
  readonly noImages: readonly { readonly reason: string; readonly files: number }[];
  readonly notSent: readonly NotSent[];
  /** Images that were sent although they were here; which ones is not kept. */
  readonly sentAgain: number;
  readonly files: readonly ReceiptFile[];
  /** SHA-256 (hex) of receipt.csv: the paper vouches for the list by it. */
  readonly filesSha256: string;
}

export interface ReceiptStudy {
  readonly studyInstanceUid: string;
  readonly description: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly patientName: string;
  readonly state: ImportView['studies'][number]['state'];
  readonly series: readonly {
    readonly seriesInstanceUid: string;
    readonly description: string;
    readonly modality: string;
    readonly arrived: number;
    readonly alreadyHere: number;
  }[];
}

/** One image of a delivery, as the file came. */
export interface ReceiptFile {
  readonly sha256: string;
  readonly size: number;
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly studyInstanceUid: string;
  /** `here`: the case held it already, and it was not sent. */
  readonly was: 'new' | 'here';
}

/** GET /api/cases/:caseId/studies: what the viewer's series rail shows. Attached studies only, for everybody but staff. */
export interface StudyView extends Omit<StudySummary, 'series'> {
  readonly state: 'attached' | 'held' | 'rejected';
  readonly series: readonly SeriesSummary[];
}

/**
 * GET /api/cases/:caseId/quality: hints from the pixels of what GET …/studies shows, by SeriesInstanceUID; series of which there
 * is nothing to say are left out. Takes a while when it is first asked.
 */
export type CaseQuality = Readonly<Record<string, readonly QualitySign[]>>;

/**
 * GET /api/cases/:caseId/series/:seriesInstanceUid/stream: the whole series as one framed stream.
 * Bytes: "OVR1" (4 bytes ASCII), header length (uint32 little-endian), header (UTF-8 JSON, `StreamHeader`), then the frames
 * in the order of `order`, each exactly `frameBytes` long (native little-endian pixels; compressed syntaxes are decoded by the
 * service and the same layout is sent). Content-Length is set. The middle frame comes first, then outwards.
 */
export interface StreamHeader {
  readonly seriesInstanceUid: string;
  readonly description: string;
  readonly rows: number;
  readonly columns: number;
  readonly bitsAllocated: 8 | 16;
  readonly signed: boolean;
  readonly samplesPerPixel: 1 | 3;
  readonly photometric: string;
  readonly frameBytes: number;
  readonly window: { readonly center: number; readonly width: number };
  readonly slope: number;
  readonly intercept: number;
  /** Frames in display order (by position along the normal, then instance number). */
  readonly frames: readonly {
    readonly sopInstanceUid: string;
    readonly frame: number;
    readonly instanceNumber: number | null;
    readonly position: readonly number[] | null;
    readonly orientation: readonly number[] | null;
    readonly pixelSpacing: readonly [number, number] | null;
    readonly sliceThickness: number | null;
    readonly repetitionTime: number | null;
    readonly echoTime: number | null;
    readonly frameOfReferenceUid: string;
  }[];
  /** Index into `frames` of the frame that comes 1st, 2nd, … in the stream. */
  readonly order: readonly number[];
  /**
   * What a viewer shows apart: one plane, echo, b-value, time or part of the signal each, "TE 30 ms", "b 1000"; indices into
   * `frames`, in display order. Empty where all frames are one stack.
   */
  readonly stacks: readonly { readonly label: string; readonly frames: readonly number[] }[];
}

/**
 * POST /api/cases/:caseId/copy: everything that this person may see of the case, to take away. It is fetched from
 * GET …/copy/:copyId?format=zip|iso, as is the packet that went outside from GET …/packet?format=zip|iso.
 */
export interface MadeCopy {
  readonly copyId: string;
  readonly zipBytes: number;
  readonly isoBytes: number;
}

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

/** GET/PUT /api/cases/:caseId/draft: the reader's unlocked report; `savedAt` null when nothing was saved yet. */
export interface Draft {
  readonly report: ReaderReport;
  readonly savedAt: string | null;
  /** Series seen so far: frames looked at, by SeriesInstanceUID. */
  readonly seen: Readonly<Record<string, number>>;
}

/** GET /api/cases/:caseId/comparison/proposal: pairs by rule, for the reader to confirm, after lock and reveal. */
export interface ComparisonProposal {
  readonly pairs: readonly ComparedPair[];
  readonly agreement: 'concordant' | 'minor' | 'major';
  readonly original: {
    readonly text: string;
    readonly spans: readonly { readonly pairId: string; readonly start: number; readonly end: number }[];
  };
  readonly second: {
    readonly text: string;
    readonly spans: readonly { readonly pairId: string; readonly start: number; readonly end: number }[];
  };
  /** In a third read alone: the own report beside the two others. */
  readonly third?: ComparisonProposal['second'];
}

/** Behind a link for a doctor without an account, before the code: which mailbox it goes to, most of it hidden. */
export interface GuestLink {
  readonly practice: string;
  readonly email: string;
}

/** A link that the patient has made; the address is in this answer alone. */
export interface MadeShare {
  readonly url: string;
  readonly view: CaseView;
}

/** Behind a link that a patient shares, before it is opened: nothing of the case. */
export interface SharedPeek {
  readonly practice: string;
  readonly left: number;
  readonly expiresAt: string;
}

export interface SharedResult extends Pick<SharedPeek, 'left' | 'expiresAt'> {
  readonly view: CaseView;
}

/** A comparison while it is checked; parts of the overall grade are null until they are chosen. */
export interface WorkingComparison extends Omit<Comparison, 'radpeer' | 'effectOnTreatment' | 'likelyCause'> {
  readonly radpeer: Comparison['radpeer'] | null;
  readonly effectOnTreatment: Comparison['effectOnTreatment'] | null;
  readonly likelyCause: Comparison['likelyCause'] | null;
}

/** GET/PUT /api/cases/:caseId/comparison/work: what is checked and not signed yet; both null when nothing was saved. */
export interface ComparisonWork {
  readonly work: WorkingComparison | null;
  readonly savedAt: string | null;
}

/** GET /api/cases/:caseId/suggestion and GET /api/readers */
export interface ReaderView {
  readonly readerId: string;
  readonly name: string;
  readonly subspecialties: readonly string[];
  readonly regions: readonly Region[];
  readonly licences: readonly { readonly place: string; readonly until: string }[];
  readonly affiliations: readonly string[];
  readonly openCases: number;
  readonly capacity: number;
  readonly availableFrom: string;
}
export interface Suggestion {
  readonly candidates: readonly {
    readonly reader: ReaderView;
    readonly suited: boolean;
    readonly score: number;
    /** Whole sentences: which hard rules were kept or broken, which wishes were met. */
    readonly reasons: readonly string[];
    readonly broken: readonly string[];
  }[];
}

/** GET /api/mailbox (demo only): what the service mailed. */
export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

/** GET /api/audit */
export interface AuditEntry {
  readonly at: string;
  readonly personName: string;
  readonly role: string;
  readonly action: string;
  readonly caseNumber: string | null;
  readonly outcome: 'allowed' | 'refused';
  readonly detail: string;
}

export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/**
 * GET /api/proposal-quality: how often readers kept what the rules proposed, by month (UTC, "2026-11"), newest first.
 * Precision is kept of proposed, recall kept of final lines.
 */
export interface ProposalMonth {
  readonly month: string;
  readonly comparisons: number;
  readonly proposed: number;
  readonly kept: number;
  readonly final: number;
}

/** GET /api/ways-in: by what images can come in besides the browser, for the administrator. */
export interface WaysIn {
  /** Null when C-STORE is off. */
  readonly dimse: {
    readonly ae: string;
    readonly host: string;
    readonly port: number;
    readonly peers: readonly { readonly ae: string; readonly from: string | null }[];
    /** `with-certificates`: peers must show one. */
    readonly tls: 'off' | 'on' | 'with-certificates';
  } | null;
  readonly watched: readonly string[];
  readonly associations: readonly AssociationView[];
}

export interface AssociationView {
  readonly callingAe: string;
  readonly calledAe: string;
  readonly address: string;
  readonly isTls: boolean;
  readonly at: string;
  readonly endedAt: string;
  readonly stored: number;
  readonly failed: number;
  /** Why it was refused, or that it broke off; null for one that ended as it should. */
  readonly trouble:
    | 'called-ae'
    | 'calling-ae'
    | 'application-context'
    | 'protocol-version'
    | 'too-many'
    | 'broken'
    | null;
}

/** A study that came unasked. GET /api/holding */
export interface HeldArrival {
  readonly arrivalId: string;
  readonly way: 'c-store' | 'watched-folder' | 'stow-rs' | 'other';
  readonly sender: string;
  readonly address: string;
  readonly at: string;
  /** `waiting` for a decision; the others pass. */
  readonly state: 'importing' | 'waiting' | 'splitting' | 'moving';
  readonly study: {
    readonly studyInstanceUid: string;
    readonly date: string;
    readonly description: string;
    readonly accessionNumber: string;
    readonly institution: string;
    readonly patient: { readonly name: string; readonly id: string; readonly birthDate: string; readonly sex: string };
    readonly modalities: readonly string[];
    readonly series: number;
    readonly instances: number;
  } | null;
}

/** A case held against a study of the holding area. GET /api/holding/:arrivalId/cases/:caseId */
export interface HeldCandidate {
  readonly caseId: string;
  readonly number: string;
  readonly patient: CaseState['patient'];
  readonly because: readonly RouteReason[];
  readonly identity: IdentityVerdict;
  /** False for a case that takes no images any more. */
  readonly takes: boolean;
}

/** GET /api/holding/:arrivalId */
export interface HeldView {
  readonly arrival: HeldArrival;
  readonly candidates: readonly HeldCandidate[];
}
