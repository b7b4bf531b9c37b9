import { Check } from 'lucide-react';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import type { DiscStudy } from './reading/disc-model.ts';
import { SeriesPicture } from './series-picture.tsx';
import { missingIn, picturesIn, seriesWords } from './series-words.ts';

/** The series of a study: a picture of each, what it is in plain words, how many pictures, and whether some are missing. */
export function SeriesGrid({ study }: { readonly study: DiscStudy }) {
  const words = useWords();
  const { summary, pictures } = study;
  return (
    <ul className={styles.series}>
      {summary.series.map((series) => {
        const { title, shows } = seriesWords(words, series, summary.region);
        const missing = missingIn(series);
        return (
          <li key={series.seriesInstanceUid}>
            <SeriesPicture preview={pictures[series.seriesInstanceUid]} title={title} />
            <div>
              <b>{title}</b>
              {shows !== '' && <span>{shows}</span>}
              <span className={styles.count}>
                {words('intake.series.count', { count: picturesIn(series) })}
                {missing.length === 0 && series.modality === 'MR' && series.role === 'diagnostic' && (
                  <em>
                    <Check aria-hidden="true" /> {words('intake.series.complete')}
                  </em>
                )}
              </span>
              {missing.length > 0 && <span className={styles.missing}>{missing.join('; ')}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
