import type { Weighting } from '../../model.ts';

/**
 * What the scanner's own name of a sequence decides where the words are silent: Siemens SequenceName (DOMAIN 3.6), names of
 * United Imaging and GE that are like them. Lower case, a star in front allowed.
 */
export const SEQUENCE_NAMES: readonly (readonly [Weighting, RegExp])[] = [
  ['other', /^\*?fm[23]d/],
  ['DWI', /^\*?(?:ep_b|re_b|blade_b|ep2d_diff|epse_diff|epi_dwi|dw_epi|ep_calc_b)/],
  ['DTI', /^\*?epi_dti/],
  ['SWI', /^\*?(?:swi3d|gre_swi|qswi)/],
  ['BOLD', /^\*?(?:epfid2d|epi_bold|gre_epi)/],
  ['PC-MRA', /^\*?(?:fl_)?pc[23]d|^gre_pc/],
  ['TOF', /^\*?fl[23]d\d*r?_t|^gre_tof|^tof[23]?d?|vasctof/],
  ['T2-FLAIR', /^\*?spcir|^fse_flair|t2flair/],
  ['T2*', /^\*?me[23]d/],
  ['T2', /^\*?(?:ci3d|h2d|h3d|hste|haste|fase)/],
  ['T1', /^\*?tfl3d|^gre_fsp|^bravo|^ir_?fspgr|^t1tfe|^t1ffe/],
  ['other', /^\*?(?:tfi[23]d|trufi|bssfp|fiesta|b-?tfe|b-?ffe)/],
];

/** ScanOptions of one vendor that name a sequence. */
export const SEQUENCE_OPTIONS: readonly (readonly [string, Weighting])[] = [
  ['T2FLAIR_GEMS', 'T2-FLAIR'],
  ['T1FLAIR_GEMS', 'T1-FLAIR'],
  ['VASCTOF_GEMS', 'TOF'],
];
