import { binary, type Dataset, decimal, sequence, text } from '@overread/imaging/write/dataset.ts';
import { uidOf } from '../dicom/uids.ts';
import { dicomDate, ENHANCED_MR_STORAGE, pixelShape, type SeriesNames, type StudyNames } from './mr-attributes.ts';
import type { SeriesPlan } from './protocol.ts';
import type { Placement } from './slices.ts';

interface Frames {
  readonly uid: string;
  readonly slices: readonly { readonly placement: Placement; readonly index: number }[];
}

const DIMENSION_STACK = 0x00209056;
const DIMENSION_IN_STACK = 0x00209057;
const FRAME_CONTENT = 0x00209111;
const OWN_CODES = '99OVERREAD';

/** Everything of an Enhanced MR object beside patient, study and series (PS3.3 A.36.2, C.8.13): one frame for each slice. */
export function enhancedDataset(study: StudyNames, series: SeriesNames, frames: Frames): Dataset {
  const { plan, matrix } = series;
  const started = `${dicomDate(study.options.date)}${series.time}`;
  const organization = uidOf(`${frames.uid}/dimensions`);
  return [
    text(0x00080016, 'UI', ENHANCED_MR_STORAGE),
    text(0x00080018, 'UI', frames.uid),
    text(0x00080023, 'DA', dicomDate(study.options.date)),
    text(0x0008002a, 'DT', started),
    text(0x00080033, 'TM', series.time),
    text(0x00080008, 'CS', enhancedImageType(plan)),
    ...frameDescription(plan),
    decimal(0x00180087, 'DS', 1.5),
    text(0x00189004, 'CS', 'RESEARCH'),
    text(0x00189064, 'CS', 'NONE'),
    binary(0x00189073, 'FD', 180_000),
    text(0x00189100, 'CS', '1H'),
    text(0x00189174, 'CS', 'IEC'),
    decimal(0x00200013, 'IS', 1),
    decimal(0x00200012, 'IS', 1),
    ...(isDerived(plan) ? [] : pulseSequence(plan)),
    ...agent(plan),
    sequence(0x00209221, [text(0x00209164, 'UI', organization)]),
    sequence(0x00209222, dimension(organization, DIMENSION_STACK), dimension(organization, DIMENSION_IN_STACK)),
    decimal(0x00280008, 'IS', frames.slices.length),
    ...pixelShape(matrix),
    text(0x00280301, 'CS', 'NO'),
    text(0x00282110, 'CS', '00'),
    { tag: 0x00400555, vr: 'SQ', value: [] },
    text(0x20500020, 'CS', 'IDENTITY'),
    sequence(0x52009229, sharedGroups(series)),
    sequence(0x52009230, ...frames.slices.map((slice, i) => frameGroups(series, slice.placement, { i, started }))),
  ];
}

function dimension(organization: string, pointer: number): Dataset {
  return [
    text(0x00209164, 'UI', organization),
    binary(0x00209165, 'AT', pointer),
    binary(0x00209167, 'AT', FRAME_CONTENT),
  ];
}

function contrastTerm(plan: SeriesPlan): string {
  const terms = {
    T1: 'T1',
    T1C: 'T1',
    T2: 'T2',
    FLAIR: 'FLUID_ATTENUATED',
    DWI: 'DIFFUSION',
    ADC: 'DIFFUSION',
  } as const;
  return terms[plan.picture];
}

function enhancedImageType(plan: SeriesPlan): readonly string[] {
  const flavour = plan.plane === 'three planes' ? 'LOCALIZER' : contrastTerm(plan);
  if (!isDerived(plan)) return ['ORIGINAL', 'PRIMARY', flavour, 'NONE'];
  return ['DERIVED', 'PRIMARY', flavour, plan.picture === 'ADC' ? 'ADC' : 'NONE'];
}

/** How a derived picture was measured is said by its sources, not by itself (PS3.3 A.36.2.4). */
function isDerived(plan: SeriesPlan): boolean {
  return plan.imageType[0] === 'DERIVED';
}

