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
  // materials
  requestRecords: ['patient', 'coordinator'],
  markRecordsReceived: ['patient', 'coordinator'],
  extendRecordsRequest: ['patient', 'coordinator'],
  receiveImages: ['patient', 'coordinator', 'system'],
  decideStudy: ['coordinator'],
  acceptImages: ['coordinator'],
  rejectImages: ['coordinator'],
  receiveReport: ['patient', 'coordinator'],
  declareNoReport: ['patient', 'coordinator'],
  acceptReport: ['coordinator'],
  rejectReport: ['coordinator'],
  // funding
  chooseFunding: ['patient', 'coordinator'],
  recordCoverage: ['coordinator'],
  recordAuthorization: ['coordinator'],
  recordPayment: ['coordinator'],
  recordInstitution: ['coordinator'],
  waiveFunding: ['coordinator', 'administrator'],
  // matching
  offerCase: ['coordinator'],
  withdrawOffer: ['coordinator'],
  acceptOffer: ['reader'],
  declineOffer: ['reader'],
  sendOutside: ['coordinator'],
  receiveOutsideReport: ['coordinator'],
  // reading; the coordinator stands in where the reader is a service outside
  openRead: ['reader'],
  lockFindings: ['reader'],
  revealOriginal: ['reader'],
  compareReports: ['reader', 'coordinator'],
  reviseOpinion: ['reader'],
  signReport: ['reader', 'coordinator'],
  addAddendum: ['reader', 'coordinator'],
  returnCase: ['reader'],
  // delivery and decision
  deliverResult: ['system'],
  markSeen: ['patient', 'referrer'],
  recordDiscussion: ['referrer', 'coordinator'],
  askThirdRead: ['patient', 'referrer', 'coordinator'],
  recordDecision: ['referrer', 'patient', 'coordinator'],
  closeCase: ['coordinator'],
  // at any time
  askPatient: ['coordinator', 'reader'],
  answerAsk: ['patient', 'coordinator'],
  cancelCase: ['patient', 'coordinator'],
  eraseCase: ['coordinator', 'administrator'],
  noteParcel: ['system'],
};

export const COMMAND_TYPES = Object.keys(COMMAND_ROLES) as readonly CommandType[];
