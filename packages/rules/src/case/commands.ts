import type { ParcelStepType } from '../parcels/parcel.ts';
import type { Comparison, ReaderReport } from './report.ts';
import type {
  AskedQuestion,
  Erased,
  ErasureGround,
  FundingRoute,
  Money,
  PatientIdentity,
  Reason,
  RedFlag,
  Region,
  ServiceLevel,
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
  | { readonly type: 'nameReferrer'; readonly personId: string | null; readonly name: string; readonly email: string }
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
    }
  | {
      readonly type: 'giveConsent';
      readonly consentVersion: string;
      readonly language: string;
      readonly signerName: string;
      readonly relation: 'self' | 'parent' | 'guardian' | 'representative';
    }
  | { readonly type: 'withdrawConsent'; readonly reason: string }
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
    }
  | { readonly type: 'markRecordsReceived'; readonly requestId: string; readonly what: readonly RecordsWanted[] }
  | { readonly type: 'extendRecordsRequest'; readonly requestId: string; readonly reason: string }
  | { readonly type: 'receiveImages'; readonly importId: string; readonly studies: readonly ArrivedStudy[] }
  | {
      readonly type: 'decideStudy';
      readonly studyInstanceUid: string;
      readonly decision: 'accept' | 'reject';
      readonly reason: string;
    }
  | { readonly type: 'acceptImages'; readonly note: string }
  | { readonly type: 'rejectImages'; readonly reason: string }
  | { readonly type: 'receiveReport'; readonly report: ReportFile }
  | { readonly type: 'declareNoReport'; readonly reason: string }
  | { readonly type: 'acceptReport' }
  | { readonly type: 'rejectReport'; readonly reason: string }
  // funding
  | { readonly type: 'chooseFunding'; readonly route: FundingRoute; readonly serviceLevel: ServiceLevel }
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
    }
  | {
      readonly type: 'recordAuthorization';
      readonly number: string;
      readonly validFrom: string;
      readonly validTo: string;
    }
  | {
      readonly type: 'recordPayment';
      readonly paymentId: string;
      readonly amount: Money;
      readonly method: 'bank-transfer' | 'cash' | 'cheque' | 'card-terminal' | 'invoice' | 'other';
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
  | { readonly type: 'sendOutside'; readonly service: string; readonly packetSha256: string }
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
  // delivery and decision
  | { readonly type: 'deliverResult'; readonly documentSha256: string }
  | { readonly type: 'markSeen' }
  | { readonly type: 'recordDiscussion'; readonly on: string; readonly note: string }
  | { readonly type: 'askThirdRead'; readonly reason: string }
  | {
      readonly type: 'recordDecision';
      readonly outcome: 'confirmed' | 'treatment-changed' | 'further-tests' | 'third-read' | 'no-change';
      readonly courseOfAction: string;
      /** ISO date on which it was discussed with the patient, or empty when that is still to come. */
      readonly discussedOn: string;
    }
  | { readonly type: 'closeCase' }
  // at any time
  | { readonly type: 'askPatient'; readonly askId: string; readonly text: string }
  | { readonly type: 'answerAsk'; readonly askId: string; readonly text: string }
  | { readonly type: 'cancelCase'; readonly reason: string }
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
