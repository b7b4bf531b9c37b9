import { type BodyPlane, type ExpectedSequence, FLUID, type Protocol, required } from './protocol.ts';

const PLANES: Readonly<Record<BodyPlane, string>> = { axial: 'ax', sagittal: 'sag', coronal: 'cor' };

/** A picture in which fluid is bright, seen from one side. */
const fluid = (plane: BodyPlane, name: string = plane): ExpectedSequence =>
  required(`${PLANES[plane]}-fluid`, `${name} fluid-sensitive`, {
    weightings: FLUID,
    planes: [plane],
    gives: `fluid-${plane}`,
  });

const FLUID_FAT = required('fluid-fs', 'fluid-sensitive with fat suppression', {
  weightings: FLUID,
  fatSuppressed: true,
  gives: 'fluid-fat',
});
const PLAIN_T1 = required('t1', 'T1 without fat suppression', {
  weightings: ['T1'],
  fatSuppressed: false,
  gives: 't1-marrow',
});
const ANY_FLUID = [['ax-fluid', 'sag-fluid', 'cor-fluid', 'fluid-fs']];
const ACR =
  'ACR MRI accreditation, musculoskeletal, 6/2022: three planes, one T1 without and one fluid-sensitive with fat suppression; an arthrogram does not replace them';

const joint = (
  id: string,
  facts: { region: string; names?: Partial<Record<BodyPlane, string>>; source: string },
): Protocol => ({
  id,
  regions: [facts.region],
  expected: [
    fluid('axial', facts.names?.axial),
    fluid('sagittal', facts.names?.sagittal),
    fluid('coronal', facts.names?.coronal),
    FLUID_FAT,
    PLAIN_T1,
  ],
  minimum: ANY_FLUID,
  source: facts.source,
  checked: '2026-11-23',
});

/** Joints: DOMAIN section 4, rows "any joint" to "elbow, wrist, ankle". */
export const JOINT_PROTOCOLS: readonly Protocol[] = [
  joint('knee', { region: 'knee', source: `ESSR 2024 knee; ${ACR}` }),
  joint('shoulder', {
    region: 'shoulder',
    names: { sagittal: 'oblique sagittal', coronal: 'oblique coronal' },
    source: `RCR audit after ESSR and ACR: axial, oblique coronal, oblique sagittal; ${ACR}`,
  }),
  {
    id: 'hip',
    regions: ['hip'],
    expected: [
      required('cor-t1', 'coronal T1 without fat suppression', {
        weightings: ['T1'],
        planes: ['coronal'],
        fatSuppressed: false,
        gives: 't1-marrow',
      }),
      required('cor-stir', 'coronal STIR or fluid-sensitive with fat suppression', {
        weightings: FLUID,
        planes: ['coronal'],
        fatSuppressed: true,
        gives: 'fluid-fat',
      }),
      fluid('axial'),
      fluid('sagittal'),
    ],
    minimum: [['cor-stir', 'ax-fluid', 'sag-fluid']],
    source: `RCR audit for the planes (coronal pelvis and hip, axial, sagittal); coronal T1 and STIR of both hips: working list; ${ACR}`,
    checked: '2026-11-23',
  },
  joint('elbow', { region: 'elbow', source: `RCR audit for the planes; ${ACR}` }),
  joint('wrist', { region: 'wrist-hand', source: `RCR audit for the planes; ${ACR}` }),
  joint('ankle', { region: 'ankle-foot', source: `Planes as for wrist and elbow: working list; ${ACR}` }),
];
