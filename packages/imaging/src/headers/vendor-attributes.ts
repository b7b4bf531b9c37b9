import type { Attributes } from './attributes.ts';

/** What vendors keep in private blocks of classic images. Tags and meanings: dcm2niix's vendor notes, pydicom's dictionary. */
export interface VendorSigns {
  readonly bValue: number | null;
  readonly gradientDirection: readonly number[];
  /** The vendor's own name of the technique, '' when none. */
  readonly pulseSequenceName: string;
}

const SIEMENS = 'SIEMENS MR HEADER';
const GE_ACQUISITION = 'GEMS_ACQU_01';
const GE_PARAMETERS = 'GEMS_PARM_01';
const PHILIPS = 'Philips Imaging DD 001';
const PHILIPS_MR = 'Philips MR Imaging DD 001';
const UNITED = 'Image Private Header';

/** GE adds 1e9 to the b-value where several directions were played out. */
const GE_B_MODULUS = 1_000_000_000;

function siemens(attributes: Attributes): VendorSigns {
  const b = attributes.privateTag('0019', SIEMENS, '0c');
  const direction = attributes.privateTag('0019', SIEMENS, '0e');
  return {
    bValue: attributes.anyNumbers(b, 'IS')[0] ?? null,
    gradientDirection: attributes.anyNumbers(direction, 'FD'),
    pulseSequenceName: '',
  };
}

function ge(attributes: Attributes): VendorSigns {
  const parameters = attributes.anyNumbers(attributes.privateTag('0043', GE_PARAMETERS, '39'), 'IS');
  const axes = ['bb', 'bc', 'bd'].map((axis) => attributes.privateTag('0019', GE_ACQUISITION, axis));
  const direction = axes.map((tag) => attributes.anyNumbers(tag, 'IS')[0] ?? 0);
  const names = ['9c', '9e'].map((low) => attributes.text(attributes.privateTag('0019', GE_ACQUISITION, low)));
  return {
    bValue: parameters[0] === undefined ? null : parameters[0] % GE_B_MODULUS,
    gradientDirection: direction.some((part) => part !== 0) ? direction : [],
    pulseSequenceName: names.filter((name) => name !== '').join(' '),
  };
}

function philips(attributes: Attributes): VendorSigns {
  const axes = ['b0', 'b1', 'b2'].map((axis) => attributes.privateTag('2005', PHILIPS_MR, axis));
  const direction = axes.map((tag) => attributes.anyNumbers(tag, 'FL')[0] ?? 0);
  const b = attributes.anyNumbers(attributes.privateTag('2001', PHILIPS, '03'), 'FL')[0];
  return {
    bValue: b !== undefined && b >= 0 ? b : null,
    gradientDirection: direction.some((part) => part !== 0) ? direction : [],
    pulseSequenceName: attributes.text(attributes.privateTag('2001', PHILIPS, '20')),
  };
}

function united(attributes: Attributes): VendorSigns {
  return {
    bValue: attributes.anyNumbers(attributes.privateTag('0065', UNITED, '09'), 'FD')[0] ?? null,
    gradientDirection: attributes.anyNumbers(attributes.privateTag('0065', UNITED, '37'), 'FD'),
    pulseSequenceName: attributes.text(attributes.privateTag('0065', UNITED, '2d')),
  };
}

/** Reads the private signs of the vendor that the file names; other vendors have none that we know. */
export function vendorSigns(attributes: Attributes, manufacturer: string): VendorSigns {
  const name = manufacturer.toLowerCase();
  if (name.includes('siemens')) return siemens(attributes);
  if (/^ge\b|general electric/.test(name)) return ge(attributes);
  if (name.includes('philips')) return philips(attributes);
  if (/\buih\b|united imaging/.test(name)) return united(attributes);
  return { bValue: null, gradientDirection: [], pulseSequenceName: '' };
}
