import { useLingui } from '@lingui/react';
import type { TrackView } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readable } from './format.ts';
import { TrackMarkIcon } from './track-mark.tsx';
import styles from './tracks.module.css';
import { useWords } from './use-words.ts';

interface TrackListProps {
  readonly tracks: readonly TrackView[];
  /** Where a track leads; null where it leads nowhere. */
  readonly linkOf?: (track: TrackView) => { readonly to: string; readonly params: Record<string, string> } | null;
  /** What stands at the end of the row: since when, or a button. */
  readonly endOf?: (track: TrackView) => ReactNode;
}

/** The tracks of a case, each with its mark, its name and one sentence. */
export function TrackList({ tracks, linkOf, endOf }: TrackListProps) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <ul className={styles.list}>
      {tracks.map((track) => {
        const name = words(`common.track.${track.track}`);
        const link = linkOf?.(track) ?? null;
        return (
          <li key={track.track} data-mark={track.mark}>
            <TrackMarkIcon mark={track.mark} of={name} />
            <div>
              {link === null ? (
                <b aria-hidden="true">{name}</b>
              ) : (
                <Link to={link.to} params={link.params as never}>
                  <b>{name}</b>
                </Link>
              )}
              <span>{words(track.say, readable(i18n.locale, track.with))}</span>
            </div>
            {endOf?.(track)}
          </li>
        );
      })}
    </ul>
  );
}
