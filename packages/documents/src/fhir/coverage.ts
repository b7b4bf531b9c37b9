import type {
  Bundle,
  Claim,
  ClaimResponse,
  Coverage,
  CoverageEligibilityRequest,
  CoverageEligibilityResponse,
  Money,
  Organization,
  Patient,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import type { ServiceCode } from '@overread/rules/money/coverage.ts';
import {
  type AuthorizationAnswer,
  type Benefit,
  type EligibilityAnswer,
  hundredthsOf,
} from '@overread/rules/money/insurer-answer.ts';

/** What an insurer is asked, whoever takes the question: its plan, who is insured, which service, when. */
export interface CoverageQuestion {
  /** Ids of resources by name; the same name always gives the same UUID. */
  readonly uuidOf: (name: string) => string;
  readonly caseNumber: string;
  /** ISO instant. */
  readonly at: string;
  readonly patient: PatientIdentity;
  readonly plan: string;
  readonly memberId: string;
  readonly provider: { readonly name: string; readonly npi: string };
  readonly service: ServiceCode;
  readonly serviceOn: string;
  /** ICD-10-CM; may be empty. */
  readonly diagnoses: readonly string[];
  /** What the service costs, minor units of `currency` with two decimals. */
  readonly priceMinor: number;
  readonly currency: string;
}

const CPT = 'http://www.ama-assn.org/go/cpt';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const CODES = 'http://terminology.hl7.org/CodeSystem';

/** A question on coverage: a collection around a CoverageEligibilityRequest (FHIR R4 13.2). */
export function eligibilityRequestBundle(asked: CoverageQuestion): Bundle {
  const { urls, around } = partsOf(asked);
  const request: CoverageEligibilityRequest = {
    resourceType: 'CoverageEligibilityRequest',
    identifier: [{ value: asked.caseNumber }],
    status: 'active',
    purpose: ['benefits', 'auth-requirements'],
    patient: to(urls.patient),
    servicedDate: asked.serviceOn,
    created: asked.at,
    provider: to(urls.provider),
    insurer: to(urls.insurer),
    insurance: [{ focal: true, coverage: to(urls.coverage) }],
    item: [{ productOrService: codeOf(asked.service), ...modifierOf(asked.service), ...(diagnosesOf(asked) ?? {}) }],
  };
  return collection(asked.at, [[urls.request, request], ...around]);
}

/** A question for leave: a collection around a Claim whose use is `preauthorization` (FHIR R4 13.8). */
export function preauthorizationBundle(asked: CoverageQuestion): Bundle {
  const { urls, around } = partsOf(asked);
  const diagnosis = asked.diagnoses.map((code, i) => ({
    sequence: i + 1,
    diagnosisCodeableConcept: { coding: [{ system: ICD10, code }] },
  }));
  const price: Money = { value: asked.priceMinor / 100, currency: asked.currency as NonNullable<Money['currency']> };
  const claim: Claim = {
    resourceType: 'Claim',
    identifier: [{ value: asked.caseNumber }],
    status: 'active',
    type: { coding: [{ system: `${CODES}/claim-type`, code: 'professional' }] },
    use: 'preauthorization',
    patient: to(urls.patient),
    created: asked.at,
    insurer: to(urls.insurer),
    provider: to(urls.provider),
    priority: { coding: [{ system: `${CODES}/processpriority`, code: 'normal' }] },
    ...(diagnosis.length === 0 ? {} : { diagnosis }),
    insurance: [{ sequence: 1, focal: true, coverage: to(urls.coverage) }],
    item: [
      {
        sequence: 1,
        ...(diagnosis.length === 0 ? {} : { diagnosisSequence: diagnosis.map(({ sequence }) => sequence) }),
        productOrService: codeOf(asked.service),
        ...modifierOf(asked.service),
        servicedDate: asked.serviceOn,
        quantity: { value: 1 },
        unitPrice: price,
        net: price,
      },
    ],
  };
  return collection(asked.at, [[urls.request, claim], ...around]);
}

const to = (reference: string): Reference<never> => ({ reference }) as Reference<never>;
const codeOf = ({ code }: ServiceCode) => ({ coding: [{ system: CPT, code }] });
const modifierOf = ({ modifier }: ServiceCode) =>
  modifier === '' ? {} : { modifier: [{ coding: [{ system: CPT, code: modifier }] }] };
const diagnosesOf = ({ diagnoses }: CoverageQuestion) =>
  diagnoses.length === 0
    ? undefined
    : {
        diagnosis: diagnoses.map((code) => ({ diagnosisCodeableConcept: { coding: [{ system: ICD10, code }] } })),
      };

function partsOf({ uuidOf, patient, plan, memberId, provider }: CoverageQuestion) {
  const url = (name: string) => `urn:uuid:${uuidOf(name)}`;
  const urls = {
    ...{ request: url('request'), patient: url('patient'), coverage: url('coverage') },
    ...{ insurer: url('insurer'), provider: url('provider') },
  };
  const insured: Patient = {
    resourceType: 'Patient',
    name: [{ family: patient.name.family, given: [patient.name.given].filter((each) => each !== '') }],
    birthDate: patient.birthDate,
    gender: GENDER[patient.sex] ?? 'unknown',
  };
  const coverage: Coverage = {
    resourceType: 'Coverage',
    status: 'active',
    subscriberId: memberId,
    beneficiary: to(urls.patient),
    payor: [to(urls.insurer)],
  };
  const insurer: Organization = { resourceType: 'Organization', name: plan };
  const practice: Organization = {
    resourceType: 'Organization',
    name: provider.name,
    ...(provider.npi === '' ? {} : { identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: provider.npi }] }),
  };
  const around: readonly (readonly [string, Resource])[] = [
    [urls.patient, insured],
    [urls.coverage, coverage],
    [urls.insurer, insurer],
    [urls.provider, practice],
  ];
  return { urls, around };
}

