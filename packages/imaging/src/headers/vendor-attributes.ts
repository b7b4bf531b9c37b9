import type { InstanceHints } from '../model.ts';
import type { Attributes, NumberVr } from './attributes.ts';
import { readCsa, sequenceOfProtocol } from './siemens-csa.ts';

/**
 * What vendors keep in private blocks, each found by its creator and never by a fixed place (PS3.5 7.8.1). Tags and meanings:
 * DOMAIN 3.3, dcm2niix's vendor notes, pydicom's private dictionary.
 */
export interface VendorSigns {
  readonly bValue: number | null;
  readonly gradientDirection: readonly number[];
  /** The vendor's own name of the technique, '' when none. */
  readonly pulseSequenceName: string;
  /** ScanningSequence, SequenceVariant and ScanOptions where only a private block has them. */
  readonly technique?: readonly [readonly string[], readonly string[], readonly string[]];
  readonly aslContext?: string;
  readonly temporalPosition?: number;
  readonly hints?: InstanceHints;
}

const NOTHING: VendorSigns = { bValue: null, gradientDirection: [], pulseSequenceName: '' };

const SIEMENS = 'SIEMENS MR HEADER';
const SIEMENS_CSA = 'SIEMENS CSA HEADER';
const SIEMENS_XA = ['SIEMENS MR SDS 01', 'SIEMENS MR SDI 02'] as const;
const GE_ACQUISITION = 'GEMS_ACQU_01';
const GE_PARAMETERS = 'GEMS_PARM_01';
const PHILIPS = 'Philips Imaging DD 001';
const PHILIPS_MR = ['Philips MR Imaging DD 001', 'Philips MR Imaging DD 005'] as const;
const UNITED = 'Image Private Header';

/** GE adds 1e9 to the b-value where several directions were played out. */
const GE_B_MODULUS = 1_000_000_000;

type Numbers = (element: string, vr: NumberVr) => readonly number[];

const numbersIn =
  (attributes: Attributes, group: string, creator: string): Numbers =>
  (element, vr) =>
    attributes.anyNumbers(attributes.privateTag(group, creator, element), vr);

const textIn = (attributes: Attributes, group: string, creator: string, element: string) =>
  attributes.text(attributes.privateTag(group, creator, element)).trim();

const isDirection = (axes: readonly (number | undefined)[]): axes is number[] =>
  axes.length === 3 && axes.every((part) => part !== undefined) && axes.some((part) => part !== 0);

/** "Sag", "Tra>Cor(-12.3)", "SAGITTAL", "cor": the plane as scanners write it. */
function planeOfText(text: string): InstanceHints['plane'] {
  const word = text.trim().toLowerCase();
  if (/^(?:tra|ax)/.test(word)) return 'axial';
  if (word.startsWith('sag')) return 'sagittal';
  return word.startsWith('cor') ? 'coronal' : undefined;
}

/** Without the keys that say nothing. */
function said<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;
}

const CSA_FIELDS: ReadonlySet<string> = new Set(['B_value', 'DiffusionGradientDirection']);

/** V-line software keeps b-value and direction in the CSA header where the open private block has none. */
function siemensCsa(attributes: Attributes): Pick<VendorSigns, 'bValue' | 'gradientDirection'> | null {
  const tag = attributes.privateTag('0029', SIEMENS_CSA, '10');
  if (tag === '' || !attributes.has(tag)) return null;
  const fields = readCsa(attributes.bytes(tag), CSA_FIELDS);
  const b = Number(fields.get('B_value')?.[0] ?? Number.NaN);
  const direction = (fields.get('DiffusionGradientDirection') ?? []).map(Number);
  return { bValue: Number.isFinite(b) ? b : null, gradientDirection: isDirection(direction) ? direction : [] };
}

/** The CSA header is large: it is opened only for pictures that may be of diffusion. */
const mayBeDiffusion = (attributes: Attributes) =>
  attributes.texts('x00180020').includes('EP') || attributes.text('x00180020') === '';

function siemensName(attributes: Attributes): string {
  if (attributes.text('x00180024') !== '' || attributes.text('x00180020') !== '') return '';
  const tag = attributes.privateTag('0029', SIEMENS_CSA, '20');
  return tag === '' ? '' : sequenceOfProtocol(attributes.bytes(tag));
}

