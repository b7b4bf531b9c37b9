import type { Weighting } from '../model.ts';
import { DECISIVE_CONTRASTS, DECISIVE_TOKENS, OPEN_CONTRASTS } from './image-type.data.ts';
import { type Reading, readPhysics } from './physics.ts';
import type { SeriesSigns } from './series-signs.ts';
import { ANGIOGRAPHY_WORDS, LOCALIZER_WORDS, SEQUENCE_NAME_RULES, SERVICE_WORDS, WORD_RULES } from './words.data.ts';

/** What a series is taken for, how surely, and because of what. */
export interface Naming {
  readonly weighting: Weighting;
  readonly confidence: number;
  readonly because: readonly string[];
}

// Weights of the four steps of deciding (DOMAIN 3.1). Settings.
const DECISIVE = 0.95;
const WORDS = 0.85;
/** Words and physics contradict each other: a person decides. */
const CONFLICT = 0.5;
const OPEN_CONTRAST = 0.85;

/** A tensor needs six directions; fewer make a trace picture. */
const TENSOR_DIRECTIONS = 6;

const named = (weighting: Weighting, confidence: number, ...because: string[]): Naming => ({
  weighting,
  confidence,
  because,
});
const quote = (text: string) => `“${text.trim()}”`;

function localizer(signs: SeriesSigns): Naming | null {
  if (signs.tokens.has('LOCALIZER')) return named('localizer', DECISIVE, 'ImageType says LOCALIZER');
  const text = [signs.description, signs.protocol].find((words) => LOCALIZER_WORDS.test(words));
  if (text === undefined) return null;
  const word = LOCALIZER_WORDS.exec(text)?.[0] ?? '';
  return named('localizer', WORDS, `the description says ${quote(word)}`);
}

function diffusion(signs: SeriesSigns, because: string): Naming {
  const tensor = signs.directions >= TENSOR_DIRECTIONS;
  if (tensor) return named('DTI', DECISIVE, because, `${signs.directions} gradient directions`);
  const words = wordRule(signs);
  return words?.weighting === 'DTI'
    ? named('DTI', DECISIVE, because, ...words.because)
    : named('DWI', DECISIVE, because);
}

function decisiveToken(signs: SeriesSigns): Naming | null {
  for (const [weighting, tokens] of DECISIVE_TOKENS) {
    const token = tokens.find((candidate) => signs.tokens.has(candidate));
    if (token === undefined) continue;
    const because = `ImageType says ${token}`;
    if (weighting !== 'DWI') return named(weighting, DECISIVE, because);
    // Some scanners mark their ADC map as diffusion and name it in the description only.
    return wordRule(signs)?.weighting === 'ADC' ? null : diffusion(signs, because);
  }
  return null;
}

function decisiveContrast(signs: SeriesSigns): Naming | null {
  for (const contrast of signs.contrasts) {
    const weighting = DECISIVE_CONTRASTS[contrast];
    if (weighting === 'DWI') return diffusion(signs, 'AcquisitionContrast says DIFFUSION');
    if (weighting !== undefined) return named(weighting, DECISIVE, `AcquisitionContrast says ${contrast}`);
  }
  return null;
}

/** Step 1: one sign that leaves no doubt. */
function decisive(signs: SeriesSigns): Naming | null {
  const token = decisiveToken(signs);
  if (token !== null) return token;
  if ((signs.first.aslContext ?? '') !== '') return named('ASL', DECISIVE, 'the images are marked as label or control');
  const contrast = decisiveContrast(signs);
  if (contrast !== null) return contrast;
  const highest = signs.bValues.at(-1) ?? 0;
  if (highest <= 0 || wordRule(signs)?.weighting === 'ADC') return null;
  return diffusion(signs, `b-values ${signs.bValues.map(Math.round).join(', ')} s/mm²`);
}

/** Step 2: words, of the description before those of the protocol, whose name may stand for a whole examination. */
function wordRule(signs: SeriesSigns): Naming | null {
  for (const [source, text] of [
    ['description', signs.description],
    ['protocol name', signs.protocol],
  ] as const) {
    const service = SERVICE_WORDS.exec(text)?.[0];
    if (service !== undefined) return named('other', WORDS, `the ${source} says ${quote(service)}`);
    const rule = WORD_RULES.find(({ pattern }) => pattern.test(text));
    const word = rule?.pattern.exec(text)?.[0];
    if (rule !== undefined && word !== undefined)
      return named(rule.weighting, WORDS, `the ${source} says ${quote(word)}`);
  }
  return null;
}