/** Common CT/MR and MR image description macros (PS3.3 C.8.16.2.1, C.8.13.3.1.2). */
function frameDescription(plan: SeriesPlan): Dataset {
  return [
    text(0x00089205, 'CS', 'MONOCHROME'),
    text(0x00089206, 'CS', 'VOLUME'),
    text(0x00089207, 'CS', 'NONE'),
    text(0x00089208, 'CS', 'MAGNITUDE'),
    text(0x00089209, 'CS', contrastTerm(plan)),
  ];
}

/** MR pulse sequence module (PS3.3 C.8.13.4). */
function pulseSequence(plan: SeriesPlan): Dataset {
  const echoPlanar = plan.scanningSequence.includes('EP');
  const gradient = plan.scanningSequence.includes('GR');
  return [
    text(0x00180023, 'CS', plan.acquisition ?? '2D'),
    text(0x00189005, 'SH', plan.sequenceName),
    text(0x00189008, 'CS', gradient ? 'GRADIENT' : 'SPIN'),
    ...(gradient ? [] : [text(0x00189011, 'CS', plan.echoTrainLength > 1 ? 'YES' : 'NO')]),
    text(0x00189012, 'CS', 'NO'),
    text(0x00189014, 'CS', 'NO'),
    text(0x00189015, 'CS', 'NO'),
    text(0x00189017, 'CS', 'NONE'),
    text(0x00189018, 'CS', echoPlanar ? 'YES' : 'NO'),
    text(0x00189024, 'CS', 'NO'),
    text(0x00189025, 'CS', echoPlanar ? 'FAT' : 'NONE'),
    text(0x00189029, 'CS', 'NONE'),
    text(0x00189032, 'CS', 'RECTILINEAR'),
    text(0x00189033, 'CS', 'SINGLE'),
    text(0x00189034, 'CS', 'LINEAR'),
    binary(0x00189093, 'US', 1),
  ];
}

/** Enhanced contrast/bolus module (PS3.3 C.7.6.4b). */
function agent(plan: SeriesPlan): Dataset {
  if (plan.contrastAgent === undefined) return [];
  return [
    sequence(0x00180012, [
      ...code(plan.contrastAgent.toUpperCase().slice(0, 16), OWN_CODES, plan.contrastAgent),
      binary(0x00189337, 'US', 1),
      sequence(0x00180014, code('47625008', 'SCT', 'Intravenous route')),
      decimal(0x00181041, 'DS', 7),
      decimal(0x00181049, 'DS', 1),
      sequence(0x00189338, code('GADOLINIUM', OWN_CODES, 'Gadolinium')),
    ]),
  ];
}

function code(value: string, scheme: string, meaning: string): Dataset {
  return [text(0x00080100, 'SH', value), text(0x00080102, 'SH', scheme), text(0x00080104, 'LO', meaning)];
}

/** What all frames share: spacing, anatomy, values, timing, echo, modifiers, coils, averages (PS3.3 C.7.6.16.2, C.8.13.5). */
function sharedGroups(series: SeriesNames): Dataset {
  const { plan, matrix } = series;
  const acquired = Math.min(plan.acquired, matrix);
  const spacing = plan.fovMm / matrix;
  return [
    sequence(0x00289110, [
      decimal(0x00280030, 'DS', spacing, spacing),
      decimal(0x00180050, 'DS', plan.thicknessMm),
      decimal(0x00180088, 'DS', plan.thicknessMm + plan.gapMm),
    ]),
    sequence(0x00209071, [text(0x00209072, 'CS', 'B'), sequence(0x00082218, code('12738006', 'SCT', 'Brain'))]),
    sequence(0x00289145, [decimal(0x00281052, 'DS', 0), decimal(0x00281053, 'DS', 1), text(0x00281054, 'LO', 'US')]),
    sequence(0x00289132, [decimal(0x00281050, 'DS', plan.window[0]), decimal(0x00281051, 'DS', plan.window[1])]),
    sequence(0x00189226, [text(0x00089007, 'CS', enhancedImageType(plan)), ...frameDescription(plan)]),
    ...(isDerived(plan) ? [] : measurementGroups(plan, acquired)),
    ...(plan.bValue === undefined ? [] : [diffusionGroup(plan.bValue)]),
  ];
}

function diffusionGroup(bValue: number): Dataset[number] {
  return sequence(0x00189117, [
    binary(0x00189087, 'FD', bValue),
    text(0x00189075, 'CS', bValue === 0 ? 'NONE' : 'ISOTROPIC'),
    ...(bValue === 0 ? [] : [text(0x00189147, 'CS', 'DTI')]),
  ]);
}

