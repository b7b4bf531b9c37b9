import type { Weighting } from '../model.ts';
import { DECISIVE_CONTRASTS, DECISIVE_TOKENS, OPEN_CONTRASTS } from './image-type.data.ts';
import { firstSaid, saidWeighting } from './lexicon/lexicon.ts';
import { SEQUENCE_OPTIONS } from './lexicon/sequence-names.data.ts';
import { type Place, type Reading, readPhysics } from './physics.ts';
import {
  DECISIVE,
  FAMILY,
  hasTechnique,
  type Naming,
  named,
  purpose,
  quote,
  SOURCES,
  sequenceRule,
  WORDS,
  wordRule,
} from './said-weighting.ts';
import type { SeriesSigns } from './series-signs.ts';

/** Where in the body: the times and some names mean something else there. */
export interface Region extends Place {
  readonly inHead: boolean;
  readonly ofVessels: boolean;
}

/** Words and physics contradict each other: a person decides. */
const CONFLICT = 0.5;

/** A tensor needs six directions; three make a trace picture. */
const TENSOR_DIRECTIONS = 6;

function localizer(signs: SeriesSigns): Naming | null {
  if (signs.tokens.has('LOCALIZER')) return named('localizer', DECISIVE, 'ImageType says LOCALIZER');
  if (signs.hints.plane === 'multiple')
    return named('localizer', DECISIVE, 'the scanner names its plane a three-plane localizer');
  const found = purpose(signs, 'localizer');
  return found === null ? null : named('localizer', WORDS, `the ${found.source} says ${quote(found.said.text)}`);
}

/** Series of research and service that no reader reports on. */
function service(signs: SeriesSigns): Naming | null {
  const found = purpose(signs, 'service');
  return found === null ? null : named('other', WORDS, `the ${found.source} says ${quote(found.said.text)}`);
}

function diffusion(signs: SeriesSigns, because: string): Naming {
  if (signs.directions >= TENSOR_DIRECTIONS)
    return named('DTI', DECISIVE, because, `${signs.directions} gradient directions`);
  const words = wordRule(signs);
  return words?.weighting === 'DTI'
    ? named('DTI', DECISIVE, because, ...words.because)
    : named('DWI', DECISIVE, because);
}

/** The whole token, or a word of one that is a phrase: "PHASE MAP", "DIFFUSION ADC". */
function findToken(signs: SeriesSigns, tokens: readonly string[]): string | undefined {
  return tokens.find((candidate) => signs.tokens.has(candidate));
}

/** What the description says of a token that is written on a map as well as on its source. */
const MORE_SPECIAL: Readonly<Partial<Record<Weighting, readonly Weighting[]>>> = {
  DWI: ['ADC', 'DTI', 'other'],
  DSC: ['ASL', 'DCE'],
};

function decisiveToken(signs: SeriesSigns): Naming | null {
  for (const [weighting, tokens] of DECISIVE_TOKENS) {
    const token = findToken(signs, tokens);
    if (token === undefined) continue;
    const because = `ImageType says ${token}`;
    const words = wordRule(signs);
    if (words !== null && MORE_SPECIAL[weighting]?.includes(words.weighting)) {
      return named(words.weighting, DECISIVE, because, ...words.because);
    }
    return weighting === 'DWI' ? diffusion(signs, because) : named(weighting, DECISIVE, because);
  }
  return null;
}

function decisiveContrast(signs: SeriesSigns): Naming | null {
  for (const contrast of signs.contrasts) {
    const weighting = DECISIVE_CONTRASTS[contrast];
    if (weighting === undefined) continue;
    const because = `AcquisitionContrast says ${contrast}`;
    if (weighting === 'DWI') return diffusion(signs, because);
    // Perfusion by label or by agent, T1 or T2*: the other signs tell.
    if (weighting === 'DSC') return perfusion(signs, because);
    return named(weighting, DECISIVE, because);
  }
  return null;
}

