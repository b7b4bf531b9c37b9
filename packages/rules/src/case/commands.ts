import type { ReportDoubtKind } from '../identity/check-report.ts';
import type { ParcelStepType } from '../parcels/parcel.ts';
import type { Comparison, ReaderReport } from './report.ts';
import type {
  Agreed,
  AskedQuestion,
  Erased,
  ErasureGround,
  EscalationStep,
  FeltPlace,
  FundingRoute,
  Money,
  PaperKind,
  PatientIdentity,
  PaymentMethod,
  Reason,
  RedFlag,
  Region,
  RequestStep,
  RequestWay,
  RetractionCause,
  ServiceLevel,
  SetVerdict,
  Side,
} from './vocabulary.ts';

/** What an import found of one study, for the identity check. Dates ISO, empty string where the header says nothing. */
export interface ArrivedStudy {
  readonly studyInstanceUid: string;
  readonly date: string;
  readonly description: string;
  readonly accessionNumber: string;
  readonly institution: string;
  readonly patient: { readonly name: string; readonly id: string; readonly birthDate: string; readonly sex: string };
  /** Of its pictures, as DICOM names them (MR, CT …); what is not MR is kept as earlier imaging. */
  readonly modalities?: readonly string[];
  readonly series: number;
  readonly instances: number;
}

export interface Facility {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly fax: string;
}

/** Somebody whom the patient names, such as a daughter or a doctor. */
export interface NamedPerson {
  readonly name: string;
  readonly email: string;
  readonly relation: string;
}

/** What an insurer said of one service code. */
export interface CodeAnswer {
  readonly code: string;
  readonly modifier: string;
  readonly covered: 'yes' | 'no' | 'unclear';
}

/** An entry of the directory of services outside. */
export interface OutsideService {
  readonly name: string;
  /** One line per line of the address; empty where nothing goes by mail. */
  readonly address: string;
  /** Address of its portal, or empty. */
  readonly portal: string;
  /** What it asks for itself, in the order in which it wants it. */
  readonly instructions: readonly string[];
}

export type RecordsLaw = 'us-hipaa' | 'eu-gdpr' | 'general';
export type RecordsWanted = 'images' | 'report';

/** What arrived as a written report: the file stays in the blob store under its hash, as it came. */
export interface ReportFile {
  readonly reportId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly author: string;
  readonly facility: string;
  /** ISO date of the examination that the report describes, or empty. */
  readonly date: string;
}

/** What the directory said of a reader at the moment of the offer: the hard rules are checked against this value. */
export interface ReaderStanding {
  readonly readerId: string;
  readonly name: string;
  readonly subspecialties: readonly string[];
  readonly regions: readonly Region[];
  readonly licences: readonly { readonly place: string; readonly until: string }[];
  readonly affiliations: readonly string[];
  readonly openCases: number;
  readonly capacity: number;
  readonly availableFrom: string;
  /** The audit shows that she saw the original report of this case, in whatever role: she cannot read it blind. */
  readonly sawOriginal?: boolean;
  /** Nor the third read of a case whose second opinion was on this person's screen. */
  readonly sawSecond?: boolean;
}