function measurementGroups(plan: SeriesPlan, acquired: number): Dataset {
  return [
    sequence(0x00189112, [
      decimal(0x00180080, 'DS', plan.repetitionTimeMs),
      decimal(0x00181314, 'DS', plan.flipAngle),
      decimal(0x00180091, 'IS', plan.echoTrainLength),
      binary(0x00189240, 'US', plan.echoTrainLength),
      binary(0x00189241, 'US', plan.scanningSequence.includes('EP') ? acquired : 0),
      sequence(0x00189239, [text(0x00189179, 'CS', 'IEC_HEAD'), binary(0x00189181, 'FD', 1.1)]),
      text(0x00189180, 'CS', 'DB_DT'),
      binary(0x00189182, 'FD', 20),
      sequence(0x00189176, [text(0x00189177, 'CS', 'STATIC FIELD'), text(0x00189178, 'CS', 'IEC_NORMAL')]),
    ]),
    sequence(0x00189125, [
      text(0x00181312, 'CS', 'ROW'),
      binary(0x00189058, 'US', acquired),
      binary(0x00189231, 'US', acquired),
      decimal(0x00180093, 'DS', 100),
      decimal(0x00180094, 'DS', 100),
    ]),
    sequence(0x00189114, [binary(0x00189082, 'FD', plan.echoTimeMs)]),
    sequence(0x00189115, modifiers(plan)),
    sequence(0x00189006, [
      text(0x00189020, 'CS', 'NONE'),
      text(0x00189022, 'CS', 'NO'),
      text(0x00189028, 'CS', 'NONE'),
      binary(0x00189098, 'FD', 63.87),
      decimal(0x00180095, 'DS', 180),
    ]),
    sequence(0x00189042, [
      text(0x00181250, 'SH', 'HEAD'),
      text(0x00189041, 'LO', 'Overread'),
      text(0x00189043, 'CS', 'VOLUME'),
      text(0x00189044, 'CS', 'YES'),
    ]),
    sequence(0x00189049, [
      text(0x00181251, 'SH', 'BODY'),
      text(0x00189050, 'LO', 'Overread'),
      text(0x00189051, 'CS', 'BODY'),
    ]),
    sequence(0x00189119, [decimal(0x00180083, 'DS', 1)]),
  ];
}

function modifiers(plan: SeriesPlan): Dataset {
  const inverted = plan.inversionTimeMs !== undefined;
  return [
    text(0x00189009, 'CS', inverted ? 'YES' : 'NO'),
    ...(plan.inversionTimeMs === undefined ? [] : [binary(0x00189079, 'FD', plan.inversionTimeMs)]),
    text(0x00189010, 'CS', 'NONE'),
    text(0x00189016, 'CS', 'NONE'),
    text(0x00189021, 'CS', 'NO'),
    text(0x00189026, 'CS', 'NONE'),
    text(0x00189027, 'CS', 'NONE'),
    text(0x00189081, 'CS', 'NO'),
    text(0x00189077, 'CS', 'NO'),
  ];
}

/** What each frame has of its own: its number, its plane, and whether contrast agent was in the blood. */
function frameGroups(series: SeriesNames, placement: Placement, frame: { i: number; started: string }): Dataset {
  const order = frame.i + 1;
  return [
    sequence(FRAME_CONTENT, [
      text(0x00189074, 'DT', frame.started),
      text(0x00189151, 'DT', frame.started),
      binary(0x00189220, 'FD', 180_000),
      text(0x00209056, 'SH', '1'),
      binary(0x00209057, 'UL', order),
      binary(0x00209157, 'UL', 1, order),
    ]),
    sequence(0x00209113, [decimal(0x00200032, 'DS', ...placement.position)]),
    sequence(0x00209116, [decimal(0x00200037, 'DS', ...placement.orientation)]),
    ...(series.plan.contrastAgent === undefined
      ? []
      : [
          sequence(0x00189341, [
            binary(0x00189337, 'US', 1),
            text(0x00189342, 'CS', 'YES'),
            text(0x00189343, 'CS', 'YES'),
          ]),
        ]),
  ];
}
