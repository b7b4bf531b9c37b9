import type { Weighting } from '../model.ts';
import type { SeriesSigns } from './series-signs.ts';

/** What the timing of a sequence makes of it, with the reason. */
export interface Reading {
  readonly weighting: Weighting;
  readonly because: string;
  /** 0.75 when several attributes hold together, 0.6 when only the family is known (DOMAIN 3.1). */
  readonly confidence: number;
}

/** Where in the body, as far as the times mean something else there. */
export interface Place {
  readonly inJoint: boolean;
  readonly inAbdomen: boolean;
  readonly inHeart: boolean;
}

const SEVERAL = 0.75;
const FAMILY = 0.6;

const ms = (value: number | null | undefined) =>
  value === null || value === undefined ? 'not given' : `${Math.round(value * 10) / 10} ms`;
const several = (weighting: Weighting, because: string): Reading => ({ weighting, because, confidence: SEVERAL });
const family = (weighting: Weighting, because: string): Reading => ({ weighting, because, confidence: FAMILY });

/** Below it fat is nulled, at every field in use: about 90 ms at 0.3 T to 240 ms at 3 T (DOMAIN 3.5). */
const STIR_TI = 300;

/** Inversion recovery with a spin echo: TI tells STIR from FLAIR, TE the two FLAIRs (DOMAIN 3.5). */
function inversionRecovery({ inversionTimes, echoTimes, repetitionTime: tr }: SeriesSigns): Reading | null {
  const ti = inversionTimes[0];
  const te = echoTimes[0];
  if (ti !== undefined && ti < STIR_TI) return several('STIR', `inversion recovery with TI ${ms(ti)}, below 300 ms`);
  if (te === undefined || (ti === undefined && (tr ?? 0) < 4000)) return null;
  const why = `inversion recovery with TI ${ms(ti)} and TE ${ms(te)}`;
  if (te < 40) return several('T1-FLAIR', why);
  // Without TI a long TR speaks for FLAIR, which needs it; STIR mostly has less.
  if (ti === undefined) return (tr ?? 0) >= 7000 ? family('T2-FLAIR', `${why}, TR ${ms(tr)}`) : null;
  return several('T2-FLAIR', why);
}

/** Heavily T2-weighted pictures of fluid in the abdomen are those of the bile ducts. */
const CHOLANGIOGRAPHY_TE = 500;
const THICK_SLAB_MM = 20;

function fluid(signs: SeriesSigns, te: number, place: Place): Reading | null {
  const thick = (signs.first.sliceThickness ?? 0) >= THICK_SLAB_MM;
  if (!place.inAbdomen || (te < CHOLANGIOGRAPHY_TE && !(thick && te >= 300))) return null;
  return several('MRCP', `heavily T2-weighted spin echo of the abdomen with TE ${ms(te)}`);
}

/** A long TR with an echo between those of PD and T2. */
function intermediate(why: string, place: Place): Reading {
  const where = place.inJoint ? 'in a joint that is called PD' : 'outside of a joint that is called T2';
  return family(place.inJoint ? 'PD' : 'T2', `${why}; ${where}`);
}

/** A TR between those of T1 and of PD: high fields ask for a longer one in T1, whose echo is shorter than that of PD. */
function middleRepetition(tr: number, te: number, why: string): Reading | null {
  if (tr < 1500 && te < 25) return family('T1', why);
  return tr >= 1800 && te < 50 ? family('PD', why) : null;
}

/** 3D turbo spin echo with a long train looks like PD at times that would be none in 2D. */
const isVolumePd = (signs: SeriesSigns, tr: number, te: number) =>
  signs.first.mrAcquisitionType === '3D' && tr >= 800 && tr <= 2000 && te >= 22 && te <= 60;

/** Spin echo: thresholds of DOMAIN 3.5; between 30 and 60 ms a joint's picture is PD, elsewhere T2. */
function spinEcho(signs: SeriesSigns, place: Place): Reading | null {
  const { repetitionTime: tr, echoTimes } = signs;
  const te = echoTimes.at(-1);
  if (tr === null || te === undefined) return null;
  const why = `spin echo with TR ${ms(tr)} and TE ${ms(te)}`;
  const bile = fluid(signs, te, place);
  if (bile !== null) return bile;
  if (te >= 80 || (tr > 2000 && te > 60)) return several('T2', why);
  if (tr > 2000) return te < 30 ? several('PD', why) : intermediate(why, place);
  if (isVolumePd(signs, tr, te)) return family('PD', `3D ${why}, short for its long echo train`);
  return tr < 1000 ? (te < 30 ? several('T1', why) : null) : middleRepetition(tr, te, why);
}

