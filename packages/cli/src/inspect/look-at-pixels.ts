import type { ByteSource, InstanceHeader } from '@overread/imaging';
import type { SeriesSummary, StudySummary } from '@overread/imaging/model.ts';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { measureFrame } from '@overread/imaging/quality/frame-signs.ts';
import { openGreyFrame } from '@overread/imaging/quality/grey-frame.ts';
import { qualitySigns } from '@overread/imaging/quality/series-signs.ts';

/** What was measured of a series, by how many of its images were seen before. */
interface Looked {
  seen: number;
  readonly measured: Map<number, FrameMeasures>;
}

/** Looks at the pixels of some images of each series as they come, so that no file is read twice. */
export interface PixelLook {
  at(source: ByteSource, header: InstanceHeader): Promise<void>;
  /** The studies with the hints of their series. */
  told(studies: readonly StudySummary[]): StudySummary[];
}

/** The first, second, fourth, eighth … image: eleven of a thousand. */
const isLookedAt = (seen: number) => (seen & (seen - 1)) === 0;

const isTold = ({ modality, role }: SeriesSummary) => modality === 'MR' && role === 'diagnostic';

export function createPixelLook(): PixelLook {
  const bySeries = new Map<string, Looked>();
  return {
    async at(source, header) {
      if (header.modality !== 'MR' || header.frameRanges.length === 0) return;
      const looked = bySeries.get(header.seriesInstanceUid) ?? { seen: 0, measured: new Map() };
      bySeries.set(header.seriesInstanceUid, looked);
      looked.seen += 1;
      const range = header.frameRanges[Math.floor(header.frameRanges.length / 2)];
      if (!isLookedAt(looked.seen) || range === undefined || range.pieces !== undefined) return;
      const frame = openGreyFrame(await source.read(range.offset, range.length), header);
      if (frame !== null) looked.measured.set(looked.seen - 1, measureFrame(frame));
    },
    told: (studies) =>
      studies.map((study) => ({
        ...study,
        series: study.series.map((series) => {
          const measured = bySeries.get(series.seriesInstanceUid)?.measured;
          const quality = measured === undefined || !isTold(series) ? [] : qualitySigns(measured);
          return quality.length === 0 ? series : { ...series, quality };
        }),
      })),
  };
}
