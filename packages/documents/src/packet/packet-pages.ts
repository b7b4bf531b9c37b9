import type { InstanceHeader } from '@overread/imaging';
import type { PatientIdentity } from '@overread/rules/case/vocabulary.ts';
import { dateWords, fullName, type Setting } from '../letters/letterhead.ts';

/** Signs of a line in README.TXT. */
const LINE = 78;

export type PaperKind = 'cover' | 'summary' | 'original' | 'originalText' | 'second' | 'third' | 'result';

export interface ListedSeries {
  readonly header: InstanceHeader;
  readonly studyInstanceUid: string;
  readonly images: number;
  /** "DICOM/PAT1/ST1/SE1". */
  readonly folder: string;
}

/** What the two pages of a packet tell. */
export interface PacketPages {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly papers: readonly { readonly kind: PaperKind; readonly path: string }[];
  readonly series: readonly ListedSeries[];
  readonly images: number;
  readonly isBlind: boolean;
  readonly volume: { readonly number: number; readonly of: number };
  /** The media profile that all images keep to; null when they keep to none. */
  readonly profile: string | null;
}

function paperTitle({ say }: Setting, { isBlind }: PacketPages, kind: PaperKind): string {
  const isSealed = isBlind && (kind === 'original' || kind === 'originalText');
  return say(isSealed ? `packet.paper.${kind}.blind` : `packet.paper.${kind}`);
}

const caseLine = ({ say }: Setting, { caseNumber, volume }: PacketPages): string =>
  say(volume.of > 1 ? 'packet.volume' : 'packet.title', { caseNumber, number: volume.number, of: volume.of });

/** Paragraphs that both pages have: how to look, what is special about the images, what to take care of. */
function advice({ say }: Setting, { isBlind, images, profile, papers }: PacketPages): string[] {
  return [
    ...(isBlind ? [say('packet.order')] : []),
    ...(images === 0 ? [] : [say('packet.look')]),
    ...(images === 0 ? [] : [profile === null ? say('packet.noProfile') : say('packet.profile', { profile })]),
    say('packet.check'),
    say(papers.some(({ kind }) => kind === 'cover') ? 'packet.care.outside' : 'packet.care'),
  ];
}

/** Lines of a text file, for editors that do not break long ones. */
function broken(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** README.TXT: what is on the disc, how to look at it, whom to ask (IHE RAD TF-3, 4.47.4.1.2.3.1). */
export function readmeText(setting: Setting, pages: PacketPages): string {
  const { say, practice } = setting;
  const contents = [
    ['INDEX.HTM', say('packet.paper.index')] as const,
    ...pages.papers.map(({ kind, path }) => [path, paperTitle(setting, pages, kind)] as const),
    ...(pages.images === 0 ? [] : [['DICOM', say('packet.images', { count: pages.images })] as const]),
  ];
  return [
    caseLine(setting, pages),
    '',
    ...contents.map(([path, title]) => `${path.padEnd(22)}${title}`),
    ...advice(setting, pages).flatMap((paragraph) => ['', ...broken(paragraph)]),
    '',
    say('packet.contact', { practice: practice.name, phone: practice.phone }),
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `body{font:17px/1.5 "Source Sans 3",system-ui,sans-serif;color:#1c2024;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .5rem}p{margin:.5rem 0}
a{color:#0b5a73}table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}
th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-top:1px solid #d5d9dd}
td.n,th.n{text-align:right;padding-right:0}dt{float:left;clear:left;width:9rem;color:#59636e}dd{margin:0 0 0 9rem}`;

function studyTables({ say }: Setting, { series }: PacketPages): string[] {
  const studies = Map.groupBy(series, ({ studyInstanceUid }) => studyInstanceUid);
  const heads = [say('packet.series.number'), say('packet.series.what'), say('packet.series.where')];
  return [...studies.values()].flatMap((list) => {
    const { header } = list[0] as ListedSeries;
    const title = [dateWords(header.studyDate, say), header.studyDescription, header.institution].filter(
      (part) => part,
    );
    return [
      `<h3>${escaped(title.join(', '))}</h3>`,
      '<table><thead><tr>',
      ...heads.map((head) => `<th scope="col">${escaped(head)}</th>`),
      `<th scope="col" class="n">${escaped(say('packet.series.images'))}</th></tr></thead><tbody>`,
      ...list.map(({ header: { seriesNumber, seriesDescription, protocolName, modality }, folder, images }) => {
        const name = seriesDescription || protocolName || modality;
        const cells = [String(seriesNumber ?? ''), name, folder].map((cell) => `<td>${escaped(cell)}</td>`);
        return `<tr>${cells.join('')}<td class="n">${images}</td></tr>`;
      }),
      '</tbody></table>',
    ];
  });
}

/** INDEX.HTM: the same as a page that opens from the disc in any browser. No script, nothing from elsewhere. */
export function indexPage(setting: Setting, pages: PacketPages): string {
  const { say, practice } = setting;
  const title = caseLine(setting, pages);
  const facts = [
    [say('document.patient'), fullName(pages.patient)],
    [say('document.birthDate'), dateWords(pages.patient.birthDate, say)],
    [say('packet.madeOn'), dateWords(setting.now, say)],
    [say('packet.madeBy'), `${practice.name}, ${say('document.phone', { phone: practice.phone })}`],
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(title)}</h1><dl>`,
    ...facts.map(([label = '', value = '']) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`),
    '</dl>',
    ...(pages.papers.length === 0 ? [] : [`<h2>${escaped(say('packet.papers'))}</h2><ul>`]),
    ...pages.papers.map(
      ({ kind, path }) => `<li><a href="${path}">${escaped(paperTitle(setting, pages, kind))}</a></li>`,
    ),
    ...(pages.papers.length === 0 ? [] : ['</ul>']),
    ...(pages.images === 0 ? [] : [`<h2>${escaped(say('packet.images', { count: pages.images }))}</h2>`]),
    ...studyTables(setting, pages),
    `<h2>${escaped(say('packet.howTo'))}</h2>`,
    ...advice(setting, pages).map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    '</main></body></html>',
  ].join('\n');
}