const TIME_POINTS = 20;
/** A whole volume of gradient echo-planar pictures, each place once, is a T2* picture and no time series. */
const WHOLE_VOLUME = 10;

function gradientEcho(signs: SeriesSigns): boolean {
  return signs.sequences.has('GR') || /^\*?epfid/.test(signs.sequenceName) || signs.tokens.has('FFE');
}

function echoPlanar(signs: SeriesSigns): Reading | null {
  const te = signs.echoTimes[0] ?? 0;
  if (signs.sequences.has('IR') && !signs.sequences.has('SE'))
    return family('other', 'echo-planar imaging with inversion');
  if (signs.sequences.has('SE')) return family('DWI', 'spin-echo echo-planar imaging, which is mostly diffusion');
  if (/^\*?epse/.test(signs.sequenceName)) return family('other', 'spin-echo echo-planar imaging without diffusion');
  if (!gradientEcho(signs)) return null;
  if (signs.agent !== '') return several('DSC', `gradient echo-planar imaging with ${signs.agent}`);
  const points = Math.max(signs.geometry.framesPerPlace, signs.timePoints);
  if (points >= TIME_POINTS) return several('BOLD', `gradient echo-planar imaging, ${points} times at each place`);
  if (points === 1 && signs.geometry.places.length >= WHOLE_VOLUME && te >= 15)
    return family('T2*', `gradient echo-planar imaging with TE ${ms(te)}, each place once`);
  return te >= 10 ? family('BOLD', `gradient echo-planar imaging with TE ${ms(te)}`) : null;
}

/** Older software of one vendor writes echo-planar time series as gradient echo with a long TR and a small matrix. */
function hiddenEchoPlanar({ variants, repetitionTime: tr, echoTimes, first, agent }: SeriesSigns): Reading | null {
  const te = echoTimes[0] ?? 0;
  const fits = variants.has('SK') && !variants.has('SP') && (tr ?? 0) >= 700 && te >= 20 && te <= 60;
  if (!fits || first.mrAcquisitionType === '3D' || first.rows === 0 || first.rows > 160) return null;
  const why = `segmented gradient echo with TR ${ms(tr)}, TE ${ms(te)} and ${first.rows} rows, as echo-planar time series have`;
  return family(agent === '' ? 'BOLD' : 'DSC', why);
}

const MANY_TIMES = 3;

/** Spoiled gradient echo: repeated after an agent it is dynamic. */
function spoiled(signs: SeriesSigns, te: number): Reading {
  const points = signs.timePoints;
  if (points >= MANY_TIMES && signs.agent !== '')
    return several('DCE', `spoiled gradient echo with TE ${ms(te)}, ${points} times, with ${signs.agent}`);
  return several('T1', `spoiled gradient echo with TE ${ms(te)}, below 10 ms`);
}

/** Between 10 and 15 ms the flip angle tells which relaxation is seen; without it, nothing does. */
function middleEcho(signs: SeriesSigns, te: number): Reading | null {
  const { flipAngle: flip, repetitionTime: tr } = signs;
  const why = `gradient echo with TE ${ms(te)} and flip angle ${flip ?? 'not given'}`;
  if (flip === null) return null;
  if (flip <= 35 && (tr ?? 0) >= 150) return family('T2*', why);
  return flip >= 60 && te < 12 ? family('T1', why) : null;
}

const balanced = ({ variants, repetitionTime: tr }: SeriesSigns, te: number) =>
  variants.has('SS') && !variants.has('SP') && tr !== null && tr < 15 && te < tr;

/** So many phases of one beat are a film of the heart, by whatever gradient echo. A setting. */
const CINE_PHASES = 10;

/** Pictures of the heart: films, and inversion after an agent, which shows scars late. */
function heart(signs: SeriesSigns, place: Place): Reading | null {
  const { hints, sequences, variants, inversionTimes, agent } = signs;
  const phases = Math.max(hints.cardiacPhases ?? 1, 1);
  const balancedFilm = variants.has('SS') && !variants.has('SP') && phases > 1;
  if (phases >= CINE_PHASES || balancedFilm) return several('CINE', `gradient echo of ${phases} phases of the heart`);
  const inverted = sequences.has('IR') || (inversionTimes[0] ?? 0) > 0;
  if (place.inHeart && inverted && agent !== '' && hints.triggerTime !== undefined)
    return several('LGE', `inversion, gated to the heart, with ${agent}`);
  return null;
}

