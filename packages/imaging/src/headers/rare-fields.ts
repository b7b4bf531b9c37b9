import type { InstanceHints } from '../model.ts';
import type { Attributes } from './attributes.ts';
import type { SharedGroups } from './functional-groups.ts';
import type { VendorSigns } from './vendor-attributes.ts';

const COMPONENTS: Readonly<Record<string, InstanceHints['component']>> = {
  MAGNITUDE: 'magnitude',
  PHASE: 'phase',
  REAL: 'real',
  IMAGINARY: 'imaginary',
};

const time = (text: string) => {
  const match = /^(\d{2}):?(\d{2}):?(\d{2})?/.exec(text);
  return match === null ? undefined : `${match[1]}:${match[2]}:${match[3] ?? '00'}`;
};

const positive = (value: number | null | undefined) =>
  value !== null && value !== undefined && value > 0 ? value : undefined;

/** Rarer standard attributes; those that the file leaves out are undefined. */
function standardHints(
  attributes: Attributes,
  groups: SharedGroups | null,
): Partial<Record<keyof InstanceHints, unknown>> {
  const timePoints = attributes.number('x00200105') ?? 0;
  const volume = attributes.text('x00089207') || groups?.volumeCalculation || '';
  return {
    angiography: attributes.text('x00180025') === 'Y' ? true : undefined,
    component: COMPONENTS[groups?.component || attributes.text('x00089208')],
    volumeCalculation: volume === '' || volume === 'NONE' ? undefined : volume,
    directionality: groups?.directionality || attributes.text('x00189075') || undefined,
    coil: attributes.text('x00181250') || groups?.coil || undefined,
    patientPosition: attributes.text('x00185100') || undefined,
    anatomicRegion: attributes.items('x00082218')[0]?.text('x00080104') || groups?.anatomicRegion || undefined,
    timePoints: timePoints > 1 ? timePoints : undefined,
    cardiacPhases: positive(attributes.number('x00181090')),
    triggerTime: positive(attributes.number('x00181060')),
    echoNumber: attributes.number('x00180086') ?? undefined,
    contrastStart: time(attributes.text('x00181042')),
    velocityEncoding: positive(groups?.velocityEncoding),
    requested: attributes.text('x00321060') || undefined,
  };
}

/** Standard attributes before those of the vendor. Null where neither says anything. */
function hintsOf(attributes: Attributes, groups: SharedGroups | null, vendor: VendorSigns): InstanceHints | null {
  const hints: Partial<Record<keyof InstanceHints, unknown>> = { ...vendor.hints };
  let any = vendor.hints !== undefined && Object.keys(vendor.hints).length > 0;
  for (const [name, value] of Object.entries(standardHints(attributes, groups))) {
    if (value === undefined) continue;
    hints[name as keyof InstanceHints] = value;
    any = true;
  }
  return any ? (hints as InstanceHints) : null;
}

/** The signs that only some files carry; left out where they are silent. */
export function rareSigns(attributes: Attributes, groups: SharedGroups | null, vendor: VendorSigns) {
  const acquisitionContrast = attributes.text('x00089209') || groups?.acquisitionContrast || '';
  const pulseSequenceName = attributes.text('x00189005') || vendor.pulseSequenceName;
  const standard = attributes.anyNumbers('x00189089', 'FD');
  const direction = [groups?.gradientDirection ?? [], standard, vendor.gradientDirection].find(
    (axis) => axis.length === 3,
  );
  const temporalPosition = attributes.number('x00200100') ?? vendor.temporalPosition ?? null;
  // (0018,9250) is written by enhanced and by some classic images; NONE says that it is no labelling.
  const aslContrast = attributes.text('x00189250');
  const aslContext =
    groups?.aslContext ||
    attributes.text('x00189257') ||
    vendor.aslContext ||
    (aslContrast === 'NONE' ? '' : aslContrast);
  const hints = hintsOf(attributes, groups, vendor);
  return {
    ...(acquisitionContrast === '' ? {} : { acquisitionContrast }),
    ...(pulseSequenceName === '' ? {} : { pulseSequenceName }),
    ...(direction === undefined ? {} : { gradientDirection: direction }),
    ...(temporalPosition === null ? {} : { temporalPosition }),
    ...(aslContext === '' ? {} : { aslContext }),
    ...(hints === null ? {} : { hints }),
  };
}
