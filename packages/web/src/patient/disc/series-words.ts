import type { SeriesSummary, StudySummary, Weighting } from '@overread/imaging/model.ts';
import type { Words } from '../../ui/use-words.ts';

/** Which words a part of the body has of its own for what a series shows. */
type Body = 'spine' | 'brain' | 'joint' | 'other';

const BODIES: Readonly<Record<string, Body>> = {
  'cervical-spine': 'spine',
  'thoracic-spine': 'spine',
  'lumbar-spine': 'spine',
  brain: 'brain',
  pituitary: 'brain',
  shoulder: 'joint',
  elbow: 'joint',
  'wrist-hand': 'joint',
  hip: 'joint',
  knee: 'joint',
  'ankle-foot': 'joint',
};

/** What a series shows, by its weighting: the last part of an id `intake.shows.…`. */
const SHOWS: Readonly<Partial<Record<Weighting, string>>> = {
  T1: 't1',
  'T1-FLAIR': 't1',
  T2: 't2',
  PD: 't2',
  STIR: 'stir',
  'T2-FLAIR': 'flair',
  DWI: 'dwi',
  DTI: 'dti',
  ADC: 'adc',
  'T2*': 'blood',
  SWI: 'blood',
  TOF: 'vessels',
  'PC-MRA': 'vessels',
  'CE-MRA': 'vessels',
  DSC: 'flow',
  DCE: 'flow',
  ASL: 'flow',
  BOLD: 'activity',
  MRCP: 'bile',
  CINE: 'heart',
  LGE: 'scar',
};

/** Parts of the body that say it their own way; the rest says it as `other` does. */
const OWN: readonly string[] = [
  'spine.t1.axial',
  'spine.t1',
  'spine.t2.axial',
  'spine.t2',
  'brain.t1',
  'brain.t1c',
  'brain.t2',
  'joint.t1',
  'joint.t2',
];

/** Every id that this file can ask for, so that a test can look for each in the catalogue. */
export const SHOWS_IDS: readonly string[] = [
  ...OWN,
  ...['t1c', ...new Set(Object.values(SHOWS))].map((kind) => `other.${kind}`),
  'localizer',
  'screenshot',
  'report',
  'derived',
].map((id) => `intake.shows.${id}`);

function showsId(series: SeriesSummary, region: string): string | null {
  if (series.role === 'localizer' || series.weighting === 'localizer') return 'intake.shows.localizer';
  if (series.role === 'screenshot' || series.role === 'report') return `intake.shows.${series.role}`;
  const shown = SHOWS[series.weighting];
  if (shown === undefined) return series.role === 'derived' ? 'intake.shows.derived' : null;
  const kind = shown === 't1' && series.contrastEnhanced === true ? 't1c' : shown;
  const body = BODIES[region] ?? 'other';
  const own = [`${body}.${kind}.${series.plane}`, `${body}.${kind}`].find((id) => OWN.includes(id));
  return `intake.shows.${own ?? `other.${kind}`}`;
}

const NAMELESS: ReadonlySet<Weighting> = new Set<Weighting>(['localizer', 'other', 'unknown']);

/** A series in plain words: from where it looks and how it was made, and what a doctor sees in it. */
export function seriesWords(words: Words, series: SeriesSummary, region: string): { title: string; shows: string } {
  const id = showsId(series, region);
  const shows = id === null ? series.description : words(id);
  if (series.role === 'localizer' || series.weighting === 'localizer')
    return { title: words('intake.series.localizer'), shows };
  if (series.role === 'screenshot' || series.role === 'report')
    return { title: words(`intake.series.${series.role}`), shows };
  const parts = [
    words(`intake.plane.${series.plane}`),
    ...(NAMELESS.has(series.weighting) ? [] : [series.weighting.replace('T2-FLAIR', 'FLAIR')]),
    ...(series.contrastEnhanced === true ? [words('intake.series.contrast')] : []),
    ...(series.dimension === '3D' ? [words('intake.series.3d')] : []),
  ];
  return { title: parts.join(', '), shows };
}

/** Pictures that a person counts: frames, where files hold several. */
export const picturesIn = (series: SeriesSummary) => Math.max(series.frames, series.instances);

export const picturesOf = (study: StudySummary) => study.series.reduce((sum, series) => sum + picturesIn(series), 0);

/** How many pictures are not there, in the words of the measurement without its millimetres; a planned gap is none. */
export const missingIn = (series: SeriesSummary) =>
  series.gaps.filter((gap) => gap.includes('missing')).map((gap) => gap.replace(/ (?:between|at) -?\d.* mm$/, ''));
