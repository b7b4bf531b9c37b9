import { measureGeometry, type OrderedFrame, orderFrames, type SeriesGeometry } from '../geometry/order-frames.ts';
import type { InstanceHeader } from '../model.ts';
import { wordsOf } from './words.ts';

/** Everything in the headers of one series that speaks of what it is. Times in ms. */
export interface SeriesSigns {
  readonly first: InstanceHeader;
  readonly description: string;
  readonly protocol: string;
  readonly sequenceName: string;
  /** ImageType values after the second, of all instances, upper case. */
  readonly tokens: ReadonlySet<string>;
  readonly isDerived: boolean;
  readonly sequences: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
  readonly options: readonly string[];
  readonly contrasts: ReadonlySet<string>;
  readonly repetitionTime: number | null;
  readonly echoTimes: readonly number[];
  readonly inversionTime: number | null;
  readonly flipAngle: number | null;
  readonly bValues: readonly number[];
  readonly directions: number;
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

const distinct = (values: readonly (number | null)[]) =>
  [...new Set(values.filter((value): value is number => value !== null))].sort((a, b) => a - b);

const upper = (values: readonly string[]) => values.map((value) => value.toUpperCase()).filter((value) => value !== '');

/** Gradient directions, those that point opposite ways counted as one. */
function countDirections(headers: readonly InstanceHeader[]): number {
  const seen = new Set<string>();
  for (const { gradientDirection } of headers) {
    if (gradientDirection?.length !== 3 || gradientDirection.every((part) => part === 0)) continue;
    const lead = gradientDirection.find((part) => Math.abs(part) > 0.01) ?? 1;
    const rounded = gradientDirection.map((part) => (Math.sign(lead) * part).toFixed(2).replace('-0.00', '0.00'));
    seen.add(rounded.join(' '));
  }
  return seen.size;
}

/** A placeholder that vendors write where no agent was named. */
const NO_AGENT = /^(?:none|no|off|not used|n\/a|-|0|null)?$/i;

/** Gathers the signs of a series; `headers` must not be empty. */
export function readSigns(headers: readonly InstanceHeader[]): SeriesSigns {
  const first = headers[0] as InstanceHeader;
  const ordered = orderFrames(headers);
  const frameB = headers.flatMap(({ perFrame }) => perFrame.map(({ bValue }) => bValue));
  const agents = headers.map(({ contrastAgent }) => contrastAgent).filter((agent) => !NO_AGENT.test(agent));
  return {
    first,
    description: wordsOf(first.seriesDescription),
    protocol: wordsOf(first.protocolName),
    sequenceName: first.sequenceName.toLowerCase() || (first.pulseSequenceName ?? '').toLowerCase(),
    tokens: new Set(headers.flatMap(({ imageType }) => upper(imageType.slice(2)))),
    isDerived: headers.every(({ imageType }) => imageType[0]?.toUpperCase() === 'DERIVED'),
    sequences: new Set(headers.flatMap(({ scanningSequence }) => upper(scanningSequence))),
    variants: new Set(headers.flatMap(({ sequenceVariant }) => upper(sequenceVariant))),
    options: upper(first.scanOptions),
    contrasts: new Set(upper(headers.map(({ acquisitionContrast }) => acquisitionContrast ?? ''))),
    repetitionTime: firstNumber(headers, (header) => header.repetitionTime),
    echoTimes: distinct(headers.map(({ echoTime }) => echoTime)).filter((time) => time > 0),
    inversionTime: firstNumber(headers, (header) => header.inversionTime),
    flipAngle: firstNumber(headers, (header) => header.flipAngle),
    bValues: distinct([...headers.map(({ diffusionBValue }) => diffusionBValue), ...frameB]),
    directions: countDirections(headers),
    agent: agents[0] ?? '',
    ordered,
    geometry: measureGeometry(ordered),
  };
}
