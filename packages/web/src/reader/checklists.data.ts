import type { Region } from '@overread/rules/case/vocabulary.ts';

/**
 * What a report of a region has to speak of. The labels go into the report as they stand here. Scales are ordered from
 * nothing to most; their first step means "looked for, absent" where `fromNone` is set.
 *
 * Sources of the scales: disc degeneration, Pfirrmann et al., Spine 2001;26:1873; contour and place of disc herniation,
 * Fardon et al., Spine J 2014;14:2525; nerve root, Pfirrmann et al., Radiology 2004;230:583; white matter, Fazekas et al.,
 * AJR 1987;149:351; meniscal signal, Stoller et al., Radiology 1987;163:731; cartilage, Outerbridge, JBJS Br 1961;43:752;
 * MS topography, Filippi et al. (MAGNIMS), Brain 2019;142:1858.
 */
export interface ChecklistTopic {
  readonly id: string;
  readonly label: string;
  /** Ordered steps; without them the topic is answered present, absent or not assessable. */
  readonly steps?: readonly string[];
  /** The first step means that it was looked for and is not there. */
  readonly fromNone?: boolean;
}

export interface ChecklistGroup {
  readonly id: string;
  readonly label: string;
  readonly topics: readonly ChecklistTopic[];
}

export type ChecklistName = 'brain' | 'brain-ms' | 'lumbar-spine' | 'knee' | 'generic';

export interface Checklist {
  readonly name: ChecklistName;
  readonly groups: readonly ChecklistGroup[];
}

const SEVERITY = ['none', 'mild', 'moderate', 'severe'] as const;
const present = (id: string, label: string): ChecklistTopic => ({ id, label });
const severity = (id: string, label: string): ChecklistTopic => ({ id, label, steps: SEVERITY, fromNone: true });
const scale = (id: string, label: string, steps: readonly string[]): ChecklistTopic => ({ id, label, steps });
const fromNone = (id: string, label: string, steps: readonly string[]): ChecklistTopic => ({
  id,
  label,
  steps,
  fromNone: true,
});

const discLevel = (id: string, label: string): ChecklistGroup => ({
  id,
  label,
  topics: [
    scale('disc', 'Disc (Pfirrmann)', ['I', 'II', 'III', 'IV', 'V']),
    fromNone('contour', 'Contour', ['none', 'bulge', 'protrusion', 'extrusion']),
    severity('canal', 'Canal narrowing'),
    fromNone('roots', 'Roots', ['free', 'contact', 'displaced', 'pressed']),
    severity('foramen-right', 'Foramen right'),
    severity('foramen-left', 'Foramen left'),
    severity('facets', 'Facet joints'),
  ],
});

const BRAIN: Checklist = {
  name: 'brain',
  groups: [
    {
      id: 'parenchyma',
      label: 'Brain',
      topics: [
        present('acute-infarct', 'Acute infarct (restricted diffusion)'),
        present('old-infarct', 'Old infarct'),
        present('haemorrhage', 'Haemorrhage'),
        present('microbleeds', 'Microbleeds'),
        present('mass', 'Mass'),
        present('oedema', 'Oedema'),
        present('enhancement', 'Abnormal enhancement'),
        fromNone('white-matter', 'White matter (Fazekas)', ['0', '1', '2', '3']),
      ],
    },
    {
      id: 'spaces',
      label: 'Spaces',
      topics: [
        present('midline-shift', 'Midline shift'),
        severity('hydrocephalus', 'Hydrocephalus'),
        severity('atrophy', 'Atrophy'),
        present('subdural', 'Subdural or epidural collection'),
        present('meninges', 'Meningeal thickening'),
        present('herniation', 'Herniation'),
      ],
    },
    {
      id: 'vessels',
      label: 'Vessels',
      topics: [
        present('flow-voids', 'Flow void missing'),
        present('aneurysm', 'Aneurysm'),
        present('malformation', 'Vascular malformation'),
        present('sinus', 'Sinus thrombosis'),
      ],
    },
    {
      id: 'other',
      label: 'Other',
      topics: [
        present('sella', 'Sella and pituitary lesion'),
        present('cerebellopontine', 'Cerebellopontine angle lesion'),
        present('tonsils', 'Low cerebellar tonsils'),
        present('orbits', 'Orbital lesion'),
        present('sinuses', 'Sinus or mastoid disease'),
        present('marrow', 'Skull or marrow lesion'),
      ],
    },
  ],
};

