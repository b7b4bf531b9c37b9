import type { CaseQuality } from '@overread/contract/images.ts';
import type { SeriesSummary, StudySummary } from '@overread/imaging/model.ts';
import { CircleHelp } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../ui/use-words.ts';
import { SeriesFacts, signText } from '../viewer/series-facts.tsx';
import { linksOf } from '../viewer/series-links.ts';
import { seriesName } from '../viewer/series-name.ts';
import styles from './set.module.css';

const called = (series: SeriesSummary) => [series.number ?? '', seriesName(series)].join(' ').trim();

/** Every series of the case with what it was recognised as; what is doubted or was noticed stands beside its name. */
export function SeriesList({ studies, quality }: { studies: readonly StudySummary[]; quality: CaseQuality }) {
  const words = useWords();
  const series = useMemo(() => studies.flatMap((study) => study.series), [studies]);
  const links = useMemo(() => linksOf(series), [series]);
  const noticed = series.filter((one) => quality[one.seriesInstanceUid] || one.details?.contradictions.length);
  return (
    <details className={styles.list}>
      <summary>
        {words('images.list.title', { count: series.length })}
        {noticed.length > 0 && ` · ${words('images.list.noticed', { count: noticed.length })}`}
      </summary>
      {series.map((one) => {
        const signs = quality[one.seriesInstanceUid] ?? [];
        const hints = [...signs.map((sign) => signText(words, sign)), ...(one.details?.contradictions ?? [])];
        return (
          <details key={one.seriesInstanceUid}>
            <summary>
              <b>{called(one)}</b> {one.weighting}, {one.plane}
              {hints.length > 0 && (
                <span className={styles.noticed}>
                  <CircleHelp aria-hidden="true" size={14} /> {hints.join('; ')}
                </span>
              )}
            </summary>
            <SeriesFacts series={one} signs={signs} linked={(links.get(one.seriesInstanceUid) ?? []).map(called)} />
          </details>
        );
      })}
    </details>
  );
}
