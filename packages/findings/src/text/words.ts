/** Words of a report with their place, and the form under which the lexicon knows them. */

export interface Word {
  /** Normal form: lower case, American spelling, no plural, no ending. Punctuation stands for itself. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const irregular: Readonly<Record<string, string>> = {
  vertebrae: 'vertebra',
  menisci: 'meniscus',
  meniscal: 'meniscus',
  foramina: 'foramen',
  foraminal: 'foramen',
  cortices: 'cortex',
  cortical: 'cortex',
  labral: 'labrum',
  labra: 'labrum',
  bursae: 'bursa',
  bursal: 'bursa',
  fossae: 'fossa',
  hila: 'hilum',
  nuclei: 'nucleus',
  sulci: 'sulcus',
  gyri: 'gyrus',
  thalami: 'thalamus',
  hippocampi: 'hippocampus',
  retinacula: 'retinaculum',
  partes: 'pars',
  foci: 'focus',
  radii: 'radius',
  metastases: 'metastasis',
  metastatic: 'metastasis',
  stenoses: 'stenosis',
  stenotic: 'stenosis',
  stenosed: 'stenosis',
  stenosing: 'stenosis',
  diagnoses: 'diagnosis',
  torn: 'tear',
  thrombi: 'thrombus',
  thrombosed: 'thrombosis',
  thromboses: 'thrombosis',
  calculi: 'calculus',
  diverticula: 'diverticulum',
  slipped: 'slip',
  slips: 'slip',
  slippage: 'slip',
  disk: 'disc',
  disks: 'disc',
  ossa: 'os',
  cyst: 'cyst',
  cystic: 'cyst',
  nodal: 'node',
  axillae: 'axilla',
  axillary: 'axilla',
  patellae: 'patella',
  ruptured: 'ruptur',
  lies: 'lie',
  swollen: 'swell',
  grown: 'grow',
  growth: 'grow',
  grew: 'grow',
  worse: 'worsen',
  hernia: 'hernia',
  thinned: 'thin',
  thinning: 'thin',
  fatty: 'fat',
  bony: 'bone',
  osseous: 'bone',
};

const british: ReadonlyArray<readonly [RegExp, string]> = [
  [/^oed/, 'ed'],
  [/oedem/, 'edem'],
  [/haem/, 'hem'],
  [/aemi/, 'emi'],
  [/oesoph/, 'esoph'],
  [/tumour/, 'tumor'],
  [/colour/, 'color'],
  [/favour/, 'favor'],
  [/fibre/, 'fiber'],
  [/centre/, 'center'],
  [/centring/, 'centering'],
  [/grey/, 'gray'],
  [/signall/, 'signal'],
  [/labell/, 'label'],
  [/caecum/, 'cecum'],
  [/anaesth/, 'anesth'],
  [/paed/, 'ped'],
  [/leuk/, 'leuk'],
  [/ise([ds]?)$/, 'ize$1'],
  [/isation/, 'ization'],
  [/ising$/, 'izing'],
];

const accents = /[\u0300-\u036f]/g;

/** Words that would fall together with another one: "note" with "not", "clearly" with "clear", "presentation" with "present", "diffusion" with "diffuse". */
const kept = new Set(['none', 'note', 'notes', 'clearly', 'presentation', 'largely', 'extensive', 'diffusion']);

function withoutEnding(word: string): string {
  if (kept.has(word)) return word;
  let w = word;
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && /(?:ss|sh|ch|x)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is|os)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 6 && w.endsWith('ment')) w = w.slice(0, -4);
  else if (w.length > 6 && w.endsWith('ly')) w = w.slice(0, -2);
  if (w.length > 6 && w.endsWith('ing')) w = w.slice(0, -3);
  else if (w.length > 5 && w.endsWith('ed')) w = w.slice(0, -2);
  else if (w.length > 7 && /ative$|ation$/.test(w)) w = w.slice(0, -3);
  else if (w.length > 7 && /[ts]ion$/.test(w)) w = w.slice(0, -3);
  else if (w.length > 7 && w.endsWith('ive')) w = w.slice(0, -3);
  if (w.length > 6 && w.endsWith('at')) w = w.slice(0, -2);
  if (w.length > 4 && /([bdgmnprt])\1$/.test(w)) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('e')) w = w.slice(0, -1);
  return w;
}

/** Normal form of one word: `Oedematous` and `edema` stay apart, `tears` and `torn`, `centre` and `centers` meet. */
export function stem(word: string): string {
  let w = word.normalize('NFD').replace(accents, '').toLowerCase();
  w = irregular[w] ?? w;
  for (const [from, to] of british) w = w.replace(from, to);
  w = irregular[w] ?? w;
  return withoutEnding(w);
}

const wordPattern = /[A-Za-z\u00c0-\u024f]+(?:['’]s\b)?|\d+(?:[.,]\d+)?|[^\sA-Za-z0-9\u00c0-\u024f]/gu;

/** Words, numbers and punctuation of `text.slice(start, end)`, with offsets into `text`. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const found: Word[] = [];
  for (const match of text.slice(start, end).matchAll(wordPattern)) {
    const at = start + match.index;
    const raw = match[0];
    found.push({ stem: stem(raw.replace(/['’]s$/, '')), start: at, end: at + raw.length });
  }
  return found;
}
