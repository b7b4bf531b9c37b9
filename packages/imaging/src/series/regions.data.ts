/**
 * Words for parts of the body in BodyPartExamined and in descriptions, in the languages of DOMAIN 3.7, most special first.
 * The names on the left are those that cases use.
 */
export const REGION_WORDS: readonly (readonly [string, RegExp])[] = (
  [
    ['pituitary', 'pituitary|sella|hypophyse|hipofisis|ipofisi|hypophysis'],
    [
      'cervical-spine',
      'cspine|c spine|cervical|cervicale|hws|cwk|cervical spine|kaulanranka|rachis cervical|columna cervical|halswirbel\\w*',
    ],
    [
      'thoracic-spine',
      'tspine|t spine|thoracic spine|thoracic|dorsal spine|bws|twk|rachis dorsal|columna dorsal|brustwirbel\\w*',
    ],
    [
      'lumbar-spine',
      'lspine|l spine|lumbar|lumbosacral|ls spine|lumbale|lombaire|lws|lwk|lendenwirbel\\w*|lumbal|l s spine|rachis lombaire|columna lumbar|sacrum|si joints?|sacroiliac',
    ],
    ['prostate', 'prostate|prostata|prostat\\w*'],
    ['breast', 'breasts?|mamma|mammae|mama|sein|seno|brust|mammographie'],
    ['liver', 'liver|leber|foie|higado|fegato|hepat\\w*|mrcp|pancreas|biliary'],
    ['knee', 'knee|knees|knie|genou|rodilla|ginocchio|joelho|extknee'],
    ['shoulder', 'shoulder|schulter|epaule|hombro|spalla|ombro|schouder'],
    ['elbow', 'elbow|ellenbogen|ellbogen|coude|codo|gomito|cotovelo|elleboog'],
    ['wrist-hand', 'wrist|hand|fingers?|thumb|handgelenk|poignet|main|muneca|mano|polso|pols|punho|carpus'],
    ['hip', 'hip|hips|hufte|huft\\w*|hanche|cadera|anca|quadril|heup'],
    [
      'ankle-foot',
      'ankle|foot|feet|forefoot|hindfoot|sprunggelenk|osg|fuss|cheville|pied|tobillo|pie|caviglia|piede|enkel|voet|calcaneus|achilles',
    ],
    [
      'brain',
      'brain|head|schadel|schaedel|kopf|gehirn|hirn|neurocranium|cerebral|cerebro|cerebrale|encefalo|cervello|cerveau|crane|encephale|cranio|cranium|hersenen|skull|neuro|iac|hjarna|iam',
    ],
    [
      'head-neck',
      'neck|orbits?|face|sinus\\w*|tmj|larynx|pharynx|hals|cou|cuello|collo|parotid|temporal bones?|inner ear',
    ],
    ['vessels', 'aorta|carotids?|renal arter\\w*|runoff|run off|vessels?|cow|circle of willis'],
    ['chest', 'chest|thorax|heart|cardiac|herz|coeur|corazon|cuore|mediastinum|lung|kardio'],
    ['abdomen', 'abdomen|abdominal|abd|oberbauch|kidneys?|renal|adrenals?|enterography|bowel|bauch'],
    ['pelvis', 'pelvis|becken|bassin|rectum|rectal|uterus|cervix|ovar\\w*|bladder|pelvic|bekken|bacino'],
    [
      'other',
      'whole body|wholebody|spine|wirbelsaule|rachis|columna|colonna|thigh|femur|leg|calf|tibia|forearm|humerus|arm|extremity|phantom|plexus',
    ],
  ] as const
).map(([region, list]) => [region, new RegExp(` (?:${list}) `)] as const);

export const SIDE_WORDS = {
  left: / (?:left|lt|links|li|gauche|gche|izq|izquierd[ao]|sinistr[ao]|sin|esquerd[ao]|lnk|linke[rs]?) /,
  right: / (?:right|rt|rechts|re|droite?|dte|der|derech[ao]|destr[ao]|dx|direit[ao]|rechte[rs]?) /,
  both: / (?:both|bilat|bilateral|beide|beidseits|bds|bilateraux|bilaterale|ambos|ambas|bilat\w*) /,
} as const;
/** Single letters are a side only in brackets or at the end: "KNEE (R)", "MR KNEE L". */
export const SIDE_LETTER = /\(\s*([lr])\s*\)|(?:^|\s)([lr])\s*$/i;