function perfusion(signs: SeriesSigns, because: string): Naming | null {
  const words = wordRule(signs);
  if (words !== null && ['ASL', 'DCE', 'BOLD'].includes(words.weighting))
    return named(words.weighting, WORDS, because, ...words.because);
  if (signs.agent !== '') return named('DSC', DECISIVE, because, `the header names the agent ${signs.agent}`);
  return words?.weighting === 'DSC' ? named('DSC', DECISIVE, because, ...words.because) : null;
}

function decisiveOption(signs: SeriesSigns): Naming | null {
  const option = SEQUENCE_OPTIONS.find(([candidate]) => signs.options.includes(candidate));
  return option === undefined ? null : named(option[1], DECISIVE, `ScanOptions say ${option[0]}`);
}

const hasLabel = (signs: SeriesSigns) => {
  const label = (signs.first.aslContext ?? '').trim().toUpperCase();
  return label !== '' && label !== 'NONE';
};

/** 8-bit colour pictures of a diffusion series show the direction of fibres. */
const isColour = ({ first }: SeriesSigns) => first.samplesPerPixel === 3 && first.bitsAllocated === 8;

/** Step 1: one sign that leaves no doubt. */
function decisive(signs: SeriesSigns): Naming | null {
  const token = decisiveToken(signs);
  if (token !== null)
    return token.weighting === 'DWI' && isColour(signs)
      ? named('DTI', DECISIVE, ...token.because, 'the pictures are in colour')
      : token;
  if (hasLabel(signs)) return named('ASL', DECISIVE, 'the images are marked as label or control');
  const sure = decisiveContrast(signs) ?? decisiveOption(signs);
  if (sure !== null) return sure;
  const highest = signs.bValues.at(-1) ?? 0;
  if (highest <= 0) return null;
  const words = wordRule(signs)?.weighting;
  // Maps keep the b-values of their sources.
  if (words === 'ADC' || words === 'other') return null;
  return diffusion(signs, `b-values ${signs.bValues.map(Math.round).join(', ')} s/mm²`);
}

/** The phase of the signal has no weighting; only in series of susceptibility, flow and ASL is it read. */
function phase(signs: SeriesSigns): Naming | null {
  const token = ['P', 'PHASE', 'PHASE MAP'].find((candidate) => signs.tokens.has(candidate));
  const isPhase = token !== undefined || signs.hints.component === 'phase';
  if (!isPhase || signs.tokens.has('M') || signs.tokens.has('MAGNITUDE')) return null;
  const read = (wordRule(signs) ?? sequenceRule(signs))?.weighting;
  if (read === 'SWI' || read === 'PC-MRA' || signs.tokens.has('SWI')) return null;
  const because = token === undefined ? 'the scanner marks the images as phase' : `ImageType says ${token}`;
  return named('other', DECISIVE, `${because}: the phase of the signal`);
}

function angiographyWord(signs: SeriesSigns): string | null {
  for (const [source, read] of SOURCES.slice(0, 2)) {
    const said = firstSaid(read(signs), 'angiography');
    if (said !== undefined) return `the ${source} says ${quote(said.text)}`;
  }
  return null;
}

/** Inflow pictures have a TR between those of T1 volumes and of T2*. */
const looksLikeInflow = ({ repetitionTime: tr, echoTimes }: SeriesSigns) =>
  tr !== null && tr >= 15 && tr <= 60 && (echoTimes[0] ?? 99) < 10;

