import { Check } from 'lucide-react';
import { CheckboxField } from '../../ui/choice-group.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import { type DiscStudy, partKey } from './reading/disc-model.ts';
import { SeriesPicture } from './series-picture.tsx';
import { missingIn, picturesIn, seriesWords } from './series-words.ts';

interface SeriesGridProps {
  readonly study: DiscStudy;
  readonly chosen: ReadonlySet<string>;
  /** Where each series can be left out by itself. */
  readonly onToggle: ((part: string) => void) | null;
}

/** The series of a study: a picture of each, what it is in plain words, how many pictures, and whether some are missing. */
export function SeriesGrid({ study, chosen, onToggle }: SeriesGridProps) {
  const words = useWords();
  const { summary, pictures } = study;
  return (
    <ul className={styles.series}>
      {summary.series.map((series) => {
        const { title, shows } = seriesWords(words, series, summary.region);
        const missing = missingIn(series);
        const part = partKey(study, series.seriesInstanceUid);
        return (
          <li key={series.seriesInstanceUid} data-out={chosen.has(part) ? undefined : ''}>
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
              {onToggle !== null && (
                <CheckboxField
                  name={part}
                  label={words('intake.series.send', { title })}
                  checked={chosen.has(part)}
                  onChange={() => onToggle(part)}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
