import type { Weighting } from '../model.ts';
import type { SeriesSigns } from './series-signs.ts';

/** What the timing of a sequence makes of it, with the reason. */
export interface Reading {
  readonly weighting: Weighting;
  readonly because: string;
  /** 0.75 when several attributes hold together, 0.6 when only the family is known (DOMAIN 3.1). */
  readonly confidence: number;
}

const SEVERAL = 0.75;
const FAMILY = 0.6;

const ms = (value: number | null) => (value === null ? 'not given' : `${Math.round(value * 10) / 10} ms`);
const several = (weighting: Weighting, because: string): Reading => ({ weighting, because, confidence: SEVERAL });

/** Inversion recovery with a spin echo: TI tells STIR from FLAIR, TE the two FLAIRs (DOMAIN 3.5). */
function inversionRecovery({ inversionTime: ti, echoTimes, repetitionTime: tr }: SeriesSigns): Reading | null {
  const te = echoTimes[0];
  if (ti !== null && ti < 300) return several('STIR', `inversion recovery with TI ${ms(ti)}, below 300 ms`);
  if (te === undefined || (ti === null && (tr ?? 0) < 4000)) return null;
  const why = `inversion recovery with TI ${ms(ti)} and TE ${ms(te)}`;
  return te >= 40 ? several('T2-FLAIR', why) : several('T1-FLAIR', why);
}

/** Spin echo: thresholds of DOMAIN 3.5; between 30 and 60 ms a joint's picture is PD, elsewhere T2. */
function spinEcho({ repetitionTime: tr, echoTimes }: SeriesSigns, inJoint: boolean): Reading | null {
  const te = echoTimes.at(-1);
  if (tr === null || te === undefined) return null;
  const why = `spin echo with TR ${ms(tr)} and TE ${ms(te)}`;
  if (tr < 1000 && te < 30) return several('T1', why);
  if (te >= 80 || (tr > 2000 && te > 60)) return several('T2', why);
  if (tr > 2000 && te < 30) return several('PD', why);
  if (tr > 2000) {
    const where = inJoint ? 'in a joint that is called PD' : 'outside of a joint that is called T2';
    return { weighting: inJoint ? 'PD' : 'T2', because: `${why}; ${where}`, confidence: FAMILY };
  }
  return null;
}

const TIME_POINTS = 20;

function echoPlanar(signs: SeriesSigns): Reading | null {
  const gradient = signs.sequences.has('GR') || /^\*?epfid/.test(signs.sequenceName) || signs.tokens.has('FFE');
  if (signs.sequences.has('SE') || !gradient) return null;
  if (signs.agent !== '') return several('DSC', `gradient echo-planar imaging with ${signs.agent}`);
  const points = signs.geometry.framesPerPlace;
  if (points >= TIME_POINTS) return several('BOLD', `gradient echo-planar imaging, ${points} times at each place`);
  const te = signs.echoTimes[0] ?? 0;
  if (te >= 10)
    return { weighting: 'BOLD', because: `gradient echo-planar imaging with TE ${ms(te)}`, confidence: FAMILY };
  return null;
}

function gradientEcho(signs: SeriesSigns): Reading | null {
  const { variants, echoTimes, inversionTime, first } = signs;
  const te = echoTimes[0];
  if (variants.has('TOF')) return several('TOF', 'SequenceVariant TOF');
  if (te === undefined) return null;
  const prepared = signs.sequences.has('IR') || variants.has('MP') || (inversionTime ?? 0) >= 300;
  if (prepared && first.mrAcquisitionType === '3D' && te < 10) {
    return several('T1', `3D gradient echo with inversion or preparation, TE ${ms(te)}`);
  }
  if (te > 15) return several('T2*', `gradient echo with TE ${ms(te)}, above 15 ms`);
  if (variants.has('SP') && te < 10) return several('T1', `spoiled gradient echo with TE ${ms(te)}, below 10 ms`);
  if (variants.has('SS') && !variants.has('SP')) {
    return { weighting: 'other', because: 'balanced gradient echo: mixed T2 and T1 weighting', confidence: FAMILY };
  }
  return null;
}

/** The weighting that ScanningSequence, SequenceVariant and the times add up to, or null where they do not. */
export function readPhysics(signs: SeriesSigns, inJoint: boolean): Reading | null {
  const { sequences } = signs;
  const echoPlanarSeries = sequences.has('EP') || /^\*?ep(?:fid|se|ir|_)/.test(signs.sequenceName);
  if (echoPlanarSeries) return echoPlanar(signs);
  if (sequences.has('GR')) return gradientEcho(signs);
  if (sequences.has('IR') || (sequences.has('SE') && (signs.inversionTime ?? 0) >= 50)) return inversionRecovery(signs);
  if (sequences.has('SE')) return spinEcho(signs, inJoint);
  return null;
}