const BRAIN_MS: Checklist = {
  name: 'brain-ms',
  groups: [
    {
      id: 'place',
      label: 'Where',
      topics: [
        present('periventricular', 'Periventricular'),
        present('cortical', 'Cortical or juxtacortical'),
        present('callosal', 'Corpus callosum'),
        present('infratentorial', 'Infratentorial'),
        present('cord', 'Spinal cord'),
        present('optic-nerve', 'Optic nerve'),
        scale('count', 'Number of lesions', ['0', '1–3', '4–9', '10–20', '>20']),
      ],
    },
    {
      id: 'activity',
      label: 'Activity',
      topics: [
        present('enhancing', 'Enhancing lesion'),
        present('new', 'New or enlarging lesion'),
        present('diffusion', 'Restricted diffusion'),
        present('central-vein', 'Central vein sign'),
        present('rim', 'Paramagnetic rim'),
      ],
    },
    {
      id: 'damage',
      label: 'Damage',
      topics: [present('black-holes', 'T1 black holes'), severity('atrophy', 'Atrophy')],
    },
    {
      id: 'other',
      label: 'Other',
      topics: [
        present('pml', 'Sign of PML'),
        present('small-vessel', 'Pattern of small vessel disease'),
        present('mass', 'Mass'),
        present('infarct', 'Infarct'),
        present('haemorrhage', 'Haemorrhage'),
        present('incidental', 'Incidental finding'),
      ],
    },
  ],
};

const LUMBAR: Checklist = {
  name: 'lumbar-spine',
  groups: [
    discLevel('l1-2', 'L1/2'),
    discLevel('l2-3', 'L2/3'),
    discLevel('l3-4', 'L3/4'),
    discLevel('l4-5', 'L4/5'),
    discLevel('l5-s1', 'L5/S1'),
    {
      id: 'other',
      label: 'Other',
      topics: [
        fromNone('alignment', 'Listhesis (Meyerding)', ['none', 'I', 'II', 'III', 'IV']),
        present('fracture', 'Fracture'),
        present('marrow', 'Marrow lesion'),
        fromNone('endplates', 'Endplates (Modic)', ['none', '1', '2', '3']),
        present('conus', 'Conus abnormal'),
        present('cauda', 'Cauda equina crowded'),
        present('infection', 'Sign of infection'),
        present('transitional', 'Transitional vertebra'),
        present('paraspinal', 'Paraspinal or abdominal finding'),
      ],
    },
  ],
};

const cartilage = (id: string, label: string) => fromNone(id, label, ['0', 'I', 'II', 'III', 'IV']);

const KNEE: Checklist = {
  name: 'knee',
  groups: [
    {
      id: 'menisci',
      label: 'Menisci',
      topics: [
        fromNone('medial-signal', 'Medial, signal', ['0', '1', '2', '3']),
        present('medial-tear', 'Medial tear'),
        present('medial-extrusion', 'Medial extrusion'),
        fromNone('lateral-signal', 'Lateral, signal', ['0', '1', '2', '3']),
        present('lateral-tear', 'Lateral tear'),
        present('root', 'Root tear'),
      ],
    },
    {
      id: 'ligaments',
      label: 'Ligaments',
      topics: [
        fromNone('acl', 'Anterior cruciate', ['intact', 'sprain', 'partial', 'rupture']),
        fromNone('pcl', 'Posterior cruciate', ['intact', 'sprain', 'partial', 'rupture']),
        fromNone('mcl', 'Medial collateral', ['intact', 'sprain', 'partial', 'rupture']),
        fromNone('lcl', 'Lateral collateral', ['intact', 'sprain', 'partial', 'rupture']),
        present('corner', 'Posterolateral corner injury'),
        present('extensor', 'Extensor mechanism injury'),
      ],
    },
    {
      id: 'cartilage',
      label: 'Cartilage',
      topics: [
        cartilage('patella', 'Patella'),
        cartilage('trochlea', 'Trochlea'),
        cartilage('medial', 'Medial'),
        cartilage('lateral', 'Lateral'),
      ],
    },
    {
      id: 'other',
      label: 'Other',
      topics: [
        present('fracture', 'Fracture'),
        present('oedema', 'Marrow oedema'),
        severity('effusion', 'Effusion'),
        present('baker', 'Baker cyst'),
        present('loose-body', 'Loose body'),
        present('mass', 'Mass'),
      ],
    },
  ],
};

const GENERIC: Checklist = {
  name: 'generic',
  groups: [
    {
      id: 'all',
      label: 'All',
      topics: [
        present('main', 'Finding that answers the question'),
        present('mass', 'Mass'),
        present('fluid', 'Fluid collection'),
        present('inflammation', 'Inflammation or oedema'),
        present('enhancement', 'Abnormal enhancement'),
        present('bone', 'Bone lesion or fracture'),
        present('vessels', 'Vascular abnormality'),
        present('nodes', 'Enlarged lymph nodes'),
        present('incidental', 'Incidental finding'),
      ],
    },
  ],
};

export const CHECKLISTS: readonly Checklist[] = [BRAIN, BRAIN_MS, LUMBAR, KNEE, GENERIC];

/** Which checklist a region starts with; regions without one of their own start with the generic one. */
export const CHECKLIST_OF_REGION: Partial<Record<Region, ChecklistName>> = {
  brain: 'brain',
  'lumbar-spine': 'lumbar-spine',
  knee: 'knee',
};
