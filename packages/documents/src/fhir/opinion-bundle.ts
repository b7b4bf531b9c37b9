import type {
  Bundle,
  BundleEntry,
  Composition,
  DiagnosticReport,
  ImagingStudy,
  Organization,
  Patient,
  Practitioner,
  Provenance,
  Resource,
} from '@medplum/fhirtypes';
import { fullName, regionWords, type Setting } from '../letters/letterhead.ts';
import { currentReport, exchangeWords, REPORT_LOINC } from '../opinion/current-report.ts';
import type { OpinionExport } from '../opinion/opinion-export.ts';
import type { SecondOpinion } from '../opinion/opinion-input.ts';
import { loinc, type Refs, refer } from './codes.ts';
import { compositionSections } from './composition-sections.ts';
import { observations } from './observations.ts';

/**
 * The signed second opinion as a FHIR R4 document (Bundle of type `document`, R4 section 3.3.1): a Composition first, then
 * DiagnosticReport with the PDF in `presentedForm`, ImagingStudy per study, Observations of checklist and measurements,
 * Patient, Practitioner, Organization and a Provenance with the hash of the blinded read. Sections keep the words of the
 * reader; nothing is coded that the reader did not say.
 */
export function opinionBundle(setting: Setting, given: OpinionExport): Bundle {
  const { opinion, uuidOf } = given;
  const at = opinion.addenda.at(-1)?.at ?? opinion.signed.at;
  const url = (name: string) => `urn:uuid:${uuidOf(name)}`;
  const refs: Refs = {
    patient: refer(url('patient'), fullName(opinion.patient)),
    reader: refer(url('reader'), opinion.signed.name),
    practice: refer(url('practice'), setting.practice.name),
    report: refer(url('report')),
    studies: opinion.studies.map((study) => refer(url(`study/${study.studyInstanceUid}`), study.description)),
  };
  const seen = observations(setting.say, opinion, refs);
  const results = seen.map((_, i) => refer<'Observation'>(url(`observation/${i}`)));
  const entries: [string, Resource][] = [
    ['composition', composition(setting, given, { refs, results, at })],
    ['report', diagnosticReport(given, { refs, results, at })],
    ['patient', patientOf(opinion, given.publicUrl)],
    ['reader', { resourceType: 'Practitioner', name: [{ text: opinion.signed.name }] } satisfies Practitioner],
    ['practice', practiceOf(setting)],
    ...opinion.studies.map((study): [string, Resource] => [`study/${study.studyInstanceUid}`, studyOf(study, refs)]),
    ...seen.map((each, i): [string, Resource] => [`observation/${i}`, each]),
    ['provenance', provenance(given, refs)],
  ];
  return {
    resourceType: 'Bundle',
    type: 'document',
    identifier: { system: 'urn:ietf:rfc:3986', value: url(`bundle/${at}`) },
    timestamp: at,
    entry: entries.map(([name, resource]): BundleEntry => ({ fullUrl: url(name), resource })),
  };
}

interface Joined {
  readonly refs: Refs;
  readonly results: NonNullable<DiagnosticReport['result']>;
  readonly at: string;
}

/** `amended` once an addendum was signed (R4 value sets composition-status and diagnostic-report-status). */
const statusOf = (opinion: SecondOpinion) => (opinion.addenda.length > 0 ? 'amended' : 'final');

function composition(setting: Setting, given: OpinionExport, { refs, results, at }: Joined): Composition {
  const { opinion } = given;
  const region = regionWords(setting.say, opinion.region, opinion.side);
  return {
    resourceType: 'Composition',
    status: statusOf(opinion),
    type: loinc(REPORT_LOINC),
    subject: refs.patient,
    date: at,
    author: [refs.reader],
    custodian: refs.practice,
    title: setting.say(exchangeWords(opinion, 'fhir.title'), { region }),
    attester: [{ mode: 'legal', time: opinion.signed.at, party: refs.reader }],
    section: compositionSections(setting, opinion, [refs.report, ...results]),
  };
}

