import type { Weighting } from '../model.ts';

/**
 * What words in SeriesDescription and ProtocolName say of the weighting. Specific before general; the first rule that
 * matches holds. Patterns run over the text of `wordsOf`: lower case, a space around every word. Names of techniques:
 * vendors' acronym lists (DOMAIN 3.6), checked against the labelled headers in the tests.
 */
export interface WordRule {
  readonly weighting: Weighting;
  readonly pattern: RegExp;
}

const words = (list: string) => new RegExp(` (?:${list}) `);

export const LOCALIZER_WORDS = new RegExp(
  ' (?:loc|locs|localizer|localizers|localiser|localizador|localizzatore|lokalizer|locator|locs?\\d|scout|survey|topogram|topo|pilot|scano|scanogram|' +
    '3 ?plane|3 ?pl|three plane|tri ?plane|autoalign|aahead|aaknee|aaspine|aashoulder|smartbrain|smartknee|plan scan|planning|reperage|ubersicht|oversikt|' +
    'calib|calibration|cal|locator\\w*|asset cal\\w*|coilsurvey|refscan|ref scan|senserefscan|prescan|shim) |位置決め',
);

/** Series of research and service that no reader reports on. */
export const SERVICE_WORDS = words(
  'care ?bolus\\w*|test ?bolus\\w*|bolus ?trak\\w*|smartprep\\w*|(?:ax|bolus) timing|mre|elastogra\\w*|field ?map(?:ping)?|fieldmaps|gre field|field mapping|b0 ?map|b1 ?map|b0map|b1map|fmap|topup|sefm|spinechofieldmap\\w*|distortion ?map|' +
    'mrs|svs|csi|press|steam|spectroscopy|spectro|spectrum|metabolite\\w*|probe p|megapress|phoenix\\w*|fm cv\\d+\\w*',
);

export const SCREEN_WORDS = words(
  'screen ?save\\w*|screen ?shots?|screencap\\w*|captures?|snapshot|key ?images?|summary series|posdisp',
);