/** The phase of the signal has no weighting; only in a susceptibility series is it read. */
function phase(signs: SeriesSigns): Naming | null {
  const token = ['P', 'PHASE', 'PHASE MAP'].find((candidate) => signs.tokens.has(candidate));
  if (token === undefined || signs.tokens.has('M')) return null;
  const susceptibility = (wordRule(signs) ?? sequenceRule(signs))?.weighting;
  if (susceptibility === 'SWI' || susceptibility === 'PC-MRA') return null;
  return named('other', DECISIVE, `ImageType says ${token}: the phase of the signal`);
}

/** An angiography whose technique is not named is one with contrast agent where the header names an agent. */
function angiography(signs: SeriesSigns): Naming | null {
  const word = ANGIOGRAPHY_WORDS.exec(signs.description)?.[0] ?? ANGIOGRAPHY_WORDS.exec(signs.protocol)?.[0];
  if (word === undefined) return null;
  const why = `the description says ${quote(word)}`;
  if (signs.variants.has('TOF')) return named('TOF', WORDS, why, 'SequenceVariant TOF');
  if (signs.agent !== '') return named('CE-MRA', WORDS, why, `the header names the agent ${signs.agent}`);
  return named('other', WORDS, `${why}, without naming its technique`);
}

const ANGIOGRAPHIC: ReadonlySet<Weighting> = new Set(['TOF', 'PC-MRA', 'CE-MRA']);

function sequenceRule(signs: SeriesSigns): Naming | null {
  const rule = SEQUENCE_NAME_RULES.find(({ pattern }) => pattern.test(signs.sequenceName));
  if (rule === undefined) return null;
  if (rule.weighting === 'BOLD' && signs.agent !== '') return null;
  return named(rule.weighting, WORDS, `the sequence is named ${signs.sequenceName}`);
}

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

/** Words hold, and what the times say is put beside them. */
function weighed(words: Naming, physics: Reading | null): Naming {
  if (physics === null || !BASIC.has(words.weighting) || !BASIC.has(physics.weighting)) return words;
  if (physics.weighting === words.weighting) return { ...words, because: [...words.because, physics.because] };
  const fine = COMPATIBLE.some(([said, measured]) => said === words.weighting && measured === physics.weighting);
  if (fine) return words;
  // TIRM and its like: the words "STIR" and "FLAIR" stand for techniques of which only TI tells which it was.
  const why = `but ${physics.because} would make it ${physics.weighting}`;
  return { weighting: words.weighting, confidence: CONFLICT, because: [...words.because, why] };
}

function openContrast(signs: SeriesSigns, physics: Reading | null): Naming | null {
  const candidates = [...signs.contrasts, ...signs.tokens];
  const contrast = candidates.find((candidate) => candidate in OPEN_CONTRASTS);
  const weighting = contrast === undefined ? undefined : OPEN_CONTRASTS[contrast];
  if (weighting === undefined) return null;
  if (physics !== null && !BASIC.has(physics.weighting)) return null;
  return named(weighting, OPEN_CONTRAST, `the scanner marks the images as ${contrast}`);
}

/** Single-shot and turbo inversion recovery are called TIRM; only TI says whether it is STIR or FLAIR. */
const TIRM = / tirm | tir /;

/** The weighting of an MR series by the order of decision of DOMAIN 3.1; `unknown` where nothing decides it. */
export function nameWeighting(signs: SeriesSigns, inJoint: boolean): Naming {
  const physics = readPhysics(signs, inJoint);
  const sure = localizer(signs) ?? phase(signs) ?? decisive(signs);
  if (sure !== null) return sure;
  const timing = physics === null ? null : named(physics.weighting, physics.confidence, physics.because);
  if (TIRM.test(signs.description) && timing !== null && wordRule(signs)?.weighting !== 'T1-FLAIR') return timing;
  const words = wordRule(signs);
  const vessels = words !== null && ANGIOGRAPHIC.has(words.weighting) ? null : angiography(signs);
  if (vessels !== null) return vessels;
  if (words !== null) return weighed(words, physics);
  return (
    openContrast(signs, physics) ??
    sequenceRule(signs) ??
    timing ??
    named('unknown', 0, 'neither the words nor the times of the header say what it is')
  );
}
