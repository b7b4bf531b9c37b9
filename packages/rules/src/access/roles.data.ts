import type { CommandType } from '../case/commands.ts';
import type { Role } from '../case/vocabulary.ts';

/**
 * Who may send which command, before the state of the case has its say. `patient`, `reader` and `referrer` mean those of
 * this case; `patient` stands for the patient or who acts for her. What is not listed is denied.
 */
export const COMMAND_ROLES: Readonly<Record<CommandType, readonly Role[]>> = {
  // asking: by the patient, or by the coordinator who has her on the telephone
  openCase: ['patient', 'coordinator'],
  nameReferrer: ['patient', 'coordinator'],
  askQuestion: ['patient', 'referrer', 'coordinator'],
  answerRedFlags: ['patient', 'coordinator'],
  clearRedFlags: ['coordinator'],
  giveHistory: ['patient', 'coordinator'],
  giveConsent: ['patient', 'coordinator'],
  withdrawConsent: ['patient', 'coordinator'],
  agreeTo: ['patient', 'coordinator'],
  takeBackAgreement: ['patient', 'coordinator'],
  notePaper: ['patient', 'coordinator'],
  // materials
  requestRecords: ['patient', 'coordinator'],
  markRecordsReceived: ['patient', 'coordinator'],
  extendRecordsRequest: ['patient', 'coordinator'],
  signRecordsRequest: ['patient', 'coordinator'],
  noteRecordsRequest: ['patient', 'coordinator'],
  noteFacilityLink: ['patient', 'coordinator'],
  receiveImages: ['patient', 'coordinator', 'system'],
  decideStudy: ['coordinator'],
  acceptImages: ['coordinator'],
  rejectImages: ['coordinator'],
  judgeSet: ['coordinator'],
  // the service for a facility that came by its link
  receiveReport: ['patient', 'coordinator', 'system'],
  declareNoReport: ['patient', 'coordinator'],
  vouchForReport: ['patient', 'coordinator'],
  acceptReport: ['coordinator'],
  rejectReport: ['coordinator'],
  // funding
  chooseFunding: ['patient', 'coordinator'],
  recordCoverage: ['coordinator'],
  requestAuthorization: ['coordinator'],
  recordAuthorization: ['coordinator'],
  recordDenial: ['coordinator'],
  appealDenial: ['coordinator'],
  // by the service where the payment service tells it
  recordPayment: ['coordinator', 'system'],
  recordRefund: ['coordinator', 'system'],
  returnRefund: ['coordinator', 'system'],
  recordRemittance: ['coordinator'],
  recordInstitution: ['coordinator'],
  waiveFunding: ['coordinator', 'administrator'],
  // matching
  offerCase: ['coordinator'],
  withdrawOffer: ['coordinator'],
  acceptOffer: ['reader'],
  declineOffer: ['reader'],
  sendOutside: ['patient', 'coordinator'],
  receiveOutsideReport: ['patient', 'coordinator'],
  // reading; the coordinator stands in where the reader is a service outside
  openRead: ['reader'],
  lockFindings: ['reader'],
  revealOriginal: ['reader'],
  compareReports: ['reader', 'coordinator'],
  reviseOpinion: ['reader'],
  signReport: ['reader', 'coordinator'],
  addAddendum: ['reader', 'coordinator'],
  returnCase: ['reader'],
  retractReport: ['reader', 'coordinator'],
  // delivery and decision
  deliverResult: ['system'],
  markSeen: ['patient', 'referrer'],
  recordDiscussion: ['referrer', 'coordinator'],
  askThirdRead: ['patient', 'referrer', 'coordinator'],
  settleThirdRead: ['coordinator'],
  recordDecision: ['referrer', 'patient', 'coordinator'],
  closeCase: ['coordinator'],
  // a result that is out
  askReader: ['referrer', 'coordinator'],
  answerReader: ['reader'],
  recordCall: ['coordinator'],
  escalateResult: ['system'],
  shareResult: ['patient'],
  withdrawShare: ['patient', 'coordinator'],
  openShare: ['system'],
  // at any time
  askPatient: ['coordinator', 'reader'],
  answerAsk: ['patient', 'coordinator'],
  changeContact: ['patient', 'coordinator'],
  writeMessage: ['patient', 'coordinator'],
  askErasure: ['patient'],
  cancelCase: ['patient', 'coordinator'],
  eraseCase: ['coordinator', 'administrator'],
  noteParcel: ['system'],
};

export const COMMAND_TYPES = Object.keys(COMMAND_ROLES) as readonly CommandType[];
