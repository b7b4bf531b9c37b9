import type { ImageMark } from '@overread/rules/case/report.ts';
import { MS_LESIONS } from '../generator/lesions.ts';
import { planStudy } from '../generator/make-study.ts';
import type { StudyOptions } from '../generator/options.ts';

/**
 * The mark that a reader would set on a lesion: its longest line in the axial slice of a series that lies nearest to its
 * centre.
 * @throws Error when the study has no such lesion or series.
 */
export function lesionMark(study: StudyOptions, lesionId: string, series: string, label: string): ImageMark {
  const lesion = (study.lesions ?? MS_LESIONS).find(({ id }) => id === lesionId);
  const slices = planStudy(study).filter(({ seriesDescription }) => seriesDescription === series);
  const [first] = slices;
  if (lesion === undefined || first === undefined) throw new Error(`The study has no ${lesionId} in "${series}".`);
  const [right, front, up] = lesion.centre;
  const away = (at: number): number => Math.abs(at - up);
  const slice = slices.reduce((best, each) => (away(each.placement.at) < away(best.placement.at) ? each : best), first);
  const [x, y] = slice.placement.position;
  const end = (sign: number): readonly [number, number] => {
    const along = sign * lesion.radii[0];
    const lps = [-(right + along * Math.cos(lesion.angle)), -(front + along * Math.sin(lesion.angle))] as const;
    const pixel = (value: number, from: number): number =>
      Math.round(((value - from) / slice.pixelSpacingMm) * 10) / 10;
    return [pixel(lps[0], x), pixel(lps[1], y)];
  };
  return {
    id: lesionId,
    label,
    seriesInstanceUid: slice.seriesInstanceUid,
    sopInstanceUid: slice.sopInstanceUid,
    frame: 0,
    points: [end(-1), end(1)],
    lengthMm: 2 * lesion.radii[0],
  };
}