export const WORD_RULES: readonly WordRule[] = [
  { weighting: 'other', pattern: words('exponential\\w*|eadc|exp adc') },
  {
    weighting: 'ADC',
    pattern: words('adc|dadc|apparent diffusion|apparent diffusion coefficient\\w*|adc map|difusion adc'),
  },
  { weighting: 'ASL', pattern: words('asl|pcasl|pasl|casl|3dpcasl|arterial spin\\w*|asl \\w*|tgse pasl|\\w*pcasl') },
  {
    weighting: 'DTI',
    pattern: words(
      'dti|tensor|dti\\w+|colfa|fa map|fractional ?aniso\\w*|tensor b0|\\d\\d dirs?|\\w+ \\d\\ddir\\w*|dir\\d\\d',
    ),
  },
  {
    weighting: 'DWI',
    pattern: words(
      'dwi|dw|diff|diffusion|difusion|diffusionsgewichtet|tracew?|isodwi|resolve|dwibs|reveal|muse|zoomit diff|b ?\\d{3,4}|b0 b1000|ep2d diff|\\w*dwi|\\w*diff|advdiff|b ?values? ?\\d*|\\w*_?dwi\\d*|ddwi|highb|hb dwi|sdwi|cdwi',
    ),
  },
  {
    weighting: 'SWI',
    pattern: words('swi(?!ft)\\w*|swan|swmr|venbold|ven bold|venous bold|fsbb|qsm|suscept\\w*|mip swi|minip swi|bsi'),
  },
  { weighting: 'DCE', pattern: words('dce|perf dce|dce perf') },
  {
    weighting: 'DSC',
    pattern: words(
      'dsc|rcbv|rcbf|relcbv|relcbf|relccbv|mtt|ttp|pbp|perf|perfusion|perfusie|perf \\w*|ep2d perf|pwi|tmax',
    ),
  },
  {
    weighting: 'BOLD',
    pattern: words(
      'bold|fmri|f mri|fcmri|rsfmri|rest|resting|resting state|restingstate|rs fmri|task \\w+|func|\\w*bold|fmri \\w*|motor task|finger tapping|epi pe',
    ),
  },
  { weighting: 'MRCP', pattern: words('mrcp|cholangio\\w*|mrcp\\w+|\\w+mrcp|bili mrcp') },
  {
    weighting: 'LGE',
    pattern: words(
      'lge|late gad\\w*|late enhancement|delayed enh\\w*|viab\\w*|psir (?:sax|lax|2ch|4ch|3ch)|de ?sax|mde|ir tfl psir',
    ),
  },
  { weighting: 'CINE', pattern: words('cine|kine|cine \\w*|cinemato\\w*|cine trufi') },
  {
    weighting: 'CE-MRA',
    pattern: words(
      'ce ?mra|mra ce|cemra|ce angio|twist|tricks|4d trak|mra (?:\\w+ )?(?:post|gd|plusc|plusgd|contrast)|angio (?:\\w+ )?(?:post|gd|ce|km)|timecourse mra',
    ),
  },
  { weighting: 'TOF', pattern: words('tof|tof\\w+|\\w*tof|time of flight|3dtof|2dtof|inhance inflow') },
  {
    weighting: 'PC-MRA',
    pattern: words(
      'pc ?mra|pca|pc2d|pc3d|2d ?pc|3d ?pc|phase contrast|venc\\d*|velocity|qflow|q flow|flow quant\\w*|pcmra|mrv pc|4d flow',
    ),
  },
  {
    weighting: 'DCE',
    pattern: words(
      'dynamic|dynamics|dyn|dyna|dynamisch|dynamique|dinamico|dinamica|multi ?phase|multiphasic|early arterial|late arterial|arterial|portal(?: ven\\w*)?|equilibrium|hepatobiliary|kinetic',
    ),
  },
  { weighting: 'T1-FLAIR', pattern: / t1 (?:\w+ ){0,2}(?:flair|tir|tirm|dark fluid) | flair (?:\w+ )?t1 | t1flair / },
  {
    weighting: 'T2-FLAIR',
    pattern: words('flair|flair\\w+|\\w*flair|dark fluid|darkfluid|da fl|dafl|spcir|spc ir|t2flair|fluid attenuated'),
  },
  { weighting: 'STIR', pattern: words('stir|stir\\w*|faststir|fast stir|turbo stir|\\w*stir') },
  {
    weighting: 'T1',
    pattern: words(
      'mprage|mp ?rage|memprage|mp2rage|me mprage|bravo|fspgr|spgr|ir fspgr|ir spgr|vibe|lava|lava flex|thrive|ethrive|vibrant|bliss|disco|t1 ?ffe|t1 ?tfe|starvibe|flash|tfl|tfl3d|3d tfe|liver dixon|dixon vibe|quick ?3d',
    ),
  },
  {
    weighting: 'T2*',
    pattern: words(
      't2star|t2star\\w+|t2 ?ffe|gre t2|t2 gre|hemo|haem|hemoflash|t2s|t2 star|t2 flash|t2 fl2d|t2 fl|medic|merge|mffe|cosmic|3d merge',
    ),
  },
  {
    weighting: 'T2',
    pattern: words(
      'ciss|ciss3d|fiesta ?c|fiestac|drive|haste|ssfse|ssh|sssh|ss ?tse|sstse|single ?shot|ssh ?tse|hyce|fase|t2 trufi|t2 w',
    ),
  },
  {
    weighting: 'PD',
    pattern: words(
      'pd|pdw|dp|proton ?dens\\w*|proton|rho|protonendichte|densite de protons|densidad protonica|pd w|intermediate',
    ),
  },
  { weighting: 'T2', pattern: words('t2|t2w|t2 ?tse|t2 ?fse|frfse|2d ?t2|t2 weighted') },
  { weighting: 'T1', pattern: words('t1|t1w|t1 ?se|t1 ?tse|t1 ?fse|t1 weighted') },
  {
    weighting: 'T1',
    pattern: words('(?:in|out|opp|opposed|in ?out|in ?opp|out of) ?phase|inphase|outphase|ip ?op|in opp|dual ?ffe'),
  },
  { weighting: 'other', pattern: words('fiesta|fs ?fiesta|true ?fisp|trufi\\w*|b ?ffe|balanced ffe|bssfp|ssfp') },
];

export const ANGIOGRAPHY_WORDS = words('angio|angiography|mra|mrv|angio\\w*|venography');

