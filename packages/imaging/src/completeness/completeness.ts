import type { Completeness, ExpectedLine, Limit, SeriesSummary } from '../model.ts';
import { wordsOf } from '../series/words.ts';
import type { ExpectedSequence, Protocol } from './protocol.ts';
import { PROTOCOLS } from './protocols.data.ts';

/** What is asked of a set of pictures. */
export interface Purpose {
  /** Of the case, or of the study where nobody asked: `brain`, `knee` … */
  readonly region: string;
  /** The question and the descriptions as `wordsOf` gives them: "multiple sclerosis" calls for a protocol of its own. */
  readonly words: string;
}

/** Nothing is said where nobody knows what belongs to such an examination. */
export const NOT_JUDGED: Completeness = {
  protocol: 'unknown',
  expected: [],
  missing: [],
  limits: [],
  verdict: 'unknown',
};

const isMrPicture = ({ modality, role, frames }: SeriesSummary) =>
  modality === 'MR' && frames > 0 && (role === 'diagnostic' || role === 'derived');

/** Reformats and subtractions do not stand for the acquisition, unless the line is itself of a computed kind. */
const counts = (series: SeriesSummary, { computedCounts }: ExpectedSequence) =>
  isMrPicture(series) && (series.role === 'diagnostic' || computedCounts === true);

function liesIn(series: SeriesSummary, { planes }: ExpectedSequence): boolean {
  if (planes === 'any' || series.dimension === '3D') return true;
  const nearest = series.nearestPlane ?? series.plane;
  return planes.some((plane) => plane === nearest);
}

/** A dynamic series holds the pictures before and after contrast, whatever its header says of the agent. */
function fitsContrast({ weighting, contrastEnhanced }: SeriesSummary, wanted: boolean | undefined): boolean {
  if (wanted === undefined || weighting === 'DCE') return true;
  // A header that says nothing of an agent is no proof that none was given, but most pictures have none.
  return wanted ? contrastEnhanced === true : contrastEnhanced !== true;
}

function fitsFat({ weighting, fatSuppressed }: SeriesSummary, wanted: boolean | undefined): boolean {
  if (wanted === undefined) return true;
  return wanted ? fatSuppressed === true || weighting === 'STIR' : fatSuppressed !== true;
}

function fitsWords(series: SeriesSummary, { saying, notSaying, echoes }: ExpectedSequence): boolean {
  if (saying === undefined && notSaying === undefined) return true;
  const words = wordsOf(series.description);
  const isEchoes = echoes !== undefined && (series.details?.echoTimes.length ?? 0) >= echoes;
  return (isEchoes || (saying?.test(words) ?? true)) && !(notSaying?.test(words) ?? false);
}

function meets(series: SeriesSummary, line: ExpectedSequence): boolean {
  return (
    counts(series, line) &&
    line.weightings.includes(series.weighting) &&
    liesIn(series, line) &&
    (line.dimension === undefined || series.dimension === line.dimension) &&
    fitsContrast(series, line.contrastEnhanced) &&
    fitsFat(series, line.fatSuppressed) &&
    fitsWords(series, line) &&
    (line.minBValue === undefined || (series.bValues ?? []).some((value) => value >= (line.minBValue as number)))
  );
}

/** A series counts for as many phases as it holds; one that is called dynamic for all. */
const phasesOf = (series: readonly SeriesSummary[]) =>
  series.reduce(
    (sum, { weighting, details }) =>
      sum + (weighting === 'DCE' ? Number.POSITIVE_INFINITY : Math.max(1, details?.timePoints ?? 1)),
    0,
  );

function checkLine(line: ExpectedSequence, series: readonly SeriesSummary[]): ExpectedLine {
  const fitting = series.filter((one) => meets(one, line));
  const met = phasesOf(fitting) >= (line.series ?? 1);
  const { id, sequence, need, gives } = line;
  return { id, sequence, need, gives, met, by: met ? fitting.map(({ seriesInstanceUid }) => seriesInstanceUid) : [] };
}

const isThick = ({ dimension, sliceThicknessMm }: SeriesSummary, { thinMm }: ExpectedSequence) => {
  const most = thinMm?.[dimension === '3D' ? '3D' : '2D'];
  // Headers round; a tenth more is what the scanner calls the same.
  return most !== undefined && sliceThicknessMm !== null && sliceThicknessMm > most * 1.1;
};

/** What lessens a series that meets a line: slices that are missing, slices thicker than the protocol wants. */
function limitsOf(line: ExpectedSequence, checked: ExpectedLine, series: readonly SeriesSummary[]): Limit[] {
  const by = series.filter(({ seriesInstanceUid }) => checked.by.includes(seriesInstanceUid));
  const whole = by.filter(({ gaps }) => !gaps.some((gap) => gap.includes('missing')));
  const sequence = line.sequence;
  const broken = by[0];
  const gaps: Limit[] =
    broken !== undefined && whole.length === 0
      ? [{ kind: 'slices-missing', sequence, series: broken.seriesInstanceUid, told: broken.gaps.join('; ') }]
      : [];
  const thick = by.length > 0 && by.every((one) => isThick(one, line)) ? by[0] : undefined;
  if (thick === undefined) return gaps;
  const told = `${thick.sliceThicknessMm} mm, ${line.thinMm?.[thick.dimension === '3D' ? '3D' : '2D']} mm asked for`;
  return [...gaps, { kind: 'thick', sequence, series: thick.seriesInstanceUid, told }];
}

function protocolFor({ region, words }: Purpose): Protocol | undefined {
  const candidates = PROTOCOLS.filter(({ regions }) => regions.includes(region));
  return (
    candidates.find(({ purpose }) => purpose?.test(words)) ?? candidates.find(({ purpose }) => purpose === undefined)
  );
}

function verdictOf(protocol: Protocol, expected: readonly ExpectedLine[], limits: readonly Limit[]) {
  const met = new Set(expected.filter((line) => line.met).map(({ id }) => id));
  if (protocol.minimum.some((group) => !group.some((id) => met.has(id)))) return 'not-readable' as const;
  const lacking = expected.some((line) => line.need === 'required' && !line.met);
  const broken = limits.some(({ kind }) => kind === 'slices-missing');
  return lacking || broken ? ('readable-with-limits' as const) : ('complete' as const);
}

/**
 * Which sequences are expected for a purpose, which series meet them, and what that means: `complete`, `readable-with-limits`
 * (a required line is not met, or only by a series with missing slices) or `not-readable` (a minimum of the protocol is not
 * there). `unknown`, and nothing expected, where no protocol is known for the region or there is no MR picture at all.
 */
export function checkCompleteness(purpose: Purpose, series: readonly SeriesSummary[]): Completeness {
  const protocol = protocolFor(purpose);
  if (protocol === undefined || !series.some((one) => isMrPicture(one) && one.role === 'diagnostic')) return NOT_JUDGED;
  const expected = protocol.expected.map((line) => checkLine(line, series));
  const limits = protocol.expected.flatMap((line, at) => limitsOf(line, expected[at] as ExpectedLine, series));
  return {
    protocol: protocol.id,
    expected,
    missing: expected.filter(({ need, met }) => need === 'required' && !met).map(({ sequence }) => sequence),
    limits: limits.filter(
      (limit, at) => limits.findIndex(({ kind, series: uid }) => kind === limit.kind && uid === limit.series) === at,
    ),
    verdict: verdictOf(protocol, expected, limits),
  };
}
