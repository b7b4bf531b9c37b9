import { axesOf } from '../geometry/vectors.ts';
import type { InstanceHeader, SideSaid, SideSource } from '../model.ts';
import { hasSides, lateralityOf, regionOf, sideIn } from './region.ts';

/** Sources that name different sides. A value, not a sentence: whoever shows it has the words. */
export interface SideCheck {
  readonly region: string;
  /** The side on which all agree, '' where none is named or they differ. */
  readonly side: string;
  readonly said: readonly SideSaid[];
  /** Each pair that cannot both be true. */
  readonly conflicts: readonly (readonly [SideSaid, SideSaid])[];
}

const isSide = (side: string): side is SideSaid['side'] => side === 'left' || side === 'right' || side === 'both';

/** So far from the body's middle (mm) a joint is on one side, if the patient lies in the middle of the table. */
const OFF_MIDDLE_MM = 40;

/** The middle of a picture in patient coordinates: x runs to the patient's left (PS3.3 C.7.6.2.1.1). */
function middleX({ position, orientation, pixelSpacing, rows, columns }: InstanceHeader): number | null {
  const axes = axesOf(orientation);
  if (axes === null || position === null || pixelSpacing === null) return null;
  const [between, within] = pixelSpacing;
  return (position[0] ?? 0) + (axes.row[0] * within * columns) / 2 + (axes.column[0] * between * rows) / 2;
}

/** A weak sign, told only where the pictures all lie clearly on one side: tables are not always centred. */
function sideByPosition(headers: readonly InstanceHeader[]): SideSaid | null {
  const middles = headers.map(middleX).filter((x): x is number => x !== null);
  if (middles.length === 0) return null;
  const mean = middles.reduce((sum, x) => sum + x, 0) / middles.length;
  if (Math.abs(mean) < OFF_MIDDLE_MM || middles.some((x) => Math.sign(x) !== Math.sign(mean))) return null;
  return { source: 'position', side: mean > 0 ? 'left' : 'right', text: `${Math.round(Math.abs(mean))} mm` };
}

function saidIn(source: SideSource, text: string): SideSaid[] {
  const side = sideIn(text);
  return isSide(side) ? [{ source, side, text }] : [];
}

const different = (a: SideSaid, b: SideSaid) => a.side !== b.side && a.side !== 'both' && b.side !== 'both';

/** What in the images of a study names a side of its region, the firm sources first; none where the region has no sides. */
export function sidesSaid(headers: readonly InstanceHeader[], region: string = regionOf(headers)): SideSaid[] {
  if (!hasSides(region)) return [];
  const attribute = headers.find((header) => lateralityOf(header) !== '');
  const attributeSide = attribute === undefined ? '' : lateralityOf(attribute);
  const descriptions = [...new Set(headers.map(({ seriesDescription }) => seriesDescription))];
  const position = sideByPosition(headers);
  return [
    ...(attribute !== undefined && isSide(attributeSide)
      ? [{ source: 'laterality' as const, side: attributeSide, text: attribute.laterality }]
      : []),
    ...saidIn('study description', headers[0]?.studyDescription ?? ''),
    ...descriptions.flatMap((text) => saidIn('series descriptions', text)).slice(0, 1),
    ...saidIn('request', headers[0]?.hints?.requested ?? ''),
    ...(position === null ? [] : [position]),
  ];
}

/** Each pair of sources that cannot both be true. Position alone contradicts nobody: tables are not always centred. */
export function sideConflicts(said: readonly SideSaid[]): (readonly [SideSaid, SideSaid])[] {
  const firm = said.filter(({ source }) => source !== 'position');
  return firm.flatMap((one, at) =>
    firm.slice(at + 1).flatMap((other) => (different(one, other) ? [[one, other] as const] : [])),
  );
}

/**
 * Which side of the body the images, the request and the report name, and where they contradict each other: "the request says
 * left knee, the images say right". Position is listed with what was said.
 *
 * @param asked texts of the request and of the report, as far as there are any
 */
export function checkSide(
  headers: readonly InstanceHeader[],
  asked: { readonly request?: string; readonly report?: string } = {},
): SideCheck {
  const region = regionOf(headers);
  if (!hasSides(region)) return { region, side: '', said: [], conflicts: [] };
  const inImages = sidesSaid(headers, region).filter(
    ({ source }) => asked.request === undefined || source !== 'request',
  );
  const said = [
    ...inImages.filter(({ source }) => source !== 'position'),
    ...saidIn('request', asked.request ?? ''),
    ...saidIn('report', asked.report ?? ''),
    ...inImages.filter(({ source }) => source === 'position'),
  ];
  const sides = new Set(said.filter(({ source }) => source !== 'position').map(({ side }) => side));
  return { region, side: sides.size === 1 ? ([...sides][0] ?? '') : '', said, conflicts: sideConflicts(said) };
}
