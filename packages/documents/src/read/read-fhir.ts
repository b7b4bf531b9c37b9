import { htmlText } from './markup.ts';
import { fromBase64, type ReportDocument, type StatedFacts, statedFacts } from './report-document.ts';
import { UnreadableReport } from './unreadable-report.ts';

/** FHIR JSON (R4, R4B, R5) as far as a radiology report goes: everything is checked before it is used. */
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: unknown): Json => (isObject(value) ? value : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const concept = (value: unknown): string => {
  const { text, coding } = object(value);
  return (
    words(text) ||
    (list(coding)
      .map(({ display }) => words(display))
      .find(Boolean) ??
      '')
  );
};

const quantity = (value: unknown): string => {
  const { value: number, unit, code, comparator } = object(value);
  return typeof number === 'number' ? `${words(comparator)}${number} ${words(unit) || words(code)}`.trim() : '';
};

function personName(names: unknown): string {
  const all = list(names);
  const name = all.find(({ use }) => use === 'official') ?? all[0] ?? {};
  const given = Array.isArray(name.given) ? name.given.map(words).join(' ') : '';
  return words(name.family) === '' ? words(name.text) : `${words(name.family)}^${given}`;
}

/** Finds what a reference points to: `#id` in what is contained, a full address or type and id in the bundle. */
function createResolver(resources: readonly { readonly url: string; readonly resource: Json }[]) {
  return (value: unknown): Json => {
    const reference = words(object(value).reference);
    if (reference === '') return {};
    const hit = resources.find(({ url, resource }) => {
      const own = `${words(resource.resourceType)}/${words(resource.id)}`;
      return (
        reference === `#${words(resource.id)}` || reference === url || reference.split('/').slice(-2).join('/') === own
      );
    });
    return hit?.resource ?? {};
  };
}
type Resolve = ReturnType<typeof createResolver>;

function valueText(observation: Json): string {
  const { valueString, valueQuantity, valueCodeableConcept, valueBoolean, valueInteger, note, interpretation } =
    observation;
  const value =
    words(valueString) ||
    quantity(valueQuantity) ||
    concept(valueCodeableConcept) ||
    (typeof valueInteger === 'number' ? String(valueInteger) : '') ||
    (typeof valueBoolean === 'boolean' ? (valueBoolean ? 'yes' : 'no') : '');
  const notes = list(note).map(({ text }) => words(text));
  return [value || list(interpretation).map(concept).join(', '), ...notes].filter(Boolean).join('\n');
}

/** An observation as a line, its parts and members below it. */
function observationLines(observation: Json, resolve: Resolve, depth = 0): readonly string[] {
  if (observation.resourceType !== undefined && observation.resourceType !== 'Observation') return [];
  const name = concept(observation.code);
  const value = valueText(observation);
  const own = value === '' ? [] : [name === '' ? value : `${name}: ${value}`];
  if (depth > 4) return own;
  const parts = list(observation.component).flatMap((part) => observationLines(part, resolve, depth + 1));
  const members = list(observation.hasMember).flatMap((each) => observationLines(resolve(each), resolve, depth + 1));
  return [...own, ...parts, ...members];
}

interface Attachment {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

function attachmentsOf(report: Json): readonly Attachment[] {
  return list(report.presentedForm)
    .map(({ contentType, data }) => ({
      mediaType: words(contentType).toLowerCase().split(';')[0] ?? '',
      bytes: fromBase64(words(data)),
    }))
    .filter(({ bytes }) => bytes.length > 0);
}

const parse = (bytes: Uint8Array): Json => {
  try {
    return object(JSON.parse(new TextDecoder('utf-8').decode(bytes)));
  } catch (cause) {
    throw new UnreadableReport('damaged', { cause });
  }
};

/**
 * A report out of a FHIR DiagnosticReport, alone or in a Bundle: conclusion, Observations that it contains or refers to, the
 * form that was presented (PDF, plain text, XHTML), else its narrative. Addresses are not followed. Throws `UnreadableReport`.
 */
export function readFhir(bytes: Uint8Array): ReportDocument {
  const root = parse(bytes);
  const entries = list(root.entry).map(({ fullUrl, resource }) => ({
    url: words(fullUrl),
    resource: object(resource),
  }));
  const reports = [root, ...entries.map(({ resource }) => resource)].filter(
    ({ resourceType }) => resourceType === 'DiagnosticReport',
  );
  const [report] = reports;
  if (report === undefined) throw new UnreadableReport('no-report-inside');
  if (reports.length > 1) throw new UnreadableReport('several');
  const contained = list(report.contained).map((resource) => ({ url: '', resource }));
  const resolve = createResolver([...contained, ...entries]);
  const attached = attachmentsOf(report);
  const pdf = attached.find(({ mediaType }) => mediaType === 'application/pdf');
  const text = textOf(report, resolve, attached);
  if (text === '' && pdf === undefined) throw new UnreadableReport('no-report-inside');
  const stated = statedIn(report, resolve);
  return pdf === undefined ? { text, stated } : { text, stated, attached: pdf };
}

function textOf(report: Json, resolve: Resolve, attached: readonly Attachment[]): string {
  const presented = attached
    .filter(({ mediaType }) => mediaType === 'text/plain' || /html/.test(mediaType))
    .map(({ mediaType, bytes }) => {
      const plain = new TextDecoder('utf-8').decode(bytes);
      return mediaType === 'text/plain' ? plain : htmlText(plain);
    });
  // What was presented is the report itself; conclusion and observations say parts of it again.
  if (presented.length > 0) return presented.join('\n\n').trim();
  const observations = list(report.result).flatMap((each) => observationLines(resolve(each), resolve));
  const codes = list(report.conclusionCode).map(concept).filter(Boolean);
  const conclusion = [words(report.conclusion), ...codes].filter(Boolean).join('\n');
  const parts = [
    ...(observations.length === 0 ? [] : [`FINDINGS:\n${observations.join('\n')}`]),
    ...(conclusion === '' ? [] : [`IMPRESSION:\n${conclusion}`]),
  ];
  return parts.length > 0 ? parts.join('\n\n') : htmlText(words(object(report.text).div));
}

function statedIn(report: Json, resolve: Resolve): Partial<StatedFacts> {
  const patient = resolve(report.subject);
  const accession = [report, ...list(report.basedOn).map(resolve)]
    .flatMap(({ identifier }) => list(identifier))
    .find(({ type }) => list(object(type).coding).some(({ code }) => code === 'ACSN'));
  const [interpreter] = list(report.resultsInterpreter);
  const performer = list(report.performer).find((each) => words(resolve(each).resourceType) === 'Organization');
  const person = personName(resolve(interpreter).name).split('^').reverse().join(' ').trim();
  const study = list(report.imagingStudy ?? report.study).map(resolve)[0] ?? {};
  const uid = list(study.identifier)
    .map(({ value }) => words(value))
    .find((value) => value.startsWith('urn:oid:'));
  return statedFacts({
    author: person || words(object(interpreter).display),
    facility: performer === undefined ? '' : words(resolve(performer).name) || words(performer.display),
    date: (words(report.effectiveDateTime) || words(object(report.effectivePeriod).start)).slice(0, 10),
    accessionNumber: words(object(accession).value),
    patientName: personName(patient.name) || words(object(report.subject).display),
    birthDate: words(patient.birthDate),
    examination: concept(report.code),
    studyInstanceUid: uid?.slice('urn:oid:'.length) ?? '',
  });
}
