import type { QualitySign, SeriesSummary } from '@overread/imaging/model.ts';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { framesToLookAt, qualitySigns } from '@overread/imaging/quality/series-signs.ts';
import type { ArchivedInstance, FrameOf } from '../model.ts';
import { storedFrames } from '../stored-frames.ts';
import { type FrameSource, measureStored } from './open-frames.ts';
import { planStream } from './plan-stream.ts';

/** Series whose hints are kept in memory; each took some tens of frames to be opened. */
const KEPT = 2_000;

/** Hints from the pixels of archived series, measured beside the main thread when they are first asked for. */
export interface QualityBook {
  /** Of one series; none for what is no diagnostic MR series. `load` brings the instances of it that may be seen. */
  signs(
    caseId: string,
    series: SeriesSummary,
    load: () => Promise<readonly ArchivedInstance[]>,
  ): Promise<readonly QualitySign[]>;
}

/** Maps, localizers and pictures of screens are as they are on purpose. */
const isLookedAt = ({ modality, role, frames }: SeriesSummary): boolean =>
  modality === 'MR' && role === 'diagnostic' && frames > 0;

export function createQualityBook(source: FrameSource): QualityBook {
  const kept = new Map<string, Promise<readonly QualitySign[]>>();

  async function measure(caseId: string, instances: readonly ArchivedInstance[]): Promise<readonly QualitySign[]> {
    const plan = planStream(instances, false);
    if (plan === null) return [];
    const slotOf = new Map(plan.header.order.map((index, slot) => [index, slot]));
    const looked = framesToLookAt(plan.header.frames.length);
    const wanted = looked.map((index) => plan.sent[slotOf.get(index) as number] as FrameOf);
    const measured = new Map<number, FrameMeasures>();
    let nth = 0;
    for await (const { bytes } of storedFrames(source.archive, caseId, wanted)) {
      const { instance } = wanted[nth] as FrameOf;
      const measures = await measureStored(source.decoders, instance.header, bytes);
      if (measures !== null) measured.set(looked[nth] as number, measures);
      nth += 1;
    }
    return qualitySigns(measured);
  }

  return {
    signs(caseId, series, load) {
      if (!isLookedAt(series)) return Promise.resolve([]);
      // The images of a case never change; a series only grows.
      const key = `${caseId}/${series.seriesInstanceUid}/${series.instances}`;
      const known = kept.get(key) ?? load().then((instances) => measure(caseId, instances));
      kept.delete(key);
      kept.set(key, known);
      known.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return known;
    },
  };
}