function diagnosticReport({ opinion, pdf, publicUrl }: OpinionExport, { refs, results, at }: Joined): DiagnosticReport {
  const { impression } = currentReport(opinion);
  return {
    resourceType: 'DiagnosticReport',
    identifier: [{ system: `${publicUrl}/cases`, value: opinion.caseNumber }],
    status: statusOf(opinion),
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
    code: loinc(REPORT_LOINC),
    subject: refs.patient,
    ...dated(opinion),
    issued: at,
    performer: [refs.practice],
    resultsInterpreter: [refs.reader],
    imagingStudy: [...refs.studies],
    ...(results.length === 0 ? {} : { result: results }),
    ...(impression.trim() === '' ? {} : { conclusion: impression.trim() }),
    presentedForm: [
      {
        contentType: 'application/pdf',
        data: Buffer.from(pdf.bytes).toString('base64'),
        size: pdf.bytes.length,
        creation: at,
      },
    ],
  };
}

/** The clinically relevant time is that of the images, the latest where there are several. */
function dated({ studies }: SecondOpinion): Pick<DiagnosticReport, 'effectiveDateTime'> {
  const last = studies
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort()
    .at(-1);
  return last === undefined ? {} : { effectiveDateTime: last };
}

const GENDER = { F: 'female', M: 'male', O: 'other' } as const;

function patientOf({ patient, caseNumber }: SecondOpinion, publicUrl: string): Patient {
  const { name, birthDate, sex } = patient;
  return {
    resourceType: 'Patient',
    identifier: [{ system: `${publicUrl}/cases`, value: caseNumber }],
    name: [
      {
        text: fullName(patient),
        ...(name.family === '' ? {} : { family: name.family }),
        ...(name.given.trim() === '' ? {} : { given: name.given.trim().split(/\s+/) }),
      },
    ],
    gender: sex === '' ? 'unknown' : GENDER[sex],
    ...(birthDate === '' ? {} : { birthDate }),
  };
}

function practiceOf({ practice }: Setting): Organization {
  return {
    resourceType: 'Organization',
    name: practice.name,
    telecom: [
      { system: 'phone', value: practice.phone },
      { system: 'email', value: practice.email },
    ].filter(({ value }) => value !== '') as NonNullable<Organization['telecom']>,
    address: [{ text: practice.address.replaceAll('\n', ', ') }],
  };
}

/** An ImagingStudy as this service knows it: its UID as OID (R4 ImagingStudy, "identifier"), number and counts. */
function studyOf(study: SecondOpinion['studies'][number], refs: Refs): ImagingStudy {
  const accession = {
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'ACSN' }] },
    value: study.accessionNumber,
  };
  return {
    resourceType: 'ImagingStudy',
    status: 'available',
    identifier: [
      { system: 'urn:dicom:uid', value: `urn:oid:${study.studyInstanceUid}` },
      ...(study.accessionNumber === '' ? [] : [accession]),
    ],
    modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'MR' }],
    subject: refs.patient,
    ...(study.date === '' ? {} : { started: study.date }),
    numberOfSeries: study.series,
    numberOfInstances: study.instances,
    ...(study.description === '' ? {} : { description: study.description }),
  };
}

/** Who read it and how: signed by the reader, on images alone where the read was blinded, with the lock's hash. */
function provenance({ opinion, pdf }: OpinionExport, refs: Refs): Provenance {
  const { origin, signed } = opinion;
  const sources = refs.studies.map((what) => ({ role: 'source' as const, what }));
  const locked =
    origin.kind === 'outside'
      ? []
      : [
          {
            role: 'derivation' as const,
            what: {
              identifier: { system: 'urn:overread:lock-sha256', value: origin.lockHash },
              display: origin.kind === 'blind' ? 'findings locked before the original report was opened' : 'findings',
            },
          },
        ];
  return {
    resourceType: 'Provenance',
    target: [refs.report],
    recorded: signed.at,
    ...(origin.kind === 'outside' ? {} : { occurredDateTime: origin.lockedAt }),
    activity: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion', code: 'LA' }] },
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'author' }],
        },
        who: refs.reader,
        onBehalfOf: refs.practice,
      },
    ],
    entity: [
      ...sources,
      ...locked,
      { role: 'quotation', what: { identifier: { system: 'urn:overread:pdf-sha256', value: pdf.sha256 } } },
    ],
  };
}
