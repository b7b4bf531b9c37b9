import type { Reason } from '@overread/rules/case/vocabulary.ts';

export interface Source {
  /** `ask.source.<id>` says what was found; `cite` is how the work is named everywhere. */
  readonly id: string;
  readonly cite: string;
  readonly url: string;
}

/** Published figures behind what the page says, each seen at its address. */
export const SOURCES: Readonly<Record<'zan' | 'chalian' | 'rozenberg' | 'meyer' | 'lenza' | 'herzog', Source>> = {
  zan: {
    id: 'zan',
    cite: 'Zan, Yousem, Carone, Lewin: Radiology 2010; 255:135',
    url: 'https://vivo.weill.cornell.edu/display/pubid20308451',
  },
  chalian: {
    id: 'chalian',
    cite: 'Chalian and others: AJR 2016; 206:1217',
    url: 'https://pure.johnshopkins.edu/en/publications/second-opinion-subspecialty-consultations-in-musculoskeletal-radi',
  },
  rozenberg: {
    id: 'rozenberg',
    cite: 'Rozenberg and others: Skeletal Radiology 2019',
    url: 'https://link.springer.com/article/10.1007%2Fs00256-018-3024-3',
  },
  meyer: {
    id: 'meyer',
    cite: 'Meyer, Singh, Graber: American Journal of Medicine 2015',
    url: 'https://www.rti.org/publication/evaluation-outcomes-national-patient-initiated-second-opinion-program',
  },
  lenza: {
    id: 'lenza',
    cite: 'Lenza and others: BMC Musculoskeletal Disorders 2017; 18:354',
    url: 'https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-017-1712-0',
  },
  herzog: {
    id: 'herzog',
    cite: 'Herzog and others: The Spine Journal 2017; 17:554',
    url: 'https://www.painscience.com/biblio/spectacularly-unreliable-mri-results.html',
  },
};

/** Which of them bear on a reason. */
const FOR: Readonly<Record<Reason, readonly (keyof typeof SOURCES)[]>> = {
  'serious-diagnosis': ['zan', 'meyer'],
  'treatment-proposed': ['lenza', 'meyer'],
  'ambiguous-report': ['zan', 'herzog'],
  'symptoms-contradict': ['herzog', 'chalian'],
  subspecialty: ['rozenberg', 'chalian'],
};

/** The sources for these reasons, each once, the first reason's first; not more than a person reads. */
export function sourcesFor(reasons: readonly Reason[]): readonly Source[] {
  const ids = new Set(reasons.flatMap((reason) => FOR[reason]));
  return [...ids].slice(0, 4).map((id) => SOURCES[id]);
}
