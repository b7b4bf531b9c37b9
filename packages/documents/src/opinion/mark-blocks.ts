import type { ImageMark } from '@overread/rules/case/report.ts';
import type { Say } from '@overread/words';
import type { Block, Figure } from '../pdf/blocks.ts';
import type { KeyImage, SecondOpinion } from './opinion-input.ts';

type Numbered = ImageMark & { readonly number: string };

/** Where in the images a finding was marked: the marked pictures, then every mark with its image and length. */
export function markBlocks(say: Say, { locked, imageNames, keyImages }: SecondOpinion): Block[] {
  if (locked.marks.length === 0) return [];
  const marks: readonly Numbered[] = locked.marks.map((mark, i) => ({ ...mark, number: String(i + 1) }));
  const nameOf = ({ sopInstanceUid }: Pick<ImageMark, 'sopInstanceUid'>) =>
    imageNames[sopInstanceUid] ?? sopInstanceUid;
  const figures = [...Map.groupBy(marks, ({ sopInstanceUid, frame }) => `${sopInstanceUid}/${frame}`).values()].flatMap(
    (group) => {
      const shown = keyImages.find((each) => isOn(each, group[0]));
      return shown === undefined ? [] : [figureOf(say, shown, group, nameOf(shown))];
    },
  );
  return [
    { kind: 'heading', level: 2, text: say('opinion.marks') },
    ...(figures.length === 0 ? [] : ([{ kind: 'figures', figures }] as const)),
    {
      kind: 'table',
      columns: [
        { title: say('opinion.marks.label'), share: 0.36 },
        { title: say('opinion.marks.image'), share: 0.46 },
        { title: say('opinion.marks.length'), share: 0.18 },
      ],
      rows: marks.map((mark) => [
        [{ text: `${mark.number}. ${mark.label}` }],
        [{ text: nameOf(mark) }],
        [{ text: lengthOf(say, mark) }],
      ]),
    },
  ];
}

const isOn = (image: KeyImage, mark: ImageMark | undefined): boolean =>
  image.sopInstanceUid === mark?.sopInstanceUid && image.frame === mark.frame;

const lengthOf = (say: Say, { lengthMm }: ImageMark): string =>
  lengthMm === undefined ? '' : say('opinion.marks.mm', { length: lengthMm.toFixed(1) });

function figureOf(say: Say, { image, columns, rows }: KeyImage, marks: readonly Numbered[], name: string): Figure {
  const said = marks.map((mark) =>
    [`${mark.number}. ${mark.label}`, lengthOf(say, mark)].filter((part) => part !== '').join(', '),
  );
  return {
    image,
    alt: say('opinion.marks.alt', { image: name, marks: said.join('; ') }),
    caption: `${name}: ${said.join('; ')}`,
    marks: marks.map(({ number, points }) => ({
      label: number,
      points: points.map(([x, y]) => [x / columns, y / rows] as const),
    })),
  };
}