function siemensXa(attributes: Attributes): Pick<VendorSigns, 'technique'> & { readonly tokens?: readonly string[] } {
  const texts = (element: string) => {
    for (const creator of SIEMENS_XA) {
      const found = attributes.texts(attributes.privateTag('0021', creator, element)).filter((text) => text !== '');
      if (found.length > 0) return found;
    }
    return [];
  };
  const [sequence, variant, options] = [texts('5a'), texts('5b'), texts('5c')];
  const imageType = texts('75').slice(2);
  return {
    ...(sequence.length > 0 ? { technique: [sequence, variant, options] as const } : {}),
    ...(imageType.length > 0 ? { tokens: imageType } : {}),
  };
}

function siemens(attributes: Attributes): VendorSigns {
  const numbers = numbersIn(attributes, '0019', SIEMENS);
  const open = { bValue: numbers('0c', 'IS')[0] ?? null, gradientDirection: numbers('0e', 'FD') };
  const csa = open.bValue === null && mayBeDiffusion(attributes) ? siemensCsa(attributes) : null;
  const { tokens, technique } = siemensXa(attributes);
  return {
    ...(csa ?? open),
    pulseSequenceName: siemensName(attributes),
    ...(technique === undefined ? {} : { technique }),
    hints: said({
      tokens,
      directionality: textIn(attributes, '0019', SIEMENS, '0d') || undefined,
      slicesPerGrid: numbers('0a', 'US')[0],
      plane: planeOfText(textIn(attributes, '0051', SIEMENS, '0e')),
      coil: textIn(attributes, '0051', SIEMENS, '0f'),
    }),
  };
}

const GE_PLANES: Readonly<Record<number, InstanceHints['plane']>> = {
  2: 'axial',
  4: 'sagittal',
  8: 'coronal',
  16: 'oblique',
  256: 'multiple',
};
const COMPONENTS = ['magnitude', 'phase', 'real', 'imaginary'] as const;
/** (0043,xx30): 14 is b = 0, 16 one direction; others are combined from several. */
const geDirectionality = (kind: number | undefined) =>
  kind === undefined ? undefined : kind === 14 ? 'NONE' : kind === 16 ? 'DIRECTIONAL' : undefined;

function ge(attributes: Attributes): VendorSigns {
  const acquisition = numbersIn(attributes, '0019', GE_ACQUISITION);
  const parameters = numbersIn(attributes, '0043', GE_PARAMETERS);
  const b = parameters('39', 'IS')[0];
  const direction = ['bb', 'bc', 'bd'].map((axis) => acquisition(axis, 'IS')[0] ?? 0);
  const names = ['9c', '9e'].map((low) => textIn(attributes, '0019', GE_ACQUISITION, low));
  const asl = ['a3', 'a4'].map((low) => textIn(attributes, '0043', GE_PARAMETERS, low)).find((text) => text !== '');
  return {
    bValue: b === undefined ? null : b % GE_B_MODULUS,
    gradientDirection: isDirection(direction) ? direction : [],
    pulseSequenceName: names.filter((name) => name !== '').join(' '),
    ...(asl === undefined ? {} : { aslContext: asl }),
    hints: said({
      plane: GE_PLANES[acquisition('17', 'SS')[0] ?? 0],
      component: COMPONENTS[parameters('2f', 'SS')[0] ?? -1],
      directionality: geDirectionality(parameters('30', 'SS')[0]),
    }),
  };
}

const PHILIPS_COMPONENTS: Readonly<Record<string, InstanceHints['component']>> = {
  ...{ M: 'magnitude', P: 'phase', R: 'real', I: 'imaginary' },
};

function philipsMr(attributes: Attributes, element: string, vr: NumberVr): number | undefined {
  for (const creator of PHILIPS_MR) {
    const value = numbersIn(attributes, '2005', creator)(element, vr)[0];
    if (value !== undefined) return value;
  }
  return undefined;
}