const GENDER: Readonly<Record<string, Patient['gender']>> = { F: 'female', M: 'male', O: 'other' };

function collection(at: string, entries: readonly (readonly [string, Resource])[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: at,
    entry: entries.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  };
}

/** The resource of this type: what was sent itself, or in a bundle. */
function found<T extends Resource>(sent: Resource, type: T['resourceType']): T | null {
  if (sent.resourceType === type) return sent as T;
  const entries = sent.resourceType === 'Bundle' ? ((sent as Bundle).entry ?? []) : [];
  return (entries.find(({ resource }) => resource?.resourceType === type)?.resource as T | undefined) ?? null;
}

const codeIn = (concept: { readonly coding?: readonly { readonly code?: string }[] } | undefined): string =>
  concept?.coding?.[0]?.code ?? '';
/** FHIR amounts are decimal numbers: their shortest decimal text is what was written. */
const minorOf = (value: number | undefined): number | null =>
  value === undefined ? null : hundredthsOf(String(value));

const YES_NO: Readonly<Record<string, Benefit['authorization']>> = { true: 'yes', false: 'no' };
const NETWORK: Readonly<Record<string, Benefit['network']>> = { in: 'in', out: 'out' };

/** What a CoverageEligibilityResponse says, as a 271 would; null where none was sent. */
export function readEligibilityResponse(sent: Resource): EligibilityAnswer | null {
  const response = found<CoverageEligibilityResponse>(sent, 'CoverageEligibilityResponse');
  if (response === null) return null;
  const insurance = response.insurance?.[0];
  const items = insurance?.item ?? [];
  const benefits = items.flatMap((item) =>
    (item.benefit ?? []).map(
      (benefit): Benefit => ({
        kind: codeIn(benefit.type),
        serviceTypes: [codeIn(item.category)].filter((code) => code !== ''),
        plan: item.name ?? '',
        period: codeIn(item.term),
        amountMinor: minorOf(benefit.allowedMoney?.value),
        percent: benefit.allowedUnsignedInt ?? null,
        authorization: YES_NO[String(item.authorizationRequired)] ?? 'unknown',
        network: NETWORK[codeIn(item.network)] ?? 'unknown',
      }),
    ),
  );
  const known = (kind: string) => benefits.find((benefit) => benefit.kind === kind);
  const required = items.map(({ authorizationRequired }) => authorizationRequired).filter((each) => each !== undefined);
  return {
    active: insurance?.inforce ?? null,
    plan: benefits.find(({ plan }) => plan !== '')?.plan ?? '',
    memberId: '',
    rejections: (response.error ?? []).map(({ code }) => codeIn(code)),
    benefits,
    deductibleLeftMinor: known('deductible')?.amountMinor ?? null,
    copayMinor: known('copay')?.amountMinor ?? null,
    coinsurancePercent: known('copay-percent')?.percent ?? null,
    authorizationNeeded: required.length === 0 ? null : required.includes(true),
  };
}

/** What a ClaimResponse to a preauthorization says, as a 278 would; null where none was sent. */
export function readPreauthorization(sent: Resource): AuthorizationAnswer | null {
  const response = found<ClaimResponse>(sent, 'ClaimResponse');
  if (response === null) return null;
  const { outcome, preAuthRef = '', preAuthPeriod, disposition = '' } = response;
  return {
    decision: outcome === 'queued' ? 'pending' : decisionOf(outcome, preAuthRef),
    number: preAuthRef,
    reason: preAuthRef === '' ? disposition : '',
    validFrom: preAuthPeriod?.start?.slice(0, 10) ?? '',
    validTo: preAuthPeriod?.end?.slice(0, 10) ?? '',
    visits: null,
    rejections: (response.error ?? []).map(({ code }) => codeIn(code)),
  };
}

function decisionOf(outcome: ClaimResponse['outcome'], number: string): AuthorizationAnswer['decision'] {
  if (number === '') return outcome === 'complete' ? 'denied' : 'none';
  return outcome === 'partial' ? 'changed' : 'granted';
}