export type Command =
  // asking
  | {
      readonly type: 'openCase';
      readonly caseId: string;
      readonly number: string;
      readonly patient: PatientIdentity;
      readonly contact: { readonly email: string; readonly phone: string };
      readonly patientPersonId: string | null;
      /** Where the patient is, as ISO 3166-2 (US-CA) or ISO 3166-1 (DE): licences hang on it. */
      readonly place: string;
    }
  | {
      readonly type: 'nameReferrer';
      readonly personId: string | null;
      readonly name: string;
      readonly email: string;
      /** Where to call when a result lies unopened; left out in records of before it was asked for. */
      readonly phone?: string | undefined;
    }
  | {
      readonly type: 'askQuestion';
      readonly reasons: readonly Reason[];
      readonly region: Region;
      readonly side: Side;
      readonly questions: readonly AskedQuestion[];
      readonly symptoms: string;
      readonly proposedTreatment: string;
    }
  | { readonly type: 'answerRedFlags'; readonly yes: readonly RedFlag[]; readonly asked: readonly RedFlag[] }
  | { readonly type: 'clearRedFlags'; readonly note: string }
  | {
      readonly type: 'giveHistory';
      readonly course: string;
      readonly earlierTreatment: string;
      readonly surgery: string;
      readonly medicines: string;
      readonly implants: string;
      readonly priorImaging: string;
      /** Left out in histories that were told before these were asked. */
      readonly allergies?: string;
      readonly felt?: readonly FeltPlace[];
    }
  | {
      readonly type: 'giveConsent';
      readonly consentVersion: string;
      readonly language: string;
      readonly signerName: string;
      readonly relation: 'self' | 'parent' | 'guardian' | 'representative';
    }
  | { readonly type: 'withdrawConsent'; readonly reason: string }
  | {
      readonly type: 'agreeTo';
      readonly what: Agreed;
      readonly version: string;
      readonly language: string;
      readonly signerName: string;
      /** With whom to share; empty for what is no sharing. */
      readonly people: readonly NamedPerson[];
    }
  | { readonly type: 'takeBackAgreement'; readonly what: Agreed }
  /** A paper of the case beside the report; its file and its name stay under the case's key, not in the record. */
  | {
      readonly type: 'notePaper';
      readonly paperId: string;
      readonly step: 'added' | 'removed';
      readonly kind: PaperKind;
      readonly sha256: string;
      readonly mediaType: string;
    }
  // materials
  | {
      readonly type: 'requestRecords';
      readonly requestId: string;
      readonly facility: Facility;
      readonly wants: readonly RecordsWanted[];
      readonly studyDate: string;
      readonly studyDescription: string;
      readonly missing: string;
      readonly law: RecordsLaw;
      /** ISO date on which the letter leaves: the law's clock starts with it. */
      readonly sentOn: string;
      /** The patient's own address for what comes by mail, one line per line; left out where nothing shall. */
      readonly sendTo?: string;
    }
  | { readonly type: 'markRecordsReceived'; readonly requestId: string; readonly what: readonly RecordsWanted[] }
  | { readonly type: 'extendRecordsRequest'; readonly requestId: string; readonly reason: string }
  /** The letter was signed on screen; the drawn line stays under the case's key, its hash in the record. */
  | {
      readonly type: 'signRecordsRequest';
      readonly requestId: string;
      readonly signerName: string;
      readonly sha256: string;
    }
  | {
      readonly type: 'noteRecordsRequest';
      readonly requestId: string;
      readonly step: RequestStep;
      readonly way: RequestWay;
      /** ISO date. */
      readonly on: string;
      /** A tracking or confirmation number, or empty. */
      readonly reference: string;
    }
  /** A link by which a facility brings what was asked for, without an account. Its secret is nowhere in the record. */
  | {
      readonly type: 'noteFacilityLink';
      readonly linkId: string;
      readonly step: 'made' | 'withdrawn';
      readonly requestId: string;
      /** ISO instant. */
      readonly expiresAt: string;
    }
  | { readonly type: 'receiveImages'; readonly importId: string; readonly studies: readonly ArrivedStudy[] }
  | {
      readonly type: 'decideStudy';
      readonly studyInstanceUid: string;
      readonly decision: 'accept' | 'reject';
      readonly reason: string;
    }
  | { readonly type: 'acceptImages'; readonly note: string }
  | { readonly type: 'rejectImages'; readonly reason: string }
  /** What a person decided of the set's completeness, beside what was computed. */
  | { readonly type: 'judgeSet'; readonly verdict: SetVerdict; readonly reason: string }
  | { readonly type: 'receiveReport'; readonly report: ReportFile }
  | { readonly type: 'declareNoReport'; readonly reason: string }
  /** Somebody looked at what made the report seem to be of another examination, and says that it is the right one. */
  | { readonly type: 'vouchForReport'; readonly reportId: string; readonly about: readonly ReportDoubtKind[] }
  | { readonly type: 'acceptReport' }
  | { readonly type: 'rejectReport'; readonly reason: string }
  // funding
  | {
      readonly type: 'chooseFunding';
      readonly route: FundingRoute;
      readonly serviceLevel: ServiceLevel;
      /** Earlier examinations are compared with. */
      readonly priorComparison?: boolean;
    }
  | {
      readonly type: 'recordCoverage';
      readonly plan: string;
      readonly memberId: string;
      readonly groupNumber: string;
      readonly spokenTo: string;
      readonly callReference: string;
      readonly answer: 'covered' | 'partly' | 'not-covered' | 'unclear';
      readonly authorizationNeeded: boolean;
      readonly patientShare: Money;
      readonly notes: string;
      readonly network?: 'in' | 'out' | 'unknown';
      /** What of the deductible is still to be met. */
      readonly deductibleLeft?: Money;
      /** What was said of each code that was asked about. */
      readonly codes?: readonly CodeAnswer[];
    }
  | {
      readonly type: 'requestAuthorization';
      readonly requestId: string;
      readonly code: string;
      readonly modifier: string;
      readonly way: 'phone' | 'fax' | 'portal' | 'x12';
      /** ISO date. */
      readonly sentOn: string;
      readonly reference: string;
    }
  | {
      readonly type: 'recordAuthorization';
      readonly number: string;
      readonly validFrom: string;
      readonly validTo: string;
      /** For how many readings; left out where the insurer named no number. */
      readonly visits?: number;
    }
  | {
      readonly type: 'recordDenial';
      readonly denialId: string;
      /** ISO date of the insurer's letter or call. */
      readonly on: string;
      readonly reason: string;
      readonly reference: string;
      /** ISO date until which an appeal is heard, or empty. */
      readonly appealUntil: string;
    }
  | {
      readonly type: 'appealDenial';
      readonly appealId: string;
      readonly denialId: string;
      /** Why the second reading is needed, as the letter says it. */
      readonly argument: string;
      readonly sentOn: string;
    }
  | {
      readonly type: 'recordPayment';
      readonly paymentId: string;
      readonly amount: Money;
      readonly method: PaymentMethod;
      readonly reference: string;
    }
  | {
      readonly type: 'recordRefund';
      readonly refundId: string;
      readonly amount: Money;
      readonly method: PaymentMethod;
      readonly reference: string;
    }
  /** A refund that had been sent came back: a closed account. It is due again. */
  | { readonly type: 'returnRefund'; readonly refundId: string; readonly reason: string }
  | {
      readonly type: 'recordRemittance';
      readonly remittanceId: string;
      readonly amount: Money;
      /** What the payer does not pay and nobody is asked for. */
      readonly writtenOff: Money;
      readonly reference: string;
    }
  | { readonly type: 'recordInstitution'; readonly institution: string; readonly reference: string }
  | { readonly type: 'waiveFunding'; readonly reason: string }
  // matching
  | {
      readonly type: 'offerCase';
      readonly offerId: string;
      readonly reader: ReaderStanding;
      readonly reasons: readonly string[];
    }
  | { readonly type: 'withdrawOffer'; readonly offerId: string; readonly reason: string }
  | { readonly type: 'acceptOffer'; readonly offerId: string; readonly noConflict: boolean }
  | { readonly type: 'declineOffer'; readonly offerId: string; readonly reason: string }
  | {
      readonly type: 'sendOutside';
      readonly service: string;
      readonly packetSha256: string;
      /** How the packet goes there and by whose rules; left out in cases that were sent before this was asked. */
      readonly address?: string;
      readonly way?: 'mail' | 'portal';
      readonly instructions?: readonly string[];
    }
  | { readonly type: 'receiveOutsideReport'; readonly report: ReportFile; readonly sections: ReaderReport }
  // reading
  | { readonly type: 'openRead' }
  | { readonly type: 'lockFindings'; readonly report: ReaderReport }
  | { readonly type: 'revealOriginal' }
  | { readonly type: 'compareReports'; readonly comparison: Comparison }
  | { readonly type: 'reviseOpinion'; readonly report: ReaderReport; readonly reason: string }
  | { readonly type: 'signReport'; readonly statement: string }
  | { readonly type: 'addAddendum'; readonly addendumId: string; readonly text: string }
  | { readonly type: 'returnCase'; readonly reason: string }
  /** A signed report is taken back. `read` names the third read where the coordinator means that. */
  | {
      readonly type: 'retractReport';
      readonly cause: RetractionCause;
      readonly reason: string;
      readonly read?: 'third' | undefined;
    }
  // delivery and decision
  /** `read` names the third read where its document went out; both may wait to be delivered at the same time. */
  | { readonly type: 'deliverResult'; readonly documentSha256: string; readonly read?: 'third' }
  | { readonly type: 'markSeen' }
  | { readonly type: 'recordDiscussion'; readonly on: string; readonly note: string }
  | { readonly type: 'askThirdRead'; readonly reason: string }
  /** The third read costs something, and that is paid or given up. */
  | { readonly type: 'settleThirdRead'; readonly how: 'paid' | 'waived'; readonly reference: string }
  | {
      readonly type: 'recordDecision';
      readonly outcome: 'confirmed' | 'treatment-changed' | 'further-tests' | 'third-read' | 'no-change';
      readonly courseOfAction: string;
      /** ISO date on which it was discussed with the patient, or empty when that is still to come. */
      readonly discussedOn: string;
    }
  | { readonly type: 'closeCase' }
  // a result that is out: questions to its reader, who has not opened it, whom the patient shows it
  | {
      readonly type: 'askReader';
      readonly questionId: string;
      readonly to: 'second' | 'third';
      readonly text: string;
    }
  | { readonly type: 'answerReader'; readonly questionId: string; readonly text: string }
  | {
      readonly type: 'recordCall';
      readonly to: 'patient' | 'referrer';
      readonly number: string;
      readonly spokenTo: string;
      readonly outcome: 'reached' | 'message' | 'no-answer';
      readonly note: string;
    }
  | { readonly type: 'escalateResult'; readonly step: EscalationStep; readonly deliveredAt: string }
  | {
      readonly type: 'shareResult';
      readonly shareId: string;
      /** For whom, in the patient's words. */
      readonly label: string;
      /** SHA-256 (hex) of the link's secret: the secret itself is in the link alone. */
      readonly secretSha256: string;
      /** ISO instant. */
      readonly expiresAt: string;
      /** How often it may be opened. */
      readonly views: number;
    }
  | { readonly type: 'withdrawShare'; readonly shareId: string }
  | { readonly type: 'openShare'; readonly shareId: string }
  // at any time
  | { readonly type: 'askPatient'; readonly askId: string; readonly text: string }
  | { readonly type: 'answerAsk'; readonly askId: string; readonly text: string }
  /** How the patient is reached; `sms` when short messages may say that something waits. */
  | { readonly type: 'changeContact'; readonly email: string; readonly phone: string; readonly sms: boolean }
  | { readonly type: 'writeMessage'; readonly messageId: string; readonly text: string }
  | { readonly type: 'cancelCase'; readonly reason: string }
  /** The patient wants everything erased; whoever runs the service does it (`eraseCase`), or says why the law forbids it. */
  | { readonly type: 'askErasure'; readonly reason: string }
  /** `confirm` is the number of the case, typed by whoever erases; what was counted is the service's word. */
  | {
      readonly type: 'eraseCase';
      readonly confirm: string;
      readonly ground: ErasureGround;
      readonly reason: string;
      readonly erased: Erased;
    }
  /** What happened to a parcel of this case; told by the register of parcels, whatever state the case is in. */
  | {
      readonly type: 'noteParcel';
      readonly parcelId: string;
      readonly step: ParcelStepType;
      /** Who did it, as the register names them. */
      readonly by: string;
    };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