/** An angiography whose technique is not named: by its attributes; with contrast agent where the header names one. */
function angiography(signs: SeriesSigns, region: Region): Naming | null {
  const word = angiographyWord(signs);
  const twist = signs.description['weak weighting']?.find(({ text }) => text === 'twist');
  if (twist !== undefined && (region.ofVessels || region.inHead))
    return named('CE-MRA', WORDS, `the description says ${quote('twist')}`);
  const flagged = signs.hints.angiography === true && (region.ofVessels || looksLikeInflow(signs));
  if (word === null && !flagged) return null;
  const why = word ?? 'AngioFlag says Y';
  if (signs.variants.has('TOF')) return named('TOF', WORDS, why, 'SequenceVariant TOF');
  if (signs.hints.velocityEncoding !== undefined) return named('PC-MRA', WORDS, why, 'velocity is encoded');
  if (signs.agent !== '') return named('CE-MRA', WORDS, why, `the header names the agent ${signs.agent}`);
  const given = firstSaid(signs.description, 'contrast');
  if (given?.value === 'yes') return named('CE-MRA', WORDS, why, `the description says ${quote(given.text)}`);
  if (looksLikeInflow(signs) && signs.sequences.has('GR'))
    return named('TOF', FAMILY, why, 'gradient echo with the TR of inflow pictures and no agent named');
  return named('other', WORDS, `${why}, without naming its technique`);
}

const ANGIOGRAPHIC: ReadonlySet<Weighting> = new Set(['TOF', 'PC-MRA', 'CE-MRA', 'SWI', 'BOLD', 'DSC', 'ASL']);

/** Pairs that words and physics may name differently without contradiction. */
const COMPATIBLE: readonly (readonly [Weighting, Weighting])[] = [
  ['PD', 'T2'],
  ['T2', 'PD'],
  ['T2', 'STIR'],
  ['T2', 'T2-FLAIR'],
  ['T1', 'T1-FLAIR'],
  ['STIR', 'T2'],
  ['T2-FLAIR', 'T2'],
  ['T2*', 'T1'],
  ['T2', 'T2*'],
];
const BASIC: ReadonlySet<Weighting> = new Set(['T1', 'T2', 'PD', 'STIR', 'T2-FLAIR', 'T1-FLAIR', 'T2*']);

/** Words that physics may make more exact: both stand for one thing seen from two sides. */
const REFINED: readonly (readonly [Weighting, Weighting, Weighting])[] = [
  // Perfusion of a body part by T1, and dynamic pictures of an echo-planar bolus passage.
  ['DSC', 'T1', 'DCE'],
  ['DSC', 'DCE', 'DCE'],
  ['DCE', 'DSC', 'DSC'],
];

/** Words hold, and what the times say is put beside them. */
function weighed(words: Naming, physics: Reading | null): Naming {
  if (physics === null) return words;
  const refined = REFINED.find(([said, measured]) => said === words.weighting && measured === physics.weighting);
  if (refined !== undefined) return named(refined[2], WORDS, ...words.because, physics.because);
  if (!BASIC.has(words.weighting) || !BASIC.has(physics.weighting)) return words;
  if (physics.weighting === words.weighting) return { ...words, because: [...words.because, physics.because] };
  const fine = COMPATIBLE.some(([said, measured]) => said === words.weighting && measured === physics.weighting);
  if (fine) return words;
  const why = `but ${physics.because} would make it ${physics.weighting}`;
  return {
    weighting: words.weighting,
    confidence: CONFLICT,
    because: [...words.because, why],
    contradictions: [`${words.because.join(', ')}, ${why}`],
  };
}

/** Two weightings in one name: a dual echo. The times of its (last) echo tell (DOMAIN 3.5). */
function dualEcho(signs: SeriesSigns, words: Naming, physics: Reading | null): Naming | null {
  const said = signs.description.weighting === undefined ? signs.protocol : signs.description;
  const both = saidWeighting(said, 'PD') !== undefined && saidWeighting(said, 'T2') !== undefined;
  if (!both || (words.weighting !== 'PD' && words.weighting !== 'T2')) return null;
  const te = signs.echoTimes.at(-1);
  if (te === undefined || (physics !== null && physics.weighting !== 'PD' && physics.weighting !== 'T2')) return null;
  return named(
    te >= 40 ? 'T2' : 'PD',
    WORDS,
    ...words.because,
    `both are named; the ${signs.echoTimes.length > 1 ? 'last ' : ''}echo is at ${Math.round(te)} ms`,
  );
}