/** What the sequence's own name says where the words are silent: Siemens SequenceName and its like (DOMAIN 3.6). */
export const SEQUENCE_NAME_RULES: readonly WordRule[] = [
  { weighting: 'other', pattern: /^\*?fm[23]d/ },
  { weighting: 'DWI', pattern: /^\*?(?:ep_b|re_b|blade_b|ep2d_diff|epse_diff)/ },
  { weighting: 'SWI', pattern: /^\*?swi3d/ },
  { weighting: 'BOLD', pattern: /^\*?epfid2d/ },
  { weighting: 'PC-MRA', pattern: /^\*?(?:fl_)?pc[23]d/ },
  { weighting: 'TOF', pattern: /^\*?fl[23]d\d*r?_t/ },
  { weighting: 'T2-FLAIR', pattern: /^\*?spcir/ },
  { weighting: 'T2*', pattern: /^\*?me[23]d/ },
  { weighting: 'T2', pattern: /^\*?(?:ci3d|h2d|h3d)/ },
  { weighting: 'T1', pattern: /^\*?tfl3d/ },
];

export const CONTRAST_YES = words(
  '(?:arterial|portal|venous|portalvenous|art) phase|portal ven\\w*|early arterial|late arterial|delayed|equilibrium|hepatobiliary|post|postgd|post gd|gd|gado|gad|gadolinium|contrast|ce|plusc|plusk|pluskm|plusgd|plusgad|plusgado|pluscontrast|with contrast|enhanced|kontrast|km|mit km|nach km|post km|mdc|con mdc|dopo mdc|post mdc|con contraste|com contraste|civ|inj|post inj|avec gado|met gd|na gd|med gd|efter gd|c plus|' +
    'dotarem|clariscan|gadovist|gadavist|prohance|multihance|magnevist|omniscan|optimark|primovist|eovist|gadobutrol|gadoterate|gadoteridol|gadobenate|gadoxetate',
);
export const CONTRAST_YES_CJK = /造影/;
export const CONTRAST_NO = words(
  'pre|precontrast|pre contrast|pre gd|plain|native|nativ|non contrast|noncontrast|no contrast|without|without contrast|unenhanced|nonenhanced|minusc|minusk|minuskm|minusgd|ohne km|ohne|vor km|sans gado|sans gd|sans inj|sans|sin contraste|simple|senza contrasto|senza mdc|senza gd|senza|basale|sem contraste|sem|zonder gd|zonder|geen gd|blanco|utan gd|utan|ej gd|uden|uten|pre inj',
);
export const CONTRAST_NO_CJK = /単純/;
/** Both at once: the description names the whole examination ("W WO CONTRAST"). */
export const CONTRAST_BOTH = words(
  '(?:w|with|mit|avec|con|com|met) (?:and |und |et |y |e )?(?:wo|w o|without|ohne|sans|sin|sem|zonder)|(?:wo|without|ohne|sans|sin|sem|zonder) (?:and |und |et |y |e )?(?:w|with|mit|avec|con|com|met)|wwo|wow|pre post|pre and post',
);

export const FAT_SUPPRESSED = words(
  'fs|fatsat|fat sat|fat saturated|fat suppressed|fatsup\\w*|fsat|spir|spair|aspir|we|water exc\\w*|water excitation|proset|chemsat|chem sat|stir|tirm|fettsaettigung|fettges\\w*|fettsuppr\\w*|satfat|sat fat|fat ?suppression|dixon w|dixon water|ideal w|water|dwibs|idealwater|opp w|fatsep w|sg fs|suppression graisse|supresion grasa',
);
export const NOT_FAT_SUPPRESSED = words(
  'no fs|non fs|nonfs|nofs|without fs|without fat sat|ohne fs|non fat sat|no fat sat|nfs|sans fs|sin fs|wo fs',
);

export const PLANE_WORDS: readonly (readonly ['axial' | 'sagittal' | 'coronal', RegExp])[] = [
  ['sagittal', / (?:sag|sagittal|sagital|saggital|sagitale|sagittale) |矢状断/],
  ['coronal', / (?:cor|coronal|kor|koronar|coro|coronale|frontal|coronaal) |冠状断/],
  [
    'axial',
    / (?:ax|axial|tra|trans|transversal|transverse|transv|axiaal|transversaal|ass|assiale|axi|axials) |横断|軸位|水平断/,
  ],
];

/** Joints, where TE 30-60 ms is called proton density. */
export const JOINT_REGIONS: ReadonlySet<string> = new Set([
  'shoulder',
  'elbow',
  'wrist-hand',
  'hip',
  'knee',
  'ankle-foot',
]);
