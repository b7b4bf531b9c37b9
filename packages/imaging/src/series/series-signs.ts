import { measureGeometry, type OrderedFrame, orderFrames, type SeriesGeometry } from '../geometry/order-frames.ts';
import type { InstanceHeader, InstanceHints } from '../model.ts';
import { readWords, type SaidWords } from './lexicon/lexicon.ts';

/** Everything in the headers of one series that speaks of what it is. Times in ms. */
export interface SeriesSigns {
  readonly first: InstanceHeader;
  readonly hints: InstanceHints;
  readonly description: SaidWords;
  readonly protocol: SaidWords;
  /** The words of the scanner's own names of the sequence. */
  readonly sequenceWords: SaidWords;
  /** SequenceName, or the vendor's name, lower case. */
  readonly sequenceName: string;
  /** ImageType values after the second, of all instances, upper case; those with spaces whole and in parts. */
  readonly tokens: ReadonlySet<string>;
  readonly isDerived: boolean;
  readonly sequences: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
  readonly options: readonly string[];
  readonly contrasts: ReadonlySet<string>;
  readonly repetitionTime: number | null;
  readonly echoTimes: readonly number[];
  readonly inversionTimes: readonly number[];
  readonly flipAngle: number | null;
  readonly bValues: readonly number[];
  readonly directions: number;
  /** Different times at which the same place was taken, as far as the headers number them. */
  readonly timePoints: number;
  readonly agent: string;
  readonly ordered: readonly OrderedFrame[];
  readonly geometry: SeriesGeometry;
}

const firstNumber = (headers: readonly InstanceHeader[], read: (header: InstanceHeader) => number | null) => {
  for (const header of headers) {
    const value = read(header);
    if (value !== null && value > 0) return value;
  }
  return null;
};

const distinct = (values: Iterable<number | null | undefined>) => {
  const seen = new Set<number>();
  for (const value of values) if (value !== null && value !== undefined) seen.add(value);
  return [...seen].sort((a, b) => a - b);
};

function upperSet(lists: Iterable<readonly string[]>): Set<string> {
  const found = new Set<string>();
  for (const list of lists) for (const value of list) if (value !== '') found.add(value.toUpperCase());
  return found;
}

/** Gradient directions, those that point opposite ways counted as one. */
function countDirections(headers: readonly InstanceHeader[]): number {
  const seen = new Set<string>();
  const count = (axis: readonly number[] | undefined) => {
    if (axis?.length !== 3 || axis.every((part) => part === 0)) return;
    const lead = axis.find((part) => Math.abs(part) > 0.01) ?? 1;
    seen.add(axis.map((part) => (Math.sign(lead) * part).toFixed(2).replace('-0.00', '0.00')).join(' '));
  };
  for (const { gradientDirection, perFrame } of headers) {
    count(gradientDirection);
    for (const frame of perFrame) count(frame.gradientDirection);
  }
  return seen.size;
}

/** A placeholder that vendors write where no agent was named. */
const NO_AGENT =
  /^(?:none|no|off|not used|unused|n\/?a|n|-+|0|null|without|no contrast|kein\w*|aucun|nein|\.|without contrast)?$/i;

/** Tokens as they stand, and the words of those that are phrases: "PHASE MAP", "PROJECTION IMAGE" (DOMAIN 3.4). */
function readTokens(headers: readonly InstanceHeader[]): Set<string> {
  const tokens = new Set<string>();
  const take = (token: string) => {
    const value = token.trim().toUpperCase();
    if (value !== '') tokens.add(value);
  };
  let last: readonly string[] | undefined;
  for (const { imageType, hints, perFrame } of headers) {
    for (const token of hints?.tokens ?? []) take(token);
    for (const frame of perFrame) frame.frameType?.split('\\').forEach(take);
    if (imageType === last) continue;
    last = imageType;
    for (let at = 2; at < imageType.length; at += 1) take(imageType[at] as string);
  }
  return tokens;
}

function* echoTimesOf(headers: readonly InstanceHeader[]) {
  for (const { echoTime, perFrame } of headers) {
    yield echoTime;
    for (const frame of perFrame) yield frame.echoTime;
  }
}

function* bValuesOf(headers: readonly InstanceHeader[]) {
  for (const { diffusionBValue, perFrame } of headers) {
    yield diffusionBValue;
    for (const frame of perFrame) yield frame.bValue;
  }
}

function* timesOf(headers: readonly InstanceHeader[]) {
  for (const { temporalPosition, perFrame } of headers) {
    yield temporalPosition;
    for (const frame of perFrame) yield frame.temporalPosition;
  }
}

/** Gathers the signs of a series; `headers` must not be empty. */
export function readSigns(headers: readonly InstanceHeader[]): SeriesSigns {
  const first = headers[0] as InstanceHeader;
  const ordered = orderFrames(headers);
  const agent = headers.find(({ contrastAgent }) => !NO_AGENT.test(contrastAgent.trim()))?.contrastAgent ?? '';
  const sequenceNames = [first.sequenceName, first.pulseSequenceName ?? ''].filter((name) => name !== '');
  const hints = headers.find((header) => header.hints !== undefined)?.hints ?? {};
  return {
    first,
    hints,
    description: readWords(first.seriesDescription),
    protocol: first.protocolName === first.seriesDescription ? {} : readWords(first.protocolName),
    sequenceWords: readWords(sequenceNames.join(' ')),
    sequenceName: (sequenceNames[0] ?? '').toLowerCase(),
    tokens: readTokens(headers),
    isDerived: headers.every(({ imageType }) => imageType[0]?.toUpperCase() === 'DERIVED'),
    sequences: upperSet(headers.map(({ scanningSequence }) => scanningSequence)),
    variants: upperSet(headers.map(({ sequenceVariant }) => sequenceVariant)),
    options: [...upperSet([first.scanOptions])],
    contrasts: upperSet(headers.map(({ acquisitionContrast }) => [acquisitionContrast ?? ''])),
    repetitionTime: firstNumber(headers, (header) => header.repetitionTime),
    echoTimes: distinct(echoTimesOf(headers)).filter((time) => time > 0),
    inversionTimes: distinct(headers.map(({ inversionTime }) => inversionTime)).filter((time) => time > 0),
    flipAngle: firstNumber(headers, (header) => header.flipAngle),
    bValues: distinct(bValuesOf(headers)),
    directions: countDirections(headers),
    timePoints: Math.max(1, distinct(timesOf(headers)).length, hints.timePoints ?? 1),
    agent,
    ordered,
    geometry: measureGeometry(ordered),
  };
}