function openContrast(signs: SeriesSigns, physics: Reading | null): Naming | null {
  const contrast = [...signs.contrasts, ...signs.tokens].find((candidate) => candidate in OPEN_CONTRASTS);
  const weighting = contrast === undefined ? undefined : OPEN_CONTRASTS[contrast];
  if (weighting === undefined) return null;
  if (physics !== null && !BASIC.has(physics.weighting)) return null;
  return named(weighting, WORDS, `the scanner marks the images as ${contrast}`);
}

/** Techniques that are mostly used for one weighting, where nothing better speaks. */
function weakWords(signs: SeriesSigns, region: Region): Naming | null {
  for (const [source, read] of SOURCES) {
    const weak = firstSaid(read(signs), 'weak weighting');
    if (weak !== undefined) return named(weak.value as Weighting, FAMILY, `the ${source} says ${quote(weak.text)}`);
  }
  const vessels = firstSaid(signs.description, 'region')?.value === 'vessels';
  const given = firstSaid(signs.description, 'contrast');
  if (vessels && given?.value === 'yes')
    return named('CE-MRA', FAMILY, `the description names vessels and says ${quote(given.text)}`);
  const gradient = signs.description.technique?.find(({ value }) => value === 'GRE');
  if (gradient === undefined || !(region.inHead || region.inJoint)) return null;
  return named('T2*', FAMILY, `the description says ${quote(gradient.text)}, which is mostly T2* there`);
}

/** Turbo inversion recovery (TIRM) may be STIR or FLAIR; only TI tells. Phase-sensitive IR is late enhancement in the heart. */
function inversionWords(
  signs: SeriesSigns,
  words: Naming | null,
  timing: Naming | null,
  region: Region,
): Naming | null {
  if (hasTechnique(signs, 'PSIR') && (words === null || words.weighting === 'T1')) {
    return region.inHeart
      ? named('LGE', WORDS, 'phase-sensitive inversion recovery of the heart')
      : named('T1', WORDS, 'phase-sensitive inversion recovery');
  }
  const special = words !== null && !['T1', 'T2'].includes(words.weighting);
  if (!hasTechnique(signs, 'IR-TSE') || special || timing === null) return null;
  return ['STIR', 'T2-FLAIR', 'T1-FLAIR'].includes(timing.weighting) ? timing : null;
}

const UNKNOWN = named('unknown', 0, 'neither the words nor the times of the header say what it is');

/** Steps 2 to 4: words weighed with physics, then what either says alone. */
function undecided(signs: SeriesSigns, region: Region): Naming {
  const physics = readPhysics(signs, region);
  const timing = physics === null ? null : named(physics.weighting, physics.confidence, physics.because);
  const words = wordRule(signs);
  const inversion = inversionWords(signs, words, timing, region);
  if (inversion !== null) return inversion;
  const vessels = words !== null && ANGIOGRAPHIC.has(words.weighting) ? null : angiography(signs, region);
  if (vessels !== null) return vessels;
  if (words !== null) return dualEcho(signs, words, physics) ?? weighed(words, physics);
  const several = timing !== null && timing.confidence > FAMILY ? timing : null;
  return (
    openContrast(signs, physics) ?? sequenceRule(signs) ?? several ?? weakWords(signs, region) ?? timing ?? UNKNOWN
  );
}

/** The weighting of an MR series by the order of decision of DOMAIN 3.1; `unknown` where nothing decides it. */
export function nameWeighting(signs: SeriesSigns, region: Region): Naming {
  return localizer(signs) ?? service(signs) ?? phase(signs) ?? decisive(signs) ?? undecided(signs, region);
}
