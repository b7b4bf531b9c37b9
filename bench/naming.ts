import { describeSeries, type InstanceHeader, parseHeader } from '@overread/imaging';
import { madeInstance } from '../testing/made-dicom.ts';
import { compare, type Measure, rounds } from './measure.ts';

const SERIES = 10_000;
/** What is asked for: so many series in a second on one core. */
const TARGET_MS = 1000;

const DESCRIPTIONS = [
  ...['t2_tse_sag_384', 't1_vibe_fs_tra_bh_dyn', 'ep2d_diff_b50_400_800_tra_ADC', 'AX T1 FLAIR +C', 'PDW_SPAIR_TRA'],
  ...[
    'T1 axial sans injection',
    'Sag DP FatSat',
    'T2 yağ baskılı koronal',
    '造影T1 冠状断',
    'T1 strzałkowe bez kontrastu',
  ],
  ...['t2hastecorbhpat2', 'WATER: Ax LAVA-Flex', 'RESOLVE_4scan_trace_tra', '3D_Brain_VIEW_FLAIR', 'Sequenz 5'],
  ...['T1 TSE cor nach KM', 'Survey', 'SWIp', 'TOF_3D_multi-slab', 'DTI_32_dir'],
];
const TIMES = [
  { ScanningSequence: 'SE', RepetitionTime: 4000, EchoTime: 100 },
  { ScanningSequence: 'SE', RepetitionTime: 500, EchoTime: 12, ContrastBolusAgent: 'Gadovist' },
  { ScanningSequence: ['SE', 'IR'], RepetitionTime: 9000, EchoTime: 120, InversionTime: 2500 },
  { ScanningSequence: 'GR', SequenceVariant: 'SP', RepetitionTime: 200, EchoTime: 4, FlipAngle: 70 },
  { ScanningSequence: ['EP', 'SE'], RepetitionTime: 5000, EchoTime: 80, DiffusionBValue: 1000 },
];
const PLANES = [
  [1, 0, 0, 0, 1, 0],
  [0, 1, 0, 0, 0, -1],
  [0.9, 0.3, 0.1, 0, 0, -1],
];

const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;

/** Files of one header each, all different: words, times and planes in every combination, UIDs of their own. */
const makeFiles = () =>
  Array.from({ length: SERIES }, (_, at) =>
    madeInstance({
      ...{ SpecificCharacterSet: 'ISO_IR 192', ProtocolName: 'Knee W/O', StudyDescription: 'MRI knee left' },
      ...pick(TIMES, Math.floor(at / 3)),
      ...{ SOPInstanceUID: `2.25.1${at}`, SeriesInstanceUID: `2.25.2${at}` },
      ...{ SeriesDescription: `${pick(DESCRIPTIONS, at)} ${at % 97}`, ImageOrientationPatient: pick(PLANES, at) },
    }),
  );

/** Time of the processor, not of the clock: what is asked for is one core's second. */
function timedMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function nameAll(headers: readonly InstanceHeader[]): void {
  for (const header of headers) describeSeries([header]);
}

/** Naming of 10,000 series by one header each, and the same with the reading of the headers, against one second. */
export async function run(): Promise<readonly Measure[]> {
  const files = makeFiles();
  const headers: InstanceHeader[] = files.map((bytes) => parseHeader(bytes));
  const naming: number[] = [];
  const both: number[] = [];
  const turns = rounds();
  for (let round = 0; round < turns; round += 1) {
    naming.push(timedMs(() => nameAll(headers)));
    both.push(timedMs(() => nameAll(files.map((bytes) => parseHeader(bytes)))));
  }
  const target = naming.map(() => TARGET_MS);
  return [
    compare({ name: `naming-${SERIES}-series`, unit: 'ms' }, naming, target, 'the peer is the target of one second'),
    compare({ name: `reading-and-naming-${SERIES}-headers`, unit: 'ms' }, both, target),
  ];
}
