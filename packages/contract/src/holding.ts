import type { IdentityVerdict } from '@overread/rules/case/events.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { RouteReason } from '@overread/rules/routing/route-study.ts';

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
