import { uidOf } from '../dicom/uids.ts';
import { theHead } from '../volume/base-volume.ts';
import type { Scene } from './contrasts.ts';
import { drawSeries, fileName, sliceUid } from './draw-series.ts';
import { applyFaults, checkFaults, presentSlices, sideOf } from './faults.ts';
import { type Lesion, MS_LESIONS, paintLesions } from './lesions.ts';
import { nameStudy, type SeriesNames, type StudyNames } from './mr-attributes.ts';
import { DEMO_PATIENT, type FullOptions, OTHER_PATIENT, type StudyOptions } from './options.ts';
import { BRAIN_PROTOCOL } from './protocol.ts';
import { normalTable } from './random.ts';
import { type Placement, placeSlices } from './slices.ts';
import type { MadeInstance, MadeStudy, SeriesTruth, StudyTruth } from './truth.ts';

/** Makes a whole study, and the disc it comes on: the same options always make the same bytes. */
export function makeStudy(options: StudyOptions): MadeStudy {
  const full = withDefaults(options);
  checkFaults(full);
  const { instances, truth } = drawStudy(full, 0);
  const other = full.faults.otherPatient ? drawStudy(otherOptions(full), 1) : null;
  return applyFaults(full, {
    instances: [...instances, ...(other?.instances ?? [])],
    truth: { ...truth, other: other?.truth ?? null },
  });
}

/** Fills in the demo patient's study, and what a fault says about the whole examination. */
function withDefaults(options: StudyOptions): FullOptions {
  const faults = options.faults ?? {};
  const full = {
    patient: DEMO_PATIENT,
    date: '2026-10-28',
    accessionNumber: 'HI26-118204',
    institution: 'Harbour Imaging',
    studyDescription: `MR BRAIN ${faults.noContrast ? 'W/O' : 'W/O AND W'} CONTRAST`,
    bodyPart: 'BRAIN',
    referringPhysician: 'Lindqvist^Anna^^Dr.',
    lesions: MS_LESIONS,
    protocol: BRAIN_PROTOCOL,
    scale: {},
    ...options,
    seed: String(options.seed),
    faults,
  };
  const side = sideOf(faults);
  return side === '' ? full : { ...full, studyDescription: `${full.studyDescription} ${side}` };
}

/** The second person on the disc: another name, another examination, fewer series, nothing wrong with them. */
function otherOptions(full: FullOptions): FullOptions {
  const patient = typeof full.faults.otherPatient === 'object' ? full.faults.otherPatient : {};
  return {
    ...full,
    seed: `${full.seed}/other`,
    patient: { ...OTHER_PATIENT, ...patient },
    accessionNumber: `${full.accessionNumber.slice(0, 13)}-B`,
    protocol: full.protocol.slice(0, 3),
    lesions: [],
    faults: { transferSyntax: full.faults.transferSyntax, enhancedMultiframe: full.faults.enhancedMultiframe },
  };
}

/** A slice that `makeStudy` would draw: what it will be called and where it will lie. */
export interface PlannedSlice {
  readonly seriesInstanceUid: string;
  readonly seriesDescription: string;
  readonly sopInstanceUid: string;
  readonly pixelSpacingMm: number;
  readonly placement: Placement;
}

/** The slices of a study without drawing them: UIDs and places hang on the options alone. */
export function planStudy(options: StudyOptions): readonly PlannedSlice[] {
  const full = withDefaults(options);
  return nameSeries(nameStudy(full)).flatMap((names) =>
    placeSlices(names.plan, names.matrix, full.scale.slices).map((placement, index) => ({
      seriesInstanceUid: names.seriesInstanceUid,
      seriesDescription: names.description,
      sopInstanceUid: sliceUid(names.seriesInstanceUid, { index, twin: 'no' }),
      pixelSpacingMm: names.plan.fovMm / names.matrix,
      placement,
    })),
  );
}

interface Drawn {
  readonly instances: readonly MadeInstance[];
  readonly truth: StudyTruth;
}

function drawStudy(options: FullOptions, number: number): Drawn {
  const study = nameStudy(options);
  const head = theHead();
  const scene: Scene = { ...head, ...paintLesions(options.lesions, head, options.seed) };
  const normals = normalTable(options.seed);
  const instances: MadeInstance[] = [];
  const series: SeriesTruth[] = [];
  for (const [index, names] of nameSeries(study).entries()) {
    const placements = placeSlices(names.plan, names.matrix, options.scale.slices);
    const present = presentSlices(options.faults, names.plan.description, placements.length);
    const folder = `DICOM/${fileName('ST', number)}/${fileName('SE', index)}`;
    const made = drawSeries({ study, names, placements, present, scene, normals, folder });
    instances.push(...made);
    series.push(seriesTruth(names, placements, made));
  }
  return { instances, truth: truthOf(study, series) };
}

function nameSeries(study: StudyNames): readonly SeriesNames[] {
  const { options } = study;
  const { faults } = options;
  const side = sideOf(faults);
  const done = options.protocol
    .map((plan, index) => ({ plan, index }))
    .filter(({ plan }) => !faults.missingSeries?.includes(plan.description))
    .filter(({ plan }) => !(faults.noContrast && plan.contrastAgent !== undefined));
  return done.map(({ plan, index }) => ({
    plan,
    description: side === '' ? plan.description : `${plan.description} ${side}`,
    number: index + 1,
    seriesInstanceUid: uidOf(`${study.studyInstanceUid}/series/${index}/${plan.description}`),
    matrix: Math.min(plan.matrix, options.scale.matrix ?? plan.matrix),
    time: `${String(9 + Math.floor((14 + 3 * index) / 60)).padStart(2, '0')}${String((14 + 3 * index) % 60).padStart(2, '0')}10`,
  }));
}

function seriesTruth(names: SeriesNames, placements: readonly Placement[], made: readonly MadeInstance[]): SeriesTruth {
  const { plan } = names;
  return {
    seriesInstanceUid: names.seriesInstanceUid,
    number: names.number,
    description: names.description,
    ...plan.truth,
    dimension: plan.acquisition ?? '2D',
    fatSuppressed: false,
    contrastEnhanced: plan.contrastAgent !== undefined,
    sliceThicknessMm: plan.thicknessMm,
    spacingMm: plan.thicknessMm + plan.gapMm,
    matrix: names.matrix,
    planned: placements.length,
    instances: made.length,
    frames: made.reduce((sum, { frames }) => sum + frames, 0),
    placements,
  };
}

function truthOf(study: StudyNames, series: readonly SeriesTruth[]): StudyTruth {
  const { options } = study;
  return {
    studyInstanceUid: study.studyInstanceUid,
    frameOfReferenceUid: study.frameOfReferenceUid,
    patient: options.patient,
    date: options.date,
    accessionNumber: options.accessionNumber,
    institution: options.institution,
    description: study.description,
    series,
    lesions: options.lesions.map(withLps),
    damaged: [],
    truncated: [],
    notDicom: [],
    other: null,
  };
}

function withLps(lesion: Lesion): StudyTruth['lesions'][number] {
  const [right, front, up] = lesion.centre;
  return { ...lesion, lps: [-right, -front, up] };
}
