/**
 * Private attributes that are known to hold no identity: those of PS3.15 table E.3.10-1 that MR scanners write, and numbers of
 * diffusion and scaling whose meaning DOMAIN 3.3 gives (seen in the sources of dcm2niix and pydicom). By creator: the last
 * byte of the element, as hex.
 */
export const SAFE_PRIVATE: Readonly<Record<string, readonly string[]>> = {
  // b-value, directionality, gradient direction, b-matrix, images in a mosaic
  'SIEMENS MR HEADER': ['0019:0a', '0019:0c', '0019:0d', '0019:0e', '0019:27'],
  // pulse sequence names, scan plane
  GEMS_ACQU_01: ['0019:9c', '0019:9e', '0019:17'],
  // b-value, image type, diffusion image type, gradient coil entry
  GEMS_PARM_01: ['0043:2f', '0043:30', '0043:39', '0043:6f'],
  GEMS_SERS_01: ['0025:07'],
  // b-factor, direction, technique, orientation, EPI factor
  'Philips Imaging DD 001': ['2001:03', '2001:04', '2001:0b', '2001:13', '2001:20'],
  // scale intercept and slope, diffusion direction
  'Philips MR Imaging DD 001': ['2005:0d', '2005:0e', '2005:11', '2005:b0', '2005:b1', '2005:b2'],
};