function gradientEchoReading(signs: SeriesSigns, place: Place): Reading | null {
  const { variants, echoTimes, inversionTimes, first, hints } = signs;
  const te = echoTimes[0];
  if (variants.has('TOF')) return several('TOF', 'SequenceVariant TOF');
  if (hints.velocityEncoding !== undefined)
    return several('PC-MRA', `velocity encoding of ${hints.velocityEncoding} cm/s`);
  const beating = heart(signs, place);
  if (beating !== null || te === undefined) return beating;
  const prepared =
    signs.sequences.has('IR') ||
    variants.has('MP') ||
    signs.tokens.has('PHILIPS INV') ||
    (inversionTimes[0] ?? 0) >= 300;
  if (prepared && first.mrAcquisitionType === '3D' && te < 10)
    return several('T1', `3D gradient echo with inversion or preparation, TE ${ms(te)}`);
  const epi = hiddenEchoPlanar(signs);
  if (epi !== null) return epi;
  if (te > 15) return several('T2*', `gradient echo with TE ${ms(te)}, above 15 ms`);
  if (te >= 10) return middleEcho(signs, te);
  if (variants.has('SP')) return spoiled(signs, te);
  return balanced(signs, te) ? family('other', 'balanced gradient echo: mixed T2 and T1 weighting') : null;
}

const isEchoPlanar = ({ sequences, sequenceName, sequenceWords, options }: SeriesSigns) =>
  sequences.has('EP') ||
  /^\*?ep(?:fid|se|ir|_b|2d)/.test(sequenceName) ||
  options.includes('EPI_GEMS') ||
  sequenceWords.technique?.some(({ value }) => value === 'EPI') === true;

type Family = 'spin' | 'gradient' | 'inversion';

function familyOfTechnique(technique: string): Family | null {
  if (technique === 'IR-TSE') return 'inversion';
  if (/TSE|SE$/.test(technique)) return 'spin';
  return technique.includes('GRE') ? 'gradient' : null;
}

/** The family where ScanningSequence is silent or says research mode: by the names of the technique, else by the times. */
function familyOf({ sequenceWords, description, protocol, ...times }: SeriesSigns): Family | null {
  const techniques = [sequenceWords, description, protocol].flatMap((said) => said.technique ?? []);
  const named = techniques.map(({ value }) => familyOfTechnique(value)).find((found) => found !== null);
  if (named !== undefined) return named;
  const te = times.echoTimes[0] ?? 0;
  const tr = times.repetitionTime ?? 0;
  // No gradient echo has so long an echo, or a full flip with a TR in which T1 is seen.
  if (te >= 70 && tr >= 1000) return 'spin';
  return (times.flipAngle ?? 0) >= 85 && tr >= 250 && te >= 7 ? 'spin' : null;
}

function readFamily(signs: SeriesSigns, place: Place, guessed: Family | null): Reading | null {
  if (guessed === 'gradient') return gradientEchoReading(signs, place);
  const inverted = guessed === 'inversion' || (guessed === 'spin' && (signs.inversionTimes[0] ?? 0) >= 50);
  if (inverted) return inversionRecovery(signs);
  return guessed === 'spin' ? spinEcho(signs, place) : null;
}

/** The weighting that ScanningSequence, SequenceVariant and the times add up to, or null where they do not. */
export function readPhysics(signs: SeriesSigns, place: Place): Reading | null {
  const { sequences, inversionTimes } = signs;
  if (isEchoPlanar(signs)) return echoPlanar(signs);
  if (sequences.has('GR') && !sequences.has('SE')) return gradientEchoReading(signs, place);
  const ti = inversionTimes[0] ?? 0;
  if (sequences.has('IR') || (sequences.has('SE') && ti >= 50)) return inversionRecovery(signs);
  if (sequences.has('SE')) return spinEcho(signs, place);
  const reading = readFamily(signs, place, familyOf(signs));
  return reading === null ? null : { ...reading, confidence: FAMILY };
}