function philips(attributes: Attributes): VendorSigns {
  const imaging = numbersIn(attributes, '2001', PHILIPS);
  const direction = ['b0', 'b1', 'b2'].map((axis) => philipsMr(attributes, axis, 'FL') ?? 0);
  const b = imaging('03', 'FL')[0];
  const dynamics = imaging('81', 'IS')[0];
  const label = textIn(attributes, '2005', 'Philips MR Imaging DD 005', '29');
  const preparation = textIn(attributes, '2001', PHILIPS, '1c');
  const suppressed = textIn(attributes, '2001', PHILIPS, '21') === 'Y';
  const tokens = [...(suppressed ? ['PHILIPS SPIR'] : []), ...(preparation === 'INV' ? ['PHILIPS INV'] : [])];
  const isEpi = (imaging('13', 'SL')[0] ?? 0) > 1;
  return {
    bValue: b !== undefined && b >= 0 ? b : null,
    gradientDirection: isDirection(direction) ? direction : [],
    // Older software leaves EP out of ScanningSequence; the EPI factor tells.
    pulseSequenceName: [textIn(attributes, '2001', PHILIPS, '20'), isEpi ? 'EPI' : ''].filter(Boolean).join(' '),
    ...(label === '' || label.toUpperCase() === 'NONE' ? {} : { aslContext: label }),
    hints: said({
      tokens: tokens.length > 0 ? tokens : undefined,
      plane: planeOfText(textIn(attributes, '2001', PHILIPS, '0b')),
      component: PHILIPS_COMPONENTS[textIn(attributes, '2005', PHILIPS_MR[0], '11').slice(0, 1).toUpperCase()],
      timePoints: dynamics !== undefined && dynamics > 1 ? dynamics : undefined,
    }),
  };
}

function united(attributes: Attributes): VendorSigns {
  const numbers = numbersIn(attributes, '0065', UNITED);
  const text = (element: string) => textIn(attributes, '0065', UNITED, element);
  const direction = numbers('37', 'FD');
  return {
    bValue: numbers('09', 'FD')[0] ?? numbers('0a', 'FD')[0] ?? null,
    gradientDirection: isDirection(direction) ? direction : [],
    pulseSequenceName: text('2d') || text('2b') || text('31'),
    hints: said({ plane: planeOfText(text('02')), slicesPerGrid: numbers('50', 'IS')[0] }),
  };
}

/** Canon and Toshiba write b and direction into the comments of classic images: "b=1500(0.445,0.000,0.895)". */
function canon(attributes: Attributes): VendorSigns {
  const match = /b=\s*(\d+(?:\.\d+)?)(?:\(([-\d.]+),([-\d.]+),([-\d.]+)\))?/.exec(attributes.text('x00204000'));
  const direction = match === null ? [] : [match[2], match[3], match[4]].map(Number);
  return {
    ...NOTHING,
    bValue: match === null ? null : Number(match[1]),
    gradientDirection: direction.every(Number.isFinite) && isDirection(direction) ? direction : [],
  };
}

const READERS: readonly (readonly [
  RegExp,
  readonly (readonly [string, string])[],
  (attributes: Attributes) => VendorSigns,
])[] = [
  [
    /siemens/,
    [
      ['0019', SIEMENS],
      ['0029', SIEMENS_CSA],
      ['0021', SIEMENS_XA[0]],
      ['0021', SIEMENS_XA[1]],
    ],
    siemens,
  ],
  [
    /^ge\b|general electric|genesis/,
    [
      ['0019', GE_ACQUISITION],
      ['0043', GE_PARAMETERS],
    ],
    ge,
  ],
  [
    /philips|picker|marconi/,
    [
      ['2001', PHILIPS],
      ['2005', PHILIPS_MR[0]],
    ],
    philips,
  ],
  [/\buih\b|united imaging/, [['0065', UNITED]], united],
  [/canon|toshiba/, [], canon],
];

/** Reads the private signs of the vendor that the file names, or of the one whose blocks are in it where the name is gone. */
export function vendorSigns(attributes: Attributes, manufacturer: string): VendorSigns {
  const name = manufacturer.toLowerCase();
  const named = READERS.find(([pattern]) => pattern.test(name));
  const found =
    named ??
    READERS.find(([, blocks]) => blocks.some(([group, creator]) => attributes.privateTag(group, creator, '01') !== ''));
  return found === undefined ? NOTHING : found[2](attributes);
}
